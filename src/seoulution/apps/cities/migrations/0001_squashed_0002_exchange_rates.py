# Written by `python -m tools.squash_migrations`.

import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models
from seoulution.config.tables_at_once import TablesAtOnce


class Migration(TablesAtOnce):

    replaces = [('cities', '0001_initial'), ('cities', '0002_exchange_rates')]

    initial = True

    dependencies = [
        ('network', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='Indicator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=120, unique=True)),
                ('name_ko', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('data', models.JSONField()),
                ('shipped_digest', models.CharField(editable=False, help_text='of the record as last shipped', max_length=64)),
                ('position', models.PositiveIntegerField(default=0)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('unit', models.CharField(max_length=60)),
                ('theme', models.CharField(max_length=20)),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Country',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=120, unique=True)),
                ('name_ko', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('data', models.JSONField()),
                ('shipped_digest', models.CharField(editable=False, help_text='of the record as last shipped', max_length=64)),
                ('position', models.PositiveIntegerField(default=0)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('region', models.CharField(max_length=30)),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Membership',
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
            name='ExchangeRates',
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
            name='Milestone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=120, unique=True)),
                ('name_ko', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('data', models.JSONField()),
                ('shipped_digest', models.CharField(editable=False, help_text='of the record as last shipped', max_length=64)),
                ('position', models.PositiveIntegerField(default=0)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('year', models.PositiveSmallIntegerField(db_index=True)),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SourceConflict',
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
            name='ProviderSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=120, unique=True)),
                ('name_ko', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('data', models.JSONField()),
                ('shipped_digest', models.CharField(editable=False, help_text='of the record as last shipped', max_length=64)),
                ('position', models.PositiveIntegerField(default=0)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='provider_series', to='cities.indicator')),
                ('boundary', models.CharField(choices=[('city', 'city'), ('agglomeration', 'agglomeration'), ('metro', 'metro'), ('prefecture', 'prefecture'), ('utility', 'utility'), ('site', 'site'), ('country', 'country'), ('world', 'world'), ('programme', 'programme')], max_length=20)),
                ('for_matching', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='City',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=120, unique=True)),
                ('name_ko', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('data', models.JSONField()),
                ('shipped_digest', models.CharField(editable=False, help_text='of the record as last shipped', max_length=64)),
                ('position', models.PositiveIntegerField(default=0)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('city', 'city'), ('region', 'region'), ('country', 'country'), ('site', 'site'), ('line', 'line')], max_length=10)),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cities', to='cities.country')),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('is_target', models.BooleanField(default=False)),
                ('is_provider', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cities_cityevent" ("code", "country_id", "data", "id", "is_provider", "is_target", "kind", "latitude", "longitude", "name_en", "name_ko", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "shipped_digest", "withdrawn_on") VALUES (NEW."code", NEW."country_id", NEW."data", NEW."id", NEW."is_provider", NEW."is_target", NEW."kind", NEW."latitude", NEW."longitude", NEW."name_en", NEW."name_ko", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."shipped_digest", NEW."withdrawn_on"); RETURN NULL;', hash='a09b9e3095b658efca7e424a3483e5764c7a29dc', operation='INSERT', pgid='pgtrigger_insert_insert_a0aff', table='cities_city', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cities_cityevent" ("code", "country_id", "data", "id", "is_provider", "is_target", "kind", "latitude", "longitude", "name_en", "name_ko", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "shipped_digest", "withdrawn_on") VALUES (NEW."code", NEW."country_id", NEW."data", NEW."id", NEW."is_provider", NEW."is_target", NEW."kind", NEW."latitude", NEW."longitude", NEW."name_en", NEW."name_ko", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."shipped_digest", NEW."withdrawn_on"); RETURN NULL;', hash='8f54a657d276173db519c3613a276d2760a475de', operation='UPDATE', pgid='pgtrigger_update_update_d4ddf', table='cities_city', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='CityEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cities.city')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=120)),
                ('name_ko', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('data', models.JSONField()),
                ('shipped_digest', models.CharField(editable=False, help_text='of the record as last shipped', max_length=64)),
                ('position', models.PositiveIntegerField(default=0)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('city', 'city'), ('region', 'region'), ('country', 'country'), ('site', 'site'), ('line', 'line')], max_length=10)),
                ('country', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cities.country')),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('is_target', models.BooleanField(default=False)),
                ('is_provider', models.BooleanField(default=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CityName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='cities.city')),
                ('name', models.CharField(max_length=200)),
                ('folded', models.CharField(db_index=True, max_length=200)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('city', 'folded'), name='city_name_once')],
            },
        ),
        migrations.CreateModel(
            name='Observation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='observations', to='cities.city')),
                ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='observations', to='cities.country')),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='observations', to='cities.indicator')),
                ('value', models.DecimalField(blank=True, decimal_places=6, max_digits=24, null=True)),
                ('words', models.CharField(blank=True, help_text='where the source gives words, not a number', max_length=300)),
                ('unit', models.CharField(max_length=80)),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('boundary', models.CharField(choices=[('city', 'city'), ('agglomeration', 'agglomeration'), ('metro', 'metro'), ('prefecture', 'prefecture'), ('utility', 'utility'), ('site', 'site'), ('country', 'country'), ('world', 'world'), ('programme', 'programme')], max_length=20)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='observations', to='network.source')),
                ('confidence', models.CharField(choices=[('A', 'A'), ('B', 'B'), ('C', 'C'), ('D', 'D'), ('J', 'J')], max_length=1)),
                ('figure', models.JSONField(help_text='the figure as its file has it, with ranges, printed value and note')),
            ],
            options={
                'ordering': ['indicator__position', 'indicator__code', '-year'],
                'constraints': [models.CheckConstraint(condition=models.Q(('city__isnull', False), ('country__isnull', False), _connector='XOR'), name='observation_is_of_one_place')],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cities_observationevent" ("boundary", "city_id", "confidence", "country_id", "figure", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "unit", "value", "words", "year") VALUES (NEW."boundary", NEW."city_id", NEW."confidence", NEW."country_id", NEW."figure", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source_id", NEW."unit", NEW."value", NEW."words", NEW."year"); RETURN NULL;', hash='16d87743f99b866cc4d887c19c489a2ec41e2c19', operation='INSERT', pgid='pgtrigger_insert_insert_c43bc', table='cities_observation', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cities_observationevent" ("boundary", "city_id", "confidence", "country_id", "figure", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "unit", "value", "words", "year") VALUES (NEW."boundary", NEW."city_id", NEW."confidence", NEW."country_id", NEW."figure", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source_id", NEW."unit", NEW."value", NEW."words", NEW."year"); RETURN NULL;', hash='34d6b42a0841985769cbe9a53afa625ec66a3103', operation='UPDATE', pgid='pgtrigger_update_update_7e6ec', table='cities_observation', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Tie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=120, unique=True)),
                ('name_ko', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('data', models.JSONField()),
                ('shipped_digest', models.CharField(editable=False, help_text='of the record as last shipped', max_length=64)),
                ('position', models.PositiveIntegerField(default=0)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('sister', 'sister'), ('friendship', 'friendship')], max_length=12)),
                ('city', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ties', to='cities.city')),
            ],
            options={
                'ordering': ['position', 'code'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ObservationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cities.observation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('city', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cities.city')),
                ('country', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cities.country')),
                ('indicator', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cities.indicator')),
                ('value', models.DecimalField(blank=True, decimal_places=6, max_digits=24, null=True)),
                ('words', models.CharField(blank=True, help_text='where the source gives words, not a number', max_length=300)),
                ('unit', models.CharField(max_length=80)),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('boundary', models.CharField(choices=[('city', 'city'), ('agglomeration', 'agglomeration'), ('metro', 'metro'), ('prefecture', 'prefecture'), ('utility', 'utility'), ('site', 'site'), ('country', 'country'), ('world', 'world'), ('programme', 'programme')], max_length=20)),
                ('source', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='network.source')),
                ('confidence', models.CharField(choices=[('A', 'A'), ('B', 'B'), ('C', 'C'), ('D', 'D'), ('J', 'J')], max_length=1)),
                ('figure', models.JSONField(help_text='the figure as its file has it, with ranges, printed value and note')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
