# Written by `python -m tools.squash_migrations`.

import django.db.models.deletion
import pgtrigger.compiler
import uuid
from django.conf import settings
from django.db import migrations, models
from seoulution.config.tables_at_once import TablesAtOnce


class Migration(TablesAtOnce):

    replaces = [('demand', '0001_initial'), ('demand', '0002_learning'), ('demand', '0003_message_wording'), ('demand', '0004_requests_by_mail')]

    initial = True

    dependencies = [
        ('cities', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SharingRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=60, unique=True)),
                ('city', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='cities.city')),
                ('city_as_written', models.CharField(max_length=200)),
                ('text', models.TextField()),
                ('text_is_reported', models.BooleanField(default=False)),
                ('declared_language', models.CharField(blank=True, max_length=8)),
                ('language', models.CharField(blank=True, max_length=12)),
                ('requester_name', models.CharField(blank=True, max_length=200)),
                ('requester_role', models.CharField(blank=True, max_length=200)),
                ('requester_email', models.EmailField(blank=True, max_length=254)),
                ('answer_language', models.CharField(blank=True, max_length=8)),
                ('channel', models.CharField(choices=[('form', 'Form'), ('office', 'Office'), ('command', 'Command'), ('mail', 'Mail'), ('document', 'Document')], max_length=12)),
                ('state', models.CharField(choices=[('new', 'New'), ('in_work', 'In Work'), ('answered', 'Answered'), ('declined', 'Declined')], default='new', max_length=12)),
                ('state_reason', models.TextField(blank=True)),
                ('sectors', models.JSONField(default=list, help_text='codes of Sector, strongest first; editable')),
                ('received_at', models.DateTimeField()),
                ('received_year', models.PositiveSmallIntegerField(blank=True, help_text='where only the year is known', null=True)),
                ('assigned_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='requests', to=settings.AUTH_USER_MODEL)),
                ('origin', models.JSONField(blank=True, null=True)),
                ('may_be_learnt_from', models.BooleanField(default=False)),
                ('learning_reason', models.TextField(blank=True, help_text='why its needs may, or may no longer, teach the search')),
                ('revision', models.PositiveIntegerField(default=1)),
            ],
            options={
                'ordering': ['-received_at', 'code'],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "demand_sharingrequestevent" ("answer_language", "assigned_to_id", "channel", "city_as_written", "city_id", "code", "declared_language", "id", "language", "learning_reason", "may_be_learnt_from", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "received_year", "requester_email", "requester_name", "requester_role", "revision", "sectors", "state", "state_reason", "text", "text_is_reported") VALUES (NEW."answer_language", NEW."assigned_to_id", NEW."channel", NEW."city_as_written", NEW."city_id", NEW."code", NEW."declared_language", NEW."id", NEW."language", NEW."learning_reason", NEW."may_be_learnt_from", NEW."origin", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."received_at", NEW."received_year", NEW."requester_email", NEW."requester_name", NEW."requester_role", NEW."revision", NEW."sectors", NEW."state", NEW."state_reason", NEW."text", NEW."text_is_reported"); RETURN NULL;', hash='493ab181860fc9ea279b1627b993462da98927df', operation='INSERT', pgid='pgtrigger_insert_insert_994f3', table='demand_sharingrequest', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "demand_sharingrequestevent" ("answer_language", "assigned_to_id", "channel", "city_as_written", "city_id", "code", "declared_language", "id", "language", "learning_reason", "may_be_learnt_from", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "received_year", "requester_email", "requester_name", "requester_role", "revision", "sectors", "state", "state_reason", "text", "text_is_reported") VALUES (NEW."answer_language", NEW."assigned_to_id", NEW."channel", NEW."city_as_written", NEW."city_id", NEW."code", NEW."declared_language", NEW."id", NEW."language", NEW."learning_reason", NEW."may_be_learnt_from", NEW."origin", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."received_at", NEW."received_year", NEW."requester_email", NEW."requester_name", NEW."requester_role", NEW."revision", NEW."sectors", NEW."state", NEW."state_reason", NEW."text", NEW."text_is_reported"); RETURN NULL;', hash='f4f0a1040c4fc86518d039ac59ab8810d63f40e2', operation='UPDATE', pgid='pgtrigger_update_update_15f58', table='demand_sharingrequest', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='SharingRequestEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='demand.sharingrequest')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('code', models.SlugField(db_index=False, max_length=60)),
                ('city', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cities.city')),
                ('city_as_written', models.CharField(max_length=200)),
                ('text', models.TextField()),
                ('text_is_reported', models.BooleanField(default=False)),
                ('declared_language', models.CharField(blank=True, max_length=8)),
                ('language', models.CharField(blank=True, max_length=12)),
                ('requester_name', models.CharField(blank=True, max_length=200)),
                ('requester_role', models.CharField(blank=True, max_length=200)),
                ('requester_email', models.EmailField(blank=True, max_length=254)),
                ('answer_language', models.CharField(blank=True, max_length=8)),
                ('channel', models.CharField(choices=[('form', 'Form'), ('office', 'Office'), ('command', 'Command'), ('mail', 'Mail'), ('document', 'Document')], max_length=12)),
                ('state', models.CharField(choices=[('new', 'New'), ('in_work', 'In Work'), ('answered', 'Answered'), ('declined', 'Declined')], default='new', max_length=12)),
                ('state_reason', models.TextField(blank=True)),
                ('sectors', models.JSONField(default=list, help_text='codes of Sector, strongest first; editable')),
                ('received_at', models.DateTimeField()),
                ('received_year', models.PositiveSmallIntegerField(blank=True, help_text='where only the year is known', null=True)),
                ('assigned_to', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('origin', models.JSONField(blank=True, null=True)),
                ('may_be_learnt_from', models.BooleanField(default=False)),
                ('learning_reason', models.TextField(blank=True, help_text='why its needs may, or may no longer, teach the search')),
                ('revision', models.PositiveIntegerField(default=1)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sharing_request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='demand.sharingrequest')),
                ('stored_name', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('original_name', models.CharField(max_length=255)),
                ('content_type', models.CharField(max_length=120)),
                ('size_bytes', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('received_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='StatusLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sharing_request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='status_links', to='demand.sharingrequest')),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('issued_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('issued_at'))), name='link_expires_after_issue')],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "demand_statuslinkevent" ("expires_at", "id", "issued_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "sharing_request_id") VALUES (NEW."expires_at", NEW."id", NEW."issued_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."revoked_at", NEW."sharing_request_id"); RETURN NULL;', hash='727ebfa98864c37ed6b935e903bcc2e81d755cc2', operation='INSERT', pgid='pgtrigger_insert_insert_06cdd', table='demand_statuslink', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."issued_at" IS DISTINCT FROM (NEW."issued_at") OR OLD."revoked_at" IS DISTINCT FROM (NEW."revoked_at") OR OLD."sharing_request_id" IS DISTINCT FROM (NEW."sharing_request_id"))', func='INSERT INTO "demand_statuslinkevent" ("expires_at", "id", "issued_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "sharing_request_id") VALUES (NEW."expires_at", NEW."id", NEW."issued_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."revoked_at", NEW."sharing_request_id"); RETURN NULL;', hash='04eb3e208fb40142302399e9dc29590637c039d0', operation='UPDATE', pgid='pgtrigger_update_update_23b85', table='demand_statuslink', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Need',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sharing_request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='needs', to='demand.sharingrequest')),
                ('text', models.TextField()),
                ('sector', models.CharField(blank=True, choices=[('planning', 'planning'), ('housing', 'housing'), ('water', 'water'), ('urban_rail', 'urban_rail'), ('transport', 'transport'), ('e_government', 'e_government'), ('environment', 'environment'), ('sewage', 'sewage'), ('waste', 'waste')], max_length=20)),
                ('concepts', models.JSONField(default=list)),
                ('phrases', models.JSONField(default=list, help_text="[{start, end, text}] in the request's text")),
                ('found_by', models.CharField(choices=[('rule', 'rule'), ('person', 'person')], max_length=10)),
                ('none_fits', models.BooleanField(default=False)),
                ('none_fits_reason', models.TextField(blank=True)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('revision', models.PositiveIntegerField(default=1)),
            ],
            options={
                'ordering': ['position', 'id'],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "demand_needevent" ("concepts", "found_by", "id", "none_fits", "none_fits_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrases", "position", "removed_at", "revision", "sector", "sharing_request_id", "text") VALUES (NEW."concepts", NEW."found_by", NEW."id", NEW."none_fits", NEW."none_fits_reason", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phrases", NEW."position", NEW."removed_at", NEW."revision", NEW."sector", NEW."sharing_request_id", NEW."text"); RETURN NULL;', hash='9519b7e1597afc9b8fc87a1c5aa6838b37926577', operation='INSERT', pgid='pgtrigger_insert_insert_584a4', table='demand_need', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "demand_needevent" ("concepts", "found_by", "id", "none_fits", "none_fits_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrases", "position", "removed_at", "revision", "sector", "sharing_request_id", "text") VALUES (NEW."concepts", NEW."found_by", NEW."id", NEW."none_fits", NEW."none_fits_reason", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phrases", NEW."position", NEW."removed_at", NEW."revision", NEW."sector", NEW."sharing_request_id", NEW."text"); RETURN NULL;', hash='0a04b310eb7840997571625be52e994edc049365', operation='UPDATE', pgid='pgtrigger_update_update_7c1a7', table='demand_need', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sharing_request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='demand.sharingrequest')),
                ('from_city', models.BooleanField()),
                ('text', models.TextField()),
                ('wording_reason', models.TextField(blank=True, help_text='why a word the guard refuses toward cities was let through')),
                ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
                ('sent_at', models.DateTimeField(auto_now_add=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['sent_at', 'id'],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "demand_messageevent" ("author_id", "from_city", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "sent_at", "sharing_request_id", "text", "wording_reason") VALUES (NEW."author_id", NEW."from_city", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."read_at", NEW."sent_at", NEW."sharing_request_id", NEW."text", NEW."wording_reason"); RETURN NULL;', hash='0d6108109639308513de169d98ea7ff59179495a', operation='INSERT', pgid='pgtrigger_insert_insert_3acfb', table='demand_message', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "demand_messageevent" ("author_id", "from_city", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "sent_at", "sharing_request_id", "text", "wording_reason") VALUES (NEW."author_id", NEW."from_city", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."read_at", NEW."sent_at", NEW."sharing_request_id", NEW."text", NEW."wording_reason"); RETURN NULL;', hash='f4c405b6cefd164d3539b985b19af6e2214a5342', operation='UPDATE', pgid='pgtrigger_update_update_fa15a', table='demand_message', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='StatusLinkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='demand.statuslink')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('sharing_request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='demand.sharingrequest')),
                ('issued_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NeedEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='demand.need')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('sharing_request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='demand.sharingrequest')),
                ('text', models.TextField()),
                ('sector', models.CharField(blank=True, choices=[('planning', 'planning'), ('housing', 'housing'), ('water', 'water'), ('urban_rail', 'urban_rail'), ('transport', 'transport'), ('e_government', 'e_government'), ('environment', 'environment'), ('sewage', 'sewage'), ('waste', 'waste')], max_length=20)),
                ('concepts', models.JSONField(default=list)),
                ('phrases', models.JSONField(default=list, help_text="[{start, end, text}] in the request's text")),
                ('found_by', models.CharField(choices=[('rule', 'rule'), ('person', 'person')], max_length=10)),
                ('none_fits', models.BooleanField(default=False)),
                ('none_fits_reason', models.TextField(blank=True)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('revision', models.PositiveIntegerField(default=1)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MessageEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='demand.message')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('sharing_request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='demand.sharingrequest')),
                ('from_city', models.BooleanField()),
                ('text', models.TextField()),
                ('wording_reason', models.TextField(blank=True, help_text='why a word the guard refuses toward cities was let through')),
                ('author', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('sent_at', models.DateTimeField(auto_now_add=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
