"""Papers in signing (기안), their signatures, decisions of others, and who signs while someone is away."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from seoulution.apps.engagements.models.engagements import Engagement
from seoulution.apps.engagements.models.papers import DocumentVersion, EngagementDocument
from seoulution.engine.engagements.codes import CaseState, Rank, Verdict
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.vocabulary import Stage, choices


@pghistory.track()
class ApprovalCase(models.Model):
    """A decision asked for, or one that another body took.

    number : the paper's number once it is in signing; round : raised when a sent-back paper goes out again
    attached : the versions of papers that go with it (붙임); who signs reads these, whatever is added later
    decided_elsewhere_by : the body that decided, where it is not ours to sign; then `evidence` is its paper
    """

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="approval_cases")
    kind = models.CharField(max_length=24, choices=choices(Approval))
    stage = models.CharField(max_length=20, choices=choices(Stage))
    number = models.CharField(max_length=40, unique=True, null=True, blank=True)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    amount = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    state = models.CharField(max_length=12, choices=choices(CaseState), default=CaseState.DRAFT)
    round = models.PositiveSmallIntegerField(default=1)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    drafted_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    decided_elsewhere_by = models.CharField(max_length=300, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    evidence = models.ForeignKey(EngagementDocument, models.PROTECT, null=True, blank=True, related_name="+")
    attached = models.ManyToManyField(DocumentVersion, blank=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-drafted_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount=None) | ~Q(currency=""), name="a_cases_amount_has_a_currency"),
            models.CheckConstraint(
                condition=Q(decided_elsewhere_by="") | Q(decided_on__isnull=False), name="a_decision_elsewhere_has_a_day"
            ),
        ]
        indexes = [models.Index(fields=["state", "kind"], name="case_state")]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Signature(models.Model):
    """One place of the signing block (결재란). Equal `order` signs side by side; the next order only after it.

    signatory : whose place it is; acting : who signed for them (대결). A sent-back round's signatures stay, voided.
    """

    case = models.ForeignKey(ApprovalCase, models.CASCADE, related_name="signatures")
    round = models.PositiveSmallIntegerField()
    order = models.PositiveSmallIntegerField()
    rank = models.CharField(max_length=16, choices=choices(Rank))
    signatory = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="signatures")
    acting = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    verdict = models.CharField(max_length=10, choices=choices(Verdict), blank=True)
    reason = models.TextField(blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["round", "order", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(verdict__in=["", "approved"]) | ~Q(reason=""), name="a_refusal_has_a_reason"),
            models.CheckConstraint(condition=Q(verdict="") | Q(signed_at__isnull=False), name="a_verdict_has_a_time"),
        ]
        indexes = [models.Index(fields=["signatory"], condition=Q(verdict="", voided_at=None), name="signature_waiting")]

    def __str__(self) -> str:
        return f"{self.rank} {self.verdict or 'waiting'}"


@pghistory.track()
class Absence(models.Model):
    """While a person is away, the stand-in signs for them; both days count."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="absences")
    stand_in = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="stands_in_for")
    from_on = models.DateField()
    until_on = models.DateField()
    reason = models.CharField(max_length=300)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-from_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="an_absence_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(user=F("stand_in")), name="nobody_stands_in_for_themselves"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.from_on}–{self.until_on}"
