"""Policy solutions: what a receiving city reads, and every figure in it as a claim."""

import pghistory
from django.db import models

from seoulution.apps.network.models import Agency
from seoulution.apps.network.records import ReferenceModel
from seoulution.engine.vocabulary import Confidence, Sector, choices
from seoulution.reference.schema import catalogue


@pghistory.track()
class PolicySolution(ReferenceModel):
    """A solution; `data` holds the whole template, `revision` counts its changes for optimistic locking."""

    shape = catalogue.PolicySolution
    sector = models.CharField(max_length=20, choices=choices(Sector), db_index=True)
    is_knowledge = models.BooleanField()
    is_exportable = models.BooleanField()
    owner = models.ForeignKey(Agency, models.PROTECT, related_name="solutions")
    cost_class = models.CharField(max_length=10)
    completeness = models.FloatField(help_text="share of the template that is filled, in [0, 1]")
    evidence_grade = models.CharField(max_length=1, help_text="A best, D least; see engine.catalogue.evidence")
    reviewed_on = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)


@pghistory.track()
class Claim(models.Model):
    """A figure that pages and papers may quote, with where it comes from."""

    solution = models.ForeignKey(PolicySolution, models.CASCADE, related_name="claims")
    code = models.CharField(max_length=120)
    section = models.CharField(max_length=20)
    series = models.CharField(max_length=80, blank=True)
    label_ko = models.CharField(max_length=300)
    label_en = models.CharField(max_length=300)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    figure = models.JSONField()
    confidence = models.CharField(max_length=1, choices=choices(Confidence))
    after_2014 = models.BooleanField(default=False)

    class Meta:
        ordering = ["solution", "series", "year", "code"]
        constraints = [models.UniqueConstraint(fields=["solution", "code"], name="claim_code_once_per_solution")]

    def __str__(self) -> str:
        return self.code
