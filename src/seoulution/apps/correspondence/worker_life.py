"""Whether a worker is alive: workers say so themselves every ten seconds."""

from datetime import datetime, timedelta
from typing import Final

from procrastinate.contrib.django.models import ProcrastinateWorker

SILENT_AFTER: Final = timedelta(seconds=45)


def last_heard_of(now: datetime) -> datetime | None:
    """When a worker last said that it lives; None when none has ever, or all have ended in good order."""
    return (
        ProcrastinateWorker.objects.filter(last_heartbeat__lte=now + SILENT_AFTER)
        .values_list("last_heartbeat", flat=True)
        .order_by("-last_heartbeat")
        .first()
    )


def worker_lives(now: datetime) -> bool:
    """True while one has said so lately."""
    heard = last_heard_of(now)
    return heard is not None and now - heard <= SILENT_AFTER
