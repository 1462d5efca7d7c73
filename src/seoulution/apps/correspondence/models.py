"""Notices to people, the outbox, and the inbox."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q


class MailState(models.TextChoices):
    """Where an outgoing mail is. `HELD`: a process ended while the server was taking it; a person decides, nothing is guessed."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    HELD = "held"
    FAILED = "failed"
    DROPPED = "dropped"


class OutgoingMail(models.Model):
    """A mail to leave, committed together with what it tells of.

    key : what makes it this mail and no other; a second one with the same key cannot be queued
    why : a sentence in the mail's own language that says why it came
    about, about_code : the record it belongs to, so that an answer to it is filed there
    decision : what a person decided on a mail that was held or failed; the last one counts
    """

    key = models.CharField(max_length=200, unique=True)
    to = models.EmailField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="mails")
    language = models.CharField(max_length=8)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    why = models.CharField(max_length=500)
    about = models.CharField(max_length=30, blank=True)
    about_code = models.CharField(max_length=120, blank=True)
    message_id = models.CharField(max_length=200, unique=True)
    state = models.CharField(max_length=8, choices=MailState.choices, default=MailState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=500, blank=True)
    queued_at = models.DateTimeField(auto_now_add=True)
    not_before = models.DateTimeField(null=True, blank=True)
    sending_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    decision = models.CharField(max_length=5, blank=True, choices=[("again", "again"), ("drop", "drop")])
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-queued_at", "-id"]
        indexes = [models.Index(fields=["state", "not_before"], condition=~Q(state="sent"), name="mail_to_leave")]

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"


class Notice(models.Model):
    """Something a person should know. Shown at once in the office; mailed in a digest unless muted.

    kind : a code of NOTICES; about, about_code : the record; path : where it is read; parameters : for its sentence
    why : the code of the reason it came to this person (owner, team, signatory …)
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    key = models.CharField(max_length=200, help_text="the same thing is told to a person once")
    kind = models.SlugField(max_length=60)
    about = models.CharField(max_length=30)
    about_code = models.CharField(max_length=120)
    path = models.CharField(max_length=300)
    parameters = models.JSONField(default=dict)
    why = models.SlugField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)
    mail = models.ForeignKey(OutgoingMail, models.SET_NULL, null=True, blank=True, related_name="notices")
    mail_skipped = models.BooleanField(default=False, help_text="muted, or nowhere to send it, when the digest was written")

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="a_person_is_told_once")]
        indexes = [
            models.Index(fields=["user", "-at"], condition=Q(read_at=None), name="notice_unread"),
            models.Index(fields=["user"], condition=Q(mail=None, mail_skipped=False), name="notice_to_mail"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.user_id}"


class Rhythm(models.TextChoices):
    """How often a person wants a digest at most."""

    DAILY = "daily"
    HOURLY = "hourly"
    NONE = "none"


class DigestChoice(models.Model):
    """A person chose another rhythm than the daily digest."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="digest_choice")
    rhythm = models.CharField(max_length=6, choices=Rhythm.choices)
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.user_id}: {self.rhythm}"


class Mute(models.Model):
    """A person wants no mail of a kind, or about one record; the notice itself still stands in the office."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mutes")
    kind = models.SlugField(max_length=60, blank=True)
    about = models.CharField(max_length=30, blank=True)
    about_code = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "about", "about_code"], name="muted_once"),
            models.CheckConstraint(condition=~Q(kind="", about=""), name="a_mute_names_something"),
        ]

    def __str__(self) -> str:
        return self.kind or f"{self.about} {self.about_code}"


class IncomingState(models.TextChoices):
    """What became of a mail that came in."""

    NEW = "new"
    FILED = "filed"
    SET_ASIDE = "set_aside"


@pghistory.track()
class IncomingMail(models.Model):
    """A mail as it came, from a file or a mailbox; the original lies under a random name and is never changed.

    refers_to : Message-IDs that it answers; filed_as, filed_code : the kind of record it went to and that record's code
    """

    message_id = models.CharField(max_length=300, unique=True, help_text="its own, or the digest of the original")
    how = models.CharField(max_length=10, choices=[("file", "file"), ("mailbox", "mailbox")])
    from_name = models.CharField(max_length=200, blank=True)
    from_address = models.CharField(max_length=254)
    to_addresses = models.JSONField(default=list)
    refers_to = models.JSONField(default=list)
    subject = models.CharField(max_length=500, blank=True)
    text = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(auto_now_add=True)
    stored_name = models.UUIDField(default=uuid.uuid4, unique=True)
    size_bytes = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    attachments = models.JSONField(
        default=list, help_text="[{number, name, content_type, size_bytes, finding}]; with a finding it is never given out"
    )
    state = models.CharField(max_length=10, choices=IncomingState.choices, default=IncomingState.NEW)
    filed_as = models.CharField(max_length=20, blank=True)
    filed_code = models.CharField(max_length=120, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-received_at", "-id"]
        indexes = [models.Index(fields=["state", "-received_at"], name="mail_in_state")]

    def __str__(self) -> str:
        return self.subject or self.message_id
