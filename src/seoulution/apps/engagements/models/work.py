"""What was promised, what is to be done, and what was handed to another bureau."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.models.contacts import Contact
from seoulution.apps.engagements.models.engagements import Engagement
from seoulution.apps.engagements.ranks import FROM_THE_MAYOR_DOWN
from seoulution.apps.network.models import Agency
from seoulution.engine.engagements.codes import Rank, Side
from seoulution.engine.vocabulary import choices


@pghistory.track()
class Promise(models.Model):
    """Who promised what to whom where, due when, kept or not.

    side : whose word it is, ours or the other's; rank : where who gave it stands in the city hall, mayor first, where that is known
    """

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="promises", null=True, blank=True)
    sharing_request = models.ForeignKey(SharingRequest, models.CASCADE, related_name="promises", null=True, blank=True)
    contact = models.ForeignKey(Contact, models.SET_NULL, related_name="promises", null=True, blank=True)
    side = models.CharField(max_length=6, choices=choices(Side), default=Side.OURS)
    text = models.TextField()
    rank = models.CharField(max_length=16, choices=choices(Rank), blank=True)
    promised_by = models.CharField(max_length=200)
    promised_to = models.CharField(max_length=200)
    occasion = models.CharField(max_length=300, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)
    responsible = models.ForeignKey(Agency, models.SET_NULL, null=True, blank=True)
    made_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    kept_on = models.DateField(null=True, blank=True)
    kept_note = models.TextField(blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_reason = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["owner", "due_on"], condition=Q(kept_on=None, closed_reason=""), name="promise_open_of"),
            models.Index(fields=["due_on"], condition=Q(kept_on=None, closed_reason=""), name="promise_open"),
            models.Index(FROM_THE_MAYOR_DOWN, F("due_on"), F("id"), name="promise_ledger"),
        ]

    def __str__(self) -> str:
        return self.text[:80]


@pghistory.track()
class Task(models.Model):
    """Something one person is to do by a day; done, or dropped with a reason."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, null=True, blank=True, related_name="tasks")
    sharing_request = models.ForeignKey(SharingRequest, models.CASCADE, null=True, blank=True, related_name="tasks")
    promise = models.ForeignKey(Promise, models.SET_NULL, null=True, blank=True, related_name="tasks")
    text = models.TextField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="tasks")
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    dropped_reason = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["owner", "due_on"], condition=Q(done_on=None, dropped_reason=""), name="task_open_of"),
            models.Index(fields=["due_on", "id"], condition=Q(done_on=None, dropped_reason=""), name="task_open_by_day"),
        ]

    def __str__(self) -> str:
        return self.text[:80]


@pghistory.track()
class Referral(models.Model):
    """A question or a file handed to another bureau or corporation, and what it answered."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, null=True, blank=True, related_name="referrals")
    sharing_request = models.ForeignKey(SharingRequest, models.CASCADE, null=True, blank=True, related_name="referrals")
    to_body = models.ForeignKey(Agency, models.PROTECT, related_name="referrals")
    asks = models.TextField()
    due_on = models.DateField(null=True, blank=True)
    referred_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    referred_at = models.DateTimeField(auto_now_add=True)
    answer = models.TextField(blank=True)
    is_declined = models.BooleanField(default=False)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-referred_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(engagement__isnull=False) | Q(sharing_request__isnull=False), name="a_referral_is_about_a_file"
            )
        ]
        indexes = [models.Index(fields=["to_body", "due_on"], condition=Q(answered_at=None), name="referral_open")]

    def __str__(self) -> str:
        return self.asks[:80]
