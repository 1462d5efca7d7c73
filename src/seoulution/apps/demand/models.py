"""Requests from cities, their attachments and private link, and the needs found in them."""

import uuid

import pghistory
from django.conf import settings
from django.db import models

from seoulution.apps.cities.models import City
from seoulution.engine.vocabulary import Sector, choices


class Channel(models.TextChoices):
    """How a request reached the programme."""

    FORM = "form"
    OFFICE = "office"
    COMMAND = "command"
    MAIL = "mail"
    DOCUMENT = "document"


class RequestState(models.TextChoices):
    """How far the office is with a request."""

    NEW = "new"
    IN_WORK = "in_work"
    ANSWERED = "answered"
    DECLINED = "declined"


@pghistory.track()
class SharingRequest(models.Model):
    """What a city asks, in its own words; the original is never changed.

    `origin` keeps the reference record where the request comes from a document: then `text` is what that document tells, not a letter.
    `may_be_learnt_from` : an officer released its needs, with a reason, to teach the search of solutions; never by default
    """

    code = models.SlugField(max_length=60, unique=True)
    city = models.ForeignKey(City, models.PROTECT, related_name="requests", null=True, blank=True)
    city_as_written = models.CharField(max_length=200)
    text = models.TextField()
    text_is_reported = models.BooleanField(default=False)
    declared_language = models.CharField(max_length=8, blank=True)
    language = models.CharField(max_length=12, blank=True)
    requester_name = models.CharField(max_length=200, blank=True)
    requester_role = models.CharField(max_length=200, blank=True)
    requester_email = models.EmailField(blank=True)
    answer_language = models.CharField(max_length=8, blank=True)
    channel = models.CharField(max_length=12, choices=Channel.choices)
    state = models.CharField(max_length=12, choices=RequestState.choices, default=RequestState.NEW)
    state_reason = models.TextField(blank=True)
    sectors = models.JSONField(default=list, help_text="codes of Sector, strongest first; editable")
    received_at = models.DateTimeField()
    received_year = models.PositiveSmallIntegerField(null=True, blank=True, help_text="where only the year is known")
    assigned_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="requests")
    origin = models.JSONField(null=True, blank=True)
    may_be_learnt_from = models.BooleanField(default=False)
    learning_reason = models.TextField(blank=True, help_text="why its needs may, or may no longer, teach the search")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-received_at", "code"]

    def __str__(self) -> str:
        return self.code


class Attachment(models.Model):
    """A file a city sent, kept under a random name outside every served path."""

    sharing_request = models.ForeignKey(SharingRequest, models.CASCADE, related_name="attachments")
    stored_name = models.UUIDField(default=uuid.uuid4, unique=True)
    original_name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=120)
    size_bytes = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.original_name


@pghistory.track(exclude=["token_hash"])
class StatusLink(models.Model):
    """The private link by which a city follows its request: only a hash is kept; it expires and can be revoked."""

    sharing_request = models.ForeignKey(SharingRequest, models.CASCADE, related_name="status_links")
    token_hash = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(expires_at__gt=models.F("issued_at")), name="link_expires_after_issue")
        ]

    def __str__(self) -> str:
        return f"link {self.pk}"


@pghistory.track()
class Need(models.Model):
    """One thing the city needs, with the phrases that led to it; found by rule or added by a person."""

    sharing_request = models.ForeignKey(SharingRequest, models.CASCADE, related_name="needs")
    text = models.TextField()
    sector = models.CharField(max_length=20, choices=choices(Sector), blank=True)
    concepts = models.JSONField(default=list)
    phrases = models.JSONField(default=list, help_text="[{start, end, text}] in the request's text")
    found_by = models.CharField(max_length=10, choices=[("rule", "rule"), ("person", "person")])
    none_fits = models.BooleanField(default=False)
    none_fits_reason = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    removed_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.text[:80]


@pghistory.track()
class Message(models.Model):
    """A word between the office and the city in the city's file."""

    sharing_request = models.ForeignKey(SharingRequest, models.CASCADE, related_name="messages")
    from_city = models.BooleanField()
    text = models.TextField()
    wording_reason = models.TextField(blank=True, help_text="why a word the guard refuses toward cities was let through")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)
    sent_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["sent_at", "id"]

    def __str__(self) -> str:
        return self.text[:80]
