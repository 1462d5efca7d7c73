"""The private address under which a person's own calendar program reads what is planned."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q


@pghistory.track(exclude=["token_hash"])
class CalendarFeed(models.Model):
    """A link that reads one person's calendar and nothing else: only a hash is kept; it expires and can be revoked."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-issued_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("issued_at")), name="calendar_feed_expires_after_issue"),
            models.UniqueConstraint(fields=["user"], condition=Q(revoked_at=None), name="one_calendar_feed_a_person"),
        ]

    def __str__(self) -> str:
        return f"calendar of {self.user_id}"
