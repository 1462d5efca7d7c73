"""When an engagement was in which stage, what was left out and why, and whose money is named for a stage."""

import pghistory
from django.conf import settings
from django.db import models

from seoulution.apps.engagements.models.engagements import Engagement
from seoulution.engine.engagements.codes import FundingState, SpellOutcome
from seoulution.engine.vocabulary import Stage, choices


@pghistory.track()
class StageSpell(models.Model):
    """One stay in a stage, or its leaving out. Several may run side by side; a stage entered again has a spell more."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="spells")
    stage = models.CharField(max_length=20, choices=choices(Stage))
    outcome = models.CharField(max_length=12, choices=choices(SpellOutcome), default=SpellOutcome.RUNNING)
    entered_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    reason = models.TextField(help_text="why it was entered, or left out")
    leaving_reason = models.TextField(blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["entered_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "stage"], condition=models.Q(outcome="running"), name="one_running_spell_a_stage"
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="running", left_on=None) | ~models.Q(outcome="running") & ~models.Q(left_on=None),
                name="a_spell_that_is_over_has_a_day",
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="a_spell_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.engagement_id} {self.stage} {self.outcome}"


@pghistory.track()
class StageFunding(models.Model):
    """A fund, or the own budget, named for a stage. `fund` is its code: funds stand later in the flow."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="fundings")
    stage = models.CharField(max_length=20, choices=choices(Stage))
    fund = models.SlugField(max_length=120, help_text="code of the fund, or own-budget, or partner-city")
    state = models.CharField(max_length=10, choices=choices(FundingState), default=FundingState.NAMED)
    amount = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["stage", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "stage", "fund"], condition=models.Q(withdrawn_on=None), name="a_fund_once_a_stage"
            ),
            models.CheckConstraint(condition=models.Q(amount=None) | ~models.Q(currency=""), name="an_amount_has_a_currency"),
        ]

    def __str__(self) -> str:
        return f"{self.stage}: {self.fund}"
