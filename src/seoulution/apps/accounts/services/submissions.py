"""The once-only marks of forms and of writes through the interface for programs."""

import uuid
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from seoulution.apps.accounts.models import Submission


def claim_submission(key: uuid.UUID, *, path: str, sender: str) -> str | None:
    """None when the key is new; otherwise where its first use led. Waits while a first use is still running."""
    try:
        with transaction.atomic():
            Submission.objects.create(key=key, path=path, sender=sender)
    except IntegrityError:
        return Submission.objects.values_list("led_to", flat=True).get(key=key)
    return None


def settle_submission(key: uuid.UUID, *, led_to: str) -> None:
    """Remembers where the first use led."""
    Submission.objects.filter(key=key).update(led_to=led_to)


def forget_submission(key: uuid.UUID) -> None:
    """A form shown again with errors may be sent again under the same key."""
    Submission.objects.filter(key=key).delete()


def forget_old_submissions(*, days: int = 30) -> int:
    """Marks older than a month serve nobody; returns how many went."""
    count, _ = Submission.objects.filter(received_at__lt=timezone.now() - timedelta(days=days)).delete()
    return count
