"""Sources, corrections, bodies, firms, agreements and the cooperation chart."""

import pghistory
from django.conf import settings
from django.db import models

from seoulution.apps.network.records import ReferenceModel
from seoulution.engine.engagements.codes import Rank
from seoulution.engine.vocabulary import choices
from seoulution.reference.schema import base, network


class Source(models.Model):
    """A document that a figure or sentence rests on."""

    code = models.CharField(max_length=80, unique=True)
    title = models.TextField()
    publisher = models.TextField(blank=True)
    address = models.TextField(blank=True)
    published = models.CharField(max_length=60, blank=True)
    retrieved_on = models.DateField(null=True, blank=True)
    note_ko = models.TextField(blank=True)
    note_en = models.TextField(blank=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.title


class Correction(ReferenceModel):
    """A slip of the papers: printed beside corrected."""

    shape = base.Correction
    document = models.CharField(max_length=20)


class Agency(ReferenceModel):
    """A body of the cooperation network, the city's own bureaus and corporations among them."""

    shape = network.Agency
    kind = models.CharField(max_length=30)
    party = models.CharField(max_length=30)


class Firm(ReferenceModel):
    shape = network.Firm


class Agreement(ReferenceModel):
    """A memorandum with a partner."""

    shape = network.Agreement
    partner = models.ForeignKey(Agency, models.PROTECT, related_name="agreements")
    year = models.PositiveSmallIntegerField()


class NetworkNode(ReferenceModel):
    """A box of the chart."""

    shape = network.Node


class NetworkEdge(ReferenceModel):
    """What flows from one box to another."""

    shape = network.Edge
    tail = models.ForeignKey(NetworkNode, models.PROTECT, related_name="flows_out")
    head = models.ForeignKey(NetworkNode, models.PROTECT, related_name="flows_in")
    flow = models.CharField(max_length=20)


class Responsibility(ReferenceModel):
    """Who in the programme owns what."""

    shape = network.Responsibility
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="responsibilities")


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Affiliation(models.Model):
    """A person who signs in and the body they work for; `rank` is where they sign in it, if they do."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="affiliation")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="people", null=True, blank=True)
    firm = models.ForeignKey(Firm, models.PROTECT, related_name="people", null=True, blank=True)
    rank = models.CharField(max_length=16, choices=choices(Rank), blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agency__isnull=False) ^ models.Q(firm__isnull=False), name="affiliation_names_one_body"
            )
        ]

    def __str__(self) -> str:
        return str(self.agency or self.firm)
