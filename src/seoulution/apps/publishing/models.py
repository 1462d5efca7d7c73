"""Dossiers kept with the inputs they were built from; promotion materials and channels."""

from django.conf import settings
from django.db import models

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.network.models import Agency
from seoulution.apps.network.records import ReferenceModel
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

    class Meta:
        ordering = ["-built_at", "-id"]

    def __str__(self) -> str:
        return f"{self.sharing_request_id} {self.language} {self.built_at:%Y-%m-%d}"


class PromotionMaterial(ReferenceModel):
    shape = network.PromotionMaterial


class PromotionChannel(ReferenceModel):
    shape = network.PromotionChannel
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="channels")
