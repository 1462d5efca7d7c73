"""Whose file an engagement is: its team, and the officers of a country's desk."""

import pghistory
from django.conf import settings
from django.db import models

from seoulution.apps.cities.models import Country
from seoulution.apps.engagements.models.engagements import Engagement
from seoulution.engine.engagements.codes import MemberPart
from seoulution.engine.vocabulary import choices


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class EngagementMember(models.Model):
    """A person of the team; readers read, the others also work."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    part = models.CharField(max_length=8, choices=choices(MemberPart), default=MemberPart.MEMBER)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["part", "id"]
        constraints = [models.UniqueConstraint(fields=["engagement", "user"], name="a_member_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.part}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class CountryDesk(models.Model):
    """An officer who works on the engagements of a country."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="country_desks")
    country = models.ForeignKey(Country, models.PROTECT, related_name="desks")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["country__name_en", "id"]
        constraints = [models.UniqueConstraint(fields=["user", "country"], name="a_desk_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.country_id}"
