# Written by `python -m tools.squash_migrations`.

import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models
from seoulution.config.tables_at_once import TablesAtOnce


class Migration(TablesAtOnce):

    replaces = [('network', '0001_initial'), ('network', '0002_engagements_as_daily_work'), ('network', '0003_history_of_affiliations')]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=80, unique=True)),
                ('title', models.TextField()),
                ('publisher', models.TextField(blank=True)),
                ('address', models.TextField(blank=True)),
                ('published', models.CharField(blank=True, max_length=60)),
                ('retrieved_on', models.DateField(blank=True, null=True)),
                ('note_ko', models.TextField(blank=True)),
                ('note_en', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=120, unique=True)),
                ('name_ko', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('data', models.JSONField()),
                ('shipped_digest', models.CharField(editable=False, help_text='of the record as last shipped', max_length=64)),
                ('position', models.PositiveIntegerField(default=0)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('document', models.CharField(max_length=20)),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Agency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=120, unique=True)),
                ('name_ko', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('data', models.JSONField()),
                ('shipped_digest', models.CharField(editable=False, help_text='of the record as last shipped', max_length=64)),
                ('position', models.PositiveIntegerField(default=0)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('kind', models.CharField(max_length=30)),
                ('party', models.CharField(max_length=30)),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Firm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=120, unique=True)),
                ('name_ko', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('data', models.JSONField()),
                ('shipped_digest', models.CharField(editable=False, help_text='of the record as last shipped', max_length=64)),
                ('position', models.PositiveIntegerField(default=0)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NetworkNode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=120, unique=True)),
                ('name_ko', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('data', models.JSONField()),
                ('shipped_digest', models.CharField(editable=False, help_text='of the record as last shipped', max_length=64)),
                ('position', models.PositiveIntegerField(default=0)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=120, unique=True)),
                ('name_ko', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('data', models.JSONField()),
                ('shipped_digest', models.CharField(editable=False, help_text='of the record as last shipped', max_length=64)),
                ('position', models.PositiveIntegerField(default=0)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='network.agency')),
                ('year', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Responsibility',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=120, unique=True)),
                ('name_ko', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('data', models.JSONField()),
                ('shipped_digest', models.CharField(editable=False, help_text='of the record as last shipped', max_length=64)),
                ('position', models.PositiveIntegerField(default=0)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='responsibilities', to='network.agency')),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Affiliation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='affiliation', to=settings.AUTH_USER_MODEL)),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='network.agency')),
                ('firm', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='network.firm')),
                ('rank', models.CharField(blank=True, choices=[('officer', 'officer'), ('team_head', 'team_head'), ('division_head', 'division_head'), ('bureau_head', 'bureau_head'), ('vice_mayor', 'vice_mayor'), ('mayor', 'mayor')], max_length=16)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('agency__isnull', False), ('firm__isnull', False), _connector='XOR'), name='affiliation_names_one_body')],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "network_affiliationevent" ("agency_id", "firm_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "user_id") VALUES (NEW."agency_id", NEW."firm_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank", NEW."user_id"); RETURN NULL;', hash='469e2089804eaa26099735e1745938aa070ddb35', operation='INSERT', pgid='pgtrigger_insert_insert_7d811', table='network_affiliation', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "network_affiliationevent" ("agency_id", "firm_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "user_id") VALUES (NEW."agency_id", NEW."firm_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank", NEW."user_id"); RETURN NULL;', hash='0c4edbd8400c25595b0dfa61938eb4e10d015123', operation='UPDATE', pgid='pgtrigger_update_update_02979', table='network_affiliation', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "network_affiliationevent" ("agency_id", "firm_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "user_id") VALUES (OLD."agency_id", OLD."firm_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rank", OLD."user_id"); RETURN NULL;', hash='c903e785963fc1e60f3e4d1a3c5f1431be73ed65', operation='DELETE', pgid='pgtrigger_delete_delete_c9dd4', table='network_affiliation', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='NetworkEdge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=120, unique=True)),
                ('name_ko', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('data', models.JSONField()),
                ('shipped_digest', models.CharField(editable=False, help_text='of the record as last shipped', max_length=64)),
                ('position', models.PositiveIntegerField(default=0)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('tail', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='flows_out', to='network.networknode')),
                ('head', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='flows_in', to='network.networknode')),
                ('flow', models.CharField(max_length=20)),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AffiliationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='network.affiliation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('agency', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='network.agency')),
                ('firm', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='network.firm')),
                ('rank', models.CharField(blank=True, choices=[('officer', 'officer'), ('team_head', 'team_head'), ('division_head', 'division_head'), ('bureau_head', 'bureau_head'), ('vice_mayor', 'vice_mayor'), ('mayor', 'mayor')], max_length=16)),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
