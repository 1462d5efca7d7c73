# Written by `python -m tools.squash_migrations`.

import django.db.models.deletion
import pgtrigger.compiler
import uuid
from django.conf import settings
from django.db import migrations, models
from seoulution.config.tables_at_once import TablesAtOnce


class Migration(TablesAtOnce):

    replaces = [('correspondence', '0001_engagements_as_daily_work'), ('correspondence', '0002_outbox_decisions')]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OutgoingMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200, unique=True)),
                ('to', models.EmailField(max_length=254)),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='mails', to=settings.AUTH_USER_MODEL)),
                ('language', models.CharField(max_length=8)),
                ('subject', models.CharField(max_length=300)),
                ('body', models.TextField()),
                ('why', models.CharField(max_length=500)),
                ('about', models.CharField(blank=True, max_length=30)),
                ('about_code', models.CharField(blank=True, max_length=120)),
                ('message_id', models.CharField(max_length=200, unique=True)),
                ('state', models.CharField(choices=[('queued', 'Queued'), ('sending', 'Sending'), ('sent', 'Sent'), ('held', 'Held'), ('failed', 'Failed'), ('dropped', 'Dropped')], default='queued', max_length=8)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('last_error', models.CharField(blank=True, max_length=500)),
                ('queued_at', models.DateTimeField(auto_now_add=True)),
                ('not_before', models.DateTimeField(blank=True, null=True)),
                ('sending_at', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('decision', models.CharField(blank=True, choices=[('again', 'again'), ('drop', 'drop')], max_length=5)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decision_reason', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'ordering': ['-queued_at', '-id'],
                'indexes': [models.Index(condition=models.Q(('state', 'sent'), _negated=True), fields=['state', 'not_before'], name='mail_to_leave')],
            },
        ),
        migrations.CreateModel(
            name='DigestChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='digest_choice', to=settings.AUTH_USER_MODEL)),
                ('rhythm', models.CharField(choices=[('daily', 'Daily'), ('hourly', 'Hourly'), ('none', 'None')], max_length=6)),
                ('at', models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name='Mute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mutes', to=settings.AUTH_USER_MODEL)),
                ('kind', models.SlugField(blank=True, max_length=60)),
                ('about', models.CharField(blank=True, max_length=30)),
                ('about_code', models.CharField(blank=True, max_length=120)),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-at'],
                'constraints': [models.UniqueConstraint(fields=('user', 'kind', 'about', 'about_code'), name='muted_once'), models.CheckConstraint(condition=models.Q(('about', ''), ('kind', ''), _negated=True), name='a_mute_names_something')],
            },
        ),
        migrations.CreateModel(
            name='IncomingMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('message_id', models.CharField(help_text='its own, or the digest of the original', max_length=300, unique=True)),
                ('how', models.CharField(choices=[('file', 'file'), ('mailbox', 'mailbox')], max_length=10)),
                ('from_name', models.CharField(blank=True, max_length=200)),
                ('from_address', models.CharField(max_length=254)),
                ('to_addresses', models.JSONField(default=list)),
                ('refers_to', models.JSONField(default=list)),
                ('subject', models.CharField(blank=True, max_length=500)),
                ('text', models.TextField(blank=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('received_at', models.DateTimeField(auto_now_add=True)),
                ('stored_name', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('size_bytes', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('attachments', models.JSONField(default=list, help_text='[{number, name, content_type, size_bytes, finding}]; with a finding it is never given out')),
                ('state', models.CharField(choices=[('new', 'New'), ('filed', 'Filed'), ('set_aside', 'Set Aside')], default='new', max_length=10)),
                ('filed_as', models.CharField(blank=True, max_length=20)),
                ('filed_code', models.CharField(blank=True, max_length=120)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['-received_at', '-id'],
                'indexes': [models.Index(fields=['state', '-received_at'], name='mail_in_state')],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "correspondence_incomingmailevent" ("attachments", "decided_at", "decided_by_id", "filed_as", "filed_code", "from_address", "from_name", "how", "id", "message_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "received_at", "refers_to", "sent_at", "sha256", "size_bytes", "state", "stored_name", "subject", "text", "to_addresses") VALUES (NEW."attachments", NEW."decided_at", NEW."decided_by_id", NEW."filed_as", NEW."filed_code", NEW."from_address", NEW."from_name", NEW."how", NEW."id", NEW."message_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."received_at", NEW."refers_to", NEW."sent_at", NEW."sha256", NEW."size_bytes", NEW."state", NEW."stored_name", NEW."subject", NEW."text", NEW."to_addresses"); RETURN NULL;', hash='fb8ff470059a1ff3c07ceaabe62de5f54f39f987', operation='INSERT', pgid='pgtrigger_insert_insert_25c0f', table='correspondence_incomingmail', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "correspondence_incomingmailevent" ("attachments", "decided_at", "decided_by_id", "filed_as", "filed_code", "from_address", "from_name", "how", "id", "message_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "received_at", "refers_to", "sent_at", "sha256", "size_bytes", "state", "stored_name", "subject", "text", "to_addresses") VALUES (NEW."attachments", NEW."decided_at", NEW."decided_by_id", NEW."filed_as", NEW."filed_code", NEW."from_address", NEW."from_name", NEW."how", NEW."id", NEW."message_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."received_at", NEW."refers_to", NEW."sent_at", NEW."sha256", NEW."size_bytes", NEW."state", NEW."stored_name", NEW."subject", NEW."text", NEW."to_addresses"); RETURN NULL;', hash='8f3432995fab63659382f3399bde64391691f2a8', operation='UPDATE', pgid='pgtrigger_update_update_7026e', table='correspondence_incomingmail', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL)),
                ('key', models.CharField(help_text='the same thing is told to a person once', max_length=200)),
                ('kind', models.SlugField(max_length=60)),
                ('about', models.CharField(max_length=30)),
                ('about_code', models.CharField(max_length=120)),
                ('path', models.CharField(max_length=300)),
                ('parameters', models.JSONField(default=dict)),
                ('why', models.SlugField(max_length=40)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('mail', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='notices', to='correspondence.outgoingmail')),
                ('mail_skipped', models.BooleanField(default=False, help_text='muted, or nowhere to send it, when the digest was written')),
            ],
            options={
                'ordering': ['-at', '-id'],
                'indexes': [models.Index(condition=models.Q(('read_at', None)), fields=['user', '-at'], name='notice_unread'), models.Index(condition=models.Q(('mail', None), ('mail_skipped', False)), fields=['user'], name='notice_to_mail')],
                'constraints': [models.UniqueConstraint(fields=('user', 'key'), name='a_person_is_told_once')],
            },
        ),
        migrations.CreateModel(
            name='IncomingMailEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='correspondence.incomingmail')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('message_id', models.CharField(help_text='its own, or the digest of the original', max_length=300)),
                ('how', models.CharField(choices=[('file', 'file'), ('mailbox', 'mailbox')], max_length=10)),
                ('from_name', models.CharField(blank=True, max_length=200)),
                ('from_address', models.CharField(max_length=254)),
                ('to_addresses', models.JSONField(default=list)),
                ('refers_to', models.JSONField(default=list)),
                ('subject', models.CharField(blank=True, max_length=500)),
                ('text', models.TextField(blank=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('received_at', models.DateTimeField(auto_now_add=True)),
                ('stored_name', models.UUIDField(default=uuid.uuid4)),
                ('size_bytes', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('attachments', models.JSONField(default=list, help_text='[{number, name, content_type, size_bytes, finding}]; with a finding it is never given out')),
                ('state', models.CharField(choices=[('new', 'New'), ('filed', 'Filed'), ('set_aside', 'Set Aside')], default='new', max_length=10)),
                ('filed_as', models.CharField(blank=True, max_length=20)),
                ('filed_code', models.CharField(blank=True, max_length=120)),
                ('decided_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
