"""Dossiers kept with the inputs they were built from; promotion materials and channels, and what was sent through them."""

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.fields.json import KeyTransform

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.network.models import Agency
from seoulution.apps.network.records import ReferenceModel
from seoulution.engine.vocabulary import Language, Sector, choices
from seoulution.reference.schema import network


class Dossier(models.Model):
    """A built dossier: the document as a value, and the hash of everything it was computed from."""

    sharing_request = models.ForeignKey(SharingRequest, models.CASCADE, related_name="dossiers")
    language = models.CharField(max_length=8)
    document = models.JSONField()
    inputs_hash = models.CharField(max_length=64)
    built_at = models.DateTimeField(auto_now_add=True)
    built_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)
    shared_with_city_at = models.DateTimeField(null=True, blank=True)
    wording_reason = models.TextField(blank=True, help_text="why a word the guard refuses toward cities was let through")

    class Meta:
        ordering = ["-built_at", "-id"]
        indexes = [GinIndex(OpClass(KeyTransform("claims", "document"), name="jsonb_path_ops"), name="dossier_claims")]

    def __str__(self) -> str:
        return f"{self.sharing_request_id} {self.language} {self.built_at:%Y-%m-%d}"


class PromotionMaterial(ReferenceModel):
    shape = network.PromotionMaterial


class PromotionChannel(ReferenceModel):
    shape = network.PromotionChannel
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="channels")


class PaperKind(models.TextChoices):
    """What was printed: a whole sector, one solution on a page, one solution in full, or a solution for one city."""

    BROCHURE = "brochure"
    LEAFLET = "leaflet"
    SOLUTION = "solution"
    EDITION = "edition"


@pghistory.track()
class Sending(models.Model):
    """A paper that left the house: to whom, through which channel, in which language, and the claims it quoted as they were.

    claims : `<solution>/<claim>` -> how it read; where one differs from today's, this paper is stale out there
    """

    kind = models.CharField(max_length=10, choices=PaperKind.choices)
    solution = models.ForeignKey(PolicySolution, models.PROTECT, null=True, blank=True, related_name="sendings")
    sector = models.CharField(max_length=20, choices=choices(Sector), blank=True)
    city = models.ForeignKey(City, models.PROTECT, null=True, blank=True, related_name="sendings")
    language = models.CharField(max_length=8, choices=choices(Language))
    format = models.CharField(max_length=8)
    channel = models.ForeignKey(PromotionChannel, models.PROTECT, null=True, blank=True, related_name="sendings")
    recipient = models.CharField(max_length=300)
    sent_on = models.DateField()
    note = models.TextField(blank=True)
    claims = models.JSONField(default=dict)
    document_digest = models.CharField(max_length=64)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    recalled_at = models.DateTimeField(null=True, blank=True, help_text="when the recipient was told that it is out of date")

    class Meta:
        ordering = ["-sent_on", "-id"]
        indexes = [GinIndex(fields=["claims"], name="sending_claims")]

    def __str__(self) -> str:
        return f"{self.kind} to {self.recipient}"
