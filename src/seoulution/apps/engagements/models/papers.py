"""Papers on file, each with its versions; the bytes lie under a random name, as attachments do."""

import uuid

import pghistory
from django.conf import settings
from django.db import models

from seoulution.apps.engagements.models.engagements import Engagement
from seoulution.engine.engagements.facts import Document
from seoulution.engine.vocabulary import Stage, choices


@pghistory.track()
class EngagementDocument(models.Model):
    """A paper of an engagement. `kind` is what gates ask for, or empty for any other paper; withdrawn ones stay visible."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="documents")
    kind = models.CharField(max_length=24, choices=choices(Document), blank=True)
    title = models.CharField(max_length=300)
    stage = models.CharField(max_length=20, choices=choices(Stage), blank=True)
    is_sensitive = models.BooleanField(default=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-added_at", "-id"]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class DocumentVersion(models.Model):
    """One version, never overwritten. `remarks` : what the inspection on upload had to say, as finding codes with parameters."""

    document = models.ForeignKey(EngagementDocument, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    stored_name = models.UUIDField(default=uuid.uuid4, unique=True)
    original_name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=120)
    size_bytes = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    remarks = models.JSONField(default=list)
    note = models.TextField(blank=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="version_number_once")]

    def __str__(self) -> str:
        return f"{self.original_name} ({self.number})"
