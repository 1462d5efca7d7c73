"""Meetings, visits, letters and calls with people of both sides."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from seoulution.apps.cities.models import City
from seoulution.apps.correspondence.models import IncomingMail
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.models.engagements import Engagement
from seoulution.engine.engagements.codes import ContactKind, ContactState, Side
from seoulution.engine.vocabulary import choices


@pghistory.track()
class Contact(models.Model):
    """Both sides met or wrote, or plan to: about an engagement, a request, or a city alone."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, null=True, blank=True, related_name="contacts")
    sharing_request = models.ForeignKey(SharingRequest, models.CASCADE, null=True, blank=True, related_name="contacts")
    city = models.ForeignKey(City, models.PROTECT, null=True, blank=True, related_name="contacts")
    kind = models.CharField(max_length=10, choices=choices(ContactKind))
    state = models.CharField(max_length=10, choices=choices(ContactState), default=ContactState.PLANNED)
    title = models.CharField(max_length=300)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=300, blank=True)
    summary = models.TextField(blank=True)
    called_off_reason = models.TextField(blank=True)
    mail = models.ForeignKey(IncomingMail, models.SET_NULL, null=True, blank=True, related_name="contacts")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-starts_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(engagement__isnull=False) | Q(sharing_request__isnull=False) | Q(city__isnull=False),
                name="a_contact_is_about_something",
            )
        ]
        indexes = [models.Index(fields=["state", "starts_at"], name="contact_state_day")]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class ContactPerson(models.Model):
    """Who took part, from which side; `user` where the person has an account here."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="people")
    side = models.CharField(max_length=6, choices=choices(Side))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=200, blank=True)
    body = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["side", "id"]

    def __str__(self) -> str:
        return self.name
