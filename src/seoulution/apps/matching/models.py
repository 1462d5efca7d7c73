"""Text passages with their vectors, and which solutions were offered for which need."""

import pghistory
from django.conf import settings
from django.db import models
from pgvector.django import VectorField

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.demand.models import Need


class Passage(models.Model):
    """A piece of a solution's text, as the encoders read it."""

    solution = models.ForeignKey(PolicySolution, models.CASCADE, related_name="passages")
    language = models.CharField(max_length=8)
    text = models.TextField()
    weight = models.FloatField(default=1.0)
    digest = models.CharField(max_length=64, db_index=True)
    e5 = VectorField(dimensions=384, null=True)
    use = VectorField(dimensions=512, null=True)

    class Meta:
        ordering = ["solution", "id"]

    def __str__(self) -> str:
        return self.text[:80]


class Verdict(models.TextChoices):
    """What a person said of an offered match."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@pghistory.track()
class Match(models.Model):
    """A solution offered for a need, with its reasons; conditions are judged anew whenever they are shown."""

    need = models.ForeignKey(Need, models.CASCADE, related_name="matches")
    solution = models.ForeignKey(PolicySolution, models.CASCADE, related_name="matches")
    rank = models.PositiveSmallIntegerField()
    weak = models.BooleanField()
    reasons = models.JSONField(default=dict, help_text="{concepts, same_sector, passage: {ko, en}}")
    verdict = models.CharField(max_length=10, choices=Verdict.choices, default=Verdict.PROPOSED)
    verdict_reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    added_by_person = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["need", "rank"]
        constraints = [models.UniqueConstraint(fields=["need", "solution"], name="match_once_per_need")]

    def __str__(self) -> str:
        return f"{self.need_id} → {self.solution_id}"
