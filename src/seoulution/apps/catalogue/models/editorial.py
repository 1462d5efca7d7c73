"""Texts in work and texts that were approved: drafts, the reviews of each round, and every version that was ever public."""

import pghistory
from django.conf import settings
from django.db import models

from seoulution.apps.catalogue.models.solutions import PolicySolution
from seoulution.engine.catalogue.editorial import EditorialPart


@pghistory.track()
class Draft(models.Model):
    """The next text of a solution; one is open at a time. Its history, section by section, is read from its tracked rows.

    round : how often it was handed in; approvals count for their round only
    """

    solution = models.ForeignKey(PolicySolution, models.CASCADE, related_name="drafts")
    based_on = models.PositiveIntegerField(default=0, help_text="number of the version it began from")
    data = models.JSONField()
    round = models.PositiveIntegerField(default=0)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_how = models.CharField(max_length=20, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-begun_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["solution"], condition=models.Q(ended_at=None), name="one_open_draft_per_solution")
        ]

    def __str__(self) -> str:
        return f"draft {self.pk}"


@pghistory.track()
class Review(models.Model):
    """A verdict on one round of a draft. `comments` : words on single sections, by path; a voided approval no longer counts."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="reviews")
    round = models.PositiveIntegerField()
    part = models.CharField(max_length=20, choices=[(part.value, part.value) for part in EditorialPart])
    approved = models.BooleanField()
    words = models.TextField(blank=True)
    comments = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)
    voided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["given_at", "id"]

    def __str__(self) -> str:
        return f"{self.part} {'approved' if self.approved else 'sent back'}"


class SolutionVersion(models.Model):
    """A text that was public once; never changed, readable at its own address for good. `draft` is empty where it shipped."""

    solution = models.ForeignKey(PolicySolution, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    data = models.JSONField()
    note = models.TextField(blank=True, help_text="what changed, for readers")
    draft = models.ForeignKey(Draft, models.PROTECT, null=True, blank=True, related_name="versions")
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField()
    wording_reason = models.TextField(blank=True, help_text="why a word the guard refuses was let through")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["solution", "number"], name="version_number_once_per_solution")]

    def __str__(self) -> str:
        return f"version {self.number}"
