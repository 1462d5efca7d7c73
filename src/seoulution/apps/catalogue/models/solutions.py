"""Policy solutions: what a receiving city reads, and every figure, award and patent in it as a claim."""

from datetime import date
from functools import cached_property
from typing import Any

import pghistory
from django.conf import settings
from django.db import models

from seoulution.apps.catalogue.manuscripts import plain_data
from seoulution.apps.network.models import Agency
from seoulution.apps.network.records import ReferenceModel, checked_once
from seoulution.engine.catalogue.claims import ClaimKind, ClaimLife, ClaimState, claim_state
from seoulution.engine.catalogue.editorial import EditorialState
from seoulution.engine.vocabulary import Confidence, Sector, choices
from seoulution.reference.schema import catalogue


class SolutionQuerySet(models.QuerySet["PolicySolution"]):
    """Which solutions who may see."""

    def readable(self) -> "SolutionQuerySet":
        """Those with an approved text: anybody may read them, archived and withdrawn ones with a mark."""
        return self.filter(version__gt=0)

    def offered(self) -> "SolutionQuerySet":
        """Those that lists, search and matching offer."""
        return self.readable().filter(withdrawn_on=None).exclude(state=EditorialState.ARCHIVED)


@pghistory.track()
class PolicySolution(ReferenceModel):
    """A solution; `data` holds the text the public reads, `revision` counts its changes for optimistic locking.

    Before a first text is approved (`version` 0) `data` is the skeleton it was begun with, and nobody outside reads it.
    """

    shape = catalogue.PolicySolution
    sector = models.CharField(max_length=20, choices=choices(Sector), db_index=True)
    is_knowledge = models.BooleanField()
    is_exportable = models.BooleanField()
    owner = models.ForeignKey(Agency, models.PROTECT, related_name="solutions")
    cost_class = models.CharField(max_length=10)
    completeness = models.FloatField(help_text="share of the template that is filled, in [0, 1]")
    evidence_grade = models.CharField(max_length=1, help_text="A best, D least; see engine.catalogue.evidence")
    lowest_level = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="the first stage of development it speaks to"
    )
    highest_level = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=choices(EditorialState), default=EditorialState.DRAFT, db_index=True)
    version = models.PositiveIntegerField(default=0, help_text="number of the approved text in `data`; 0: none yet")
    reviewed_on = models.DateField(null=True, blank=True, help_text="when its owner last said that it is still true")
    revision = models.PositiveIntegerField(default=1)

    objects = SolutionQuerySet.as_manager()

    spoken_name = ""
    """Its name in the reader's language where that is neither Korean nor English: see `queries.speak_names`. Not stored."""

    @cached_property
    def record(self) -> Any:
        """The text as a reader sees it: references to claims stand as their plain words."""
        return checked_once(self, "plain", lambda: plain_data(self.data))

    @cached_property
    def manuscript(self) -> Any:
        """The text as written, with its references to claims: for pages and papers that quote claims, and for the editor."""
        return checked_once(self, "manuscript", lambda: self.data)


@pghistory.track()
class Claim(models.Model):
    """A figure, award or patent that pages and papers may quote, with where it comes from and how long it holds.

    figure : the sourced value of a figure; null for awards and patents, whose shipped entry is `entry`
    """

    solution = models.ForeignKey(PolicySolution, models.CASCADE, related_name="claims")
    code = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=choices(ClaimKind), default=ClaimKind.FIGURE)
    section = models.CharField(max_length=20, blank=True)
    series = models.CharField(max_length=80, blank=True)
    label_ko = models.CharField(max_length=300)
    label_en = models.CharField(max_length=300)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    figure = models.JSONField(null=True, blank=True)
    entry = models.JSONField(default=dict, help_text="the claim as the solution's text has it")
    confidence = models.CharField(max_length=1, choices=choices(Confidence))
    after_2014 = models.BooleanField(default=False)
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    review_on = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    questioned_at = models.DateTimeField(null=True, blank=True)
    question = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["solution", "series", "year", "code"]
        constraints = [models.UniqueConstraint(fields=["solution", "code"], name="claim_code_once_per_solution")]

    def __str__(self) -> str:
        return self.code

    @property
    def life(self) -> ClaimLife:
        return ClaimLife(self.confirmed_on, self.review_on, self.valid_until, self.questioned_at is not None)

    def state_on(self, today: date) -> ClaimState:
        """How far it can be relied on."""
        return claim_state(self.life, today)
