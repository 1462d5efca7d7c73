"""The daily work on a request that has no engagement yet: contacts, promises, tasks, questions to other bodies."""

from typing import Any

from django.utils import timezone

from seoulution.apps.demand.models import SharingRequest
from seoulution.web.office.promises import with_states


def work_on(row: SharingRequest) -> dict[str, Any]:
    """What the request's page shows of it."""
    today = timezone.localdate()
    return {
        "contacts": row.contacts.prefetch_related("people"),
        "promises": with_states(row.promises.select_related("responsible", "owner", "engagement"), today),
        "tasks": row.tasks.select_related("owner"),
        "referrals": row.referrals.select_related("to_body", "referred_by", "answered_by"),
        "today": today,
    }
