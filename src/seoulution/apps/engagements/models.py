"""Cooperations through their stages, legal rules, difficulties and promises."""

import pghistory
from django.conf import settings
from django.db import models

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.network.models import Agency
from seoulution.apps.network.records import ReferenceModel
from seoulution.engine.vocabulary import Activity, Ending, MoneyFlow, Party, Sector, Stage, Standing, choices
from seoulution.reference.schema import programme


@pghistory.track()
class Engagement(ReferenceModel):
    """One cooperation; `data` is what the documents say of it, the columns are where it stands now."""

    shape = programme.Engagement
    city = models.ForeignKey(City, models.PROTECT, related_name="engagements")
    sector = models.CharField(max_length=20, choices=choices(Sector))
    solutions = models.ManyToManyField(PolicySolution, related_name="engagements", blank=True)
    sharing_request = models.ForeignKey(SharingRequest, models.SET_NULL, related_name="engagements", null=True, blank=True)
    stage = models.CharField(max_length=20, choices=choices(Stage))
    standing = models.CharField(max_length=20, choices=choices(Standing))
    ending = models.CharField(max_length=12, choices=choices(Ending), blank=True)
    ending_reason = models.TextField(blank=True)
    lead = models.CharField(max_length=30, choices=choices(Party))
    activity = models.CharField(max_length=20, choices=choices(Activity))
    money_flow = models.CharField(max_length=20, choices=choices(MoneyFlow))
    row = models.PositiveSmallIntegerField(null=True, blank=True, help_text="row of the article's table 2")
    revision = models.PositiveIntegerField(default=1)

    class Meta(ReferenceModel.Meta):
        constraints = [
            models.CheckConstraint(condition=models.Q(ending="") | ~models.Q(ending_reason=""), name="an_ending_has_a_reason")
        ]


class LegalRule(ReferenceModel):
    """Who may do what with which flow of money, from when to when."""

    shape = programme.LegalRule
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)


class Difficulty(ReferenceModel):
    shape = programme.Difficulty


class StageNote(ReferenceModel):
    """What happens in a stage, in the documents' words."""

    shape = programme.StageNote


@pghistory.track()
class Promise(models.Model):
    """Who promised what to whom, due when, kept or not."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="promises", null=True, blank=True)
    sharing_request = models.ForeignKey(SharingRequest, models.CASCADE, related_name="promises", null=True, blank=True)
    text = models.TextField()
    promised_by = models.CharField(max_length=200)
    promised_to = models.CharField(max_length=200)
    occasion = models.CharField(max_length=300, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)
    responsible = models.ForeignKey(Agency, models.SET_NULL, null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    kept_on = models.DateField(null=True, blank=True)
    closed_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["due_on", "id"]

    def __str__(self) -> str:
        return self.text[:80]
