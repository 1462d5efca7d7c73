"""What both sides agreed on, and legal bases that a competent body has decided."""

import pghistory
from django.conf import settings
from django.db import models

from seoulution.apps.engagements.models.engagements import Engagement
from seoulution.apps.engagements.models.papers import EngagementDocument
from seoulution.engine.engagements.codes import Agreed
from seoulution.engine.vocabulary import choices


class Agreement(models.Model):
    """What every such record keeps: on which paper it rests, who wrote it down, and whether it was taken back."""

    document = models.ForeignKey(EngagementDocument, models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    taken_back_on = models.DateField(null=True, blank=True)
    taken_back_reason = models.TextField(blank=True)

    class Meta:
        abstract = True


@pghistory.track()
class Confirmation(Agreement):
    """The city confirmed something: who, on which day, in which way (letter, meeting, its own file)."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="confirmations")
    what = models.CharField(max_length=12, choices=choices(Agreed))
    confirmed_by = models.CharField(max_length=200)
    confirmed_on = models.DateField()
    by_way_of = models.CharField(max_length=200)

    class Meta:
        ordering = ["-confirmed_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "what"], condition=models.Q(taken_back_on=None), name="one_standing_confirmation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} by {self.confirmed_by}"


@pghistory.track()
class BasisDecision(Agreement):
    """The body that could decide a missing legal basis has done so. `rule` is the code of the legal rule that asked for it."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="basis_decisions")
    rule = models.SlugField(max_length=120)
    decided_by = models.CharField(max_length=300)
    decided_on = models.DateField()
    reference = models.CharField(max_length=300)

    class Meta:
        ordering = ["-decided_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "rule"], condition=models.Q(taken_back_on=None), name="one_standing_basis_decision"
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.reference}"
