"""After the handover: agreed service levels, their readings, and the checks after one, three and five years."""

import pghistory
from django.conf import settings
from django.db import models

from seoulution.apps.engagements.models.engagements import Engagement


@pghistory.track()
class ServiceLevel(models.Model):
    """What the operation is to hold: a measure, its unit, and the bound it should keep to."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="service_levels")
    measure = models.CharField(max_length=200)
    unit = models.CharField(max_length=60)
    bound = models.DecimalField(max_digits=20, decimal_places=4)
    higher_is_better = models.BooleanField(default=True)
    agreed_on = models.DateField()
    agreed_in = models.CharField(max_length=300, help_text="where it was agreed: paper, clause")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    ended_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.measure


@pghistory.track()
class ServiceReading(models.Model):
    """What was measured on a day, and who says so."""

    level = models.ForeignKey(ServiceLevel, models.CASCADE, related_name="readings")
    read_on = models.DateField()
    value = models.DecimalField(max_digits=20, decimal_places=4)
    source = models.CharField(max_length=300)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    struck_reason = models.TextField(blank=True, help_text="why the reading no longer counts")

    class Meta:
        ordering = ["read_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["level", "read_on"], condition=models.Q(struck_reason=""), name="one_reading_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.read_on}: {self.value}"


@pghistory.track()
class AftercareCheck(models.Model):
    """The look after so many years of operation: due on a day, done with what was seen."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="aftercare_checks")
    years = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    seen = models.TextField(blank=True)
    is_sound = models.BooleanField(null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [models.UniqueConstraint(fields=["engagement", "years"], name="one_check_a_mark")]

    def __str__(self) -> str:
        return f"{self.years} years: {self.due_on}"
