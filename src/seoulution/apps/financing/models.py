"""Funds with their own words and parsed terms; the provider's own ODA by type."""

from django.db import models

from seoulution.apps.network.models import Agency
from seoulution.apps.network.records import ReferenceModel
from seoulution.reference.schema import network, programme


class Fund(ReferenceModel):
    shape = programme.Fund
    administrator = models.ForeignKey(Agency, models.PROTECT, related_name="funds")
    instrument = models.CharField(max_length=30)
    region = models.CharField(max_length=30)
    as_of = models.DateField()
    valid_to = models.DateField(null=True, blank=True)


class OdaShare(ReferenceModel):
    """A type of the provider's own ODA and its share, where known."""

    shape = network.OdaShare
