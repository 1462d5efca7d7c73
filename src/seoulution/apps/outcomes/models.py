"""Results of an engagement against baseline and target; only the city can confirm them."""

import pghistory
from django.db import models

from seoulution.apps.engagements.models import Engagement


@pghistory.track()
class Result(models.Model):
    """One measure of one engagement. Without `confirmed_on` it is the programme's own word."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="results")
    measure_ko = models.CharField(max_length=300)
    measure_en = models.CharField(max_length=300)
    unit = models.CharField(max_length=80)
    baseline = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    baseline_year = models.PositiveSmallIntegerField(null=True, blank=True)
    target = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    actual = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    actual_year = models.PositiveSmallIntegerField(null=True, blank=True)
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["engagement", "id"]

    def __str__(self) -> str:
        return self.measure_en
