# Written by `python -m tools.squash_migrations`.

import django.contrib.postgres.indexes
import django.contrib.postgres.operations
import django.db.models.deletion
import pgtrigger.compiler
import pgvector.django.vector
import uuid
from django.conf import settings
from django.db import migrations, models
from seoulution.config.tables_at_once import TablesAtOnce


class Migration(TablesAtOnce):

    replaces = [('matching', '0001_initial'), ('matching', '0002_search'), ('matching', '0003_passages_replaced')]

    initial = True

    dependencies = [
        ('catalogue', '0004_drafting'),
        ('demand', '0003_message_wording'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        django.contrib.postgres.operations.TrigramExtension(
        ),
        migrations.CreateModel(
            name='IndexRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.UUIDField(default=uuid.uuid4)),
            ],
            options={
                'verbose_name': 'revision of the search index',
            },
        ),
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('solution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passages', to='catalogue.policysolution')),
                ('language', models.CharField(max_length=8)),
                ('text', models.TextField()),
                ('weight', models.FloatField(default=1.0)),
                ('digest', models.CharField(db_index=True, max_length=64)),
                ('need', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='passages', to='demand.need')),
                ('concepts', models.JSONField(default=dict)),
                ('e5', pgvector.django.vector.VectorField(dimensions=384, null=True)),
                ('use', pgvector.django.vector.VectorField(dimensions=512, null=True)),
            ],
            options={
                'ordering': ['solution', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('need', None), models.Q(('concepts', {}), ('text', ''), ('weight__lte', 0.5)), _connector='OR'), name='linked_need_weighs_half_and_has_no_words')],
                'triggers': [pgtrigger.compiler.Trigger(name='passages_are_replaced_never_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='555a2f723739d55bf3f9ef26250ec98ede93cebe', operation='UPDATE', pgid='pgtrigger_passages_are_replaced_never_changed_d3ebd', table='matching_passage', when='BEFORE')), pgtrigger.compiler.Trigger(name='passages_revised', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO matching_indexrevision (id, value) VALUES (1, gen_random_uuid()) ON CONFLICT (id) DO UPDATE SET value = gen_random_uuid(); RETURN NULL;', hash='5f4c12a42a26f781e23ec6efdd400d42892a58b0', level='STATEMENT', operation='INSERT OR DELETE', pgid='pgtrigger_passages_revised_f9c25', table='matching_passage', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=8)),
                ('kind', models.CharField(choices=[('subject', 'Subject'), ('name', 'Name'), ('key_word', 'Key Word'), ('word', 'Word')], max_length=10)),
                ('text', models.CharField(max_length=300)),
                ('form', models.CharField(max_length=900)),
                ('concept', models.CharField(blank=True, max_length=60)),
            ],
            options={
                'ordering': ['language', 'form'],
                'indexes': [models.Index(fields=['form'], name='term_form'), django.contrib.postgres.indexes.GinIndex(fields=['form'], name='term_form_trigrams', opclasses=['gin_trgm_ops'])],
                'constraints': [models.UniqueConstraint(fields=('language', 'kind', 'text'), name='term_once_per_language_and_kind')],
            },
        ),
        migrations.CreateModel(
            name='Match',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='demand.need')),
                ('solution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='catalogue.policysolution')),
                ('rank', models.PositiveSmallIntegerField()),
                ('weak', models.BooleanField()),
                ('reasons', models.JSONField(default=dict, help_text='{concepts, same_sector, passage: {ko, en}}')),
                ('verdict', models.CharField(choices=[('proposed', 'Proposed'), ('accepted', 'Accepted'), ('rejected', 'Rejected')], default='proposed', max_length=10)),
                ('verdict_reason', models.TextField(blank=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('added_by_person', models.BooleanField(default=False)),
                ('revision', models.PositiveIntegerField(default=1)),
            ],
            options={
                'ordering': ['need', 'rank'],
                'constraints': [models.UniqueConstraint(fields=('need', 'solution'), name='match_once_per_need')],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "matching_matchevent" ("added_by_person", "decided_at", "decided_by_id", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reasons", "revision", "solution_id", "verdict", "verdict_reason", "weak") VALUES (NEW."added_by_person", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."need_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank", NEW."reasons", NEW."revision", NEW."solution_id", NEW."verdict", NEW."verdict_reason", NEW."weak"); RETURN NULL;', hash='d283f09db6163d42ac5e3d63703af2d8f0ec7342', operation='INSERT', pgid='pgtrigger_insert_insert_178df', table='matching_match', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "matching_matchevent" ("added_by_person", "decided_at", "decided_by_id", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reasons", "revision", "solution_id", "verdict", "verdict_reason", "weak") VALUES (NEW."added_by_person", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."need_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank", NEW."reasons", NEW."revision", NEW."solution_id", NEW."verdict", NEW."verdict_reason", NEW."weak"); RETURN NULL;', hash='bc82942cd5aec3d0e9efc06b0eaa9696ed850934', operation='UPDATE', pgid='pgtrigger_update_update_93729', table='matching_match', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='MatchEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='matching.match')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('need', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='demand.need')),
                ('solution', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='catalogue.policysolution')),
                ('rank', models.PositiveSmallIntegerField()),
                ('weak', models.BooleanField()),
                ('reasons', models.JSONField(default=dict, help_text='{concepts, same_sector, passage: {ko, en}}')),
                ('verdict', models.CharField(choices=[('proposed', 'Proposed'), ('accepted', 'Accepted'), ('rejected', 'Rejected')], default='proposed', max_length=10)),
                ('verdict_reason', models.TextField(blank=True)),
                ('decided_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('added_by_person', models.BooleanField(default=False)),
                ('revision', models.PositiveIntegerField(default=1)),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
