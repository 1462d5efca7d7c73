"""The daily work on one engagement: contacts past and planned, people of both sides, promises, tasks, questions to other bodies."""

from collections.abc import Iterable
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Contact, ContactPerson, Engagement
from seoulution.engine.engagements.codes import ContactState
from seoulution.web.office.engagement_file import file_context, found
from seoulution.web.office.promises import with_states
from seoulution.web.office.work_forms import SIDES
from seoulution.web.shared.access import SignedInRequest, needs

MOST: Final = 60


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest, code: str) -> HttpResponse:
    """Everything both sides said, promised and have to do."""
    row = found(request, code)
    today = timezone.localdate()
    contacts = list(row.contacts.prefetch_related("people")[:MOST])
    context: dict[str, Any] = {
        **file_context(request, row, "office:engagement_work"),
        "planned": [each for each in reversed(contacts) if each.state == ContactState.PLANNED],
        "past": [each for each in contacts if each.state != ContactState.PLANNED],
        "people": _people(contacts),
        "promises": with_states(_promises(row), today),
        "tasks": row.tasks.select_related("owner").order_by("done_on", "due_on", "pk")[:MOST],
        "referrals": row.referrals.select_related("to_body", "referred_by", "answered_by")[:MOST],
        "today": today,
        "of_engagement": True,
    }
    return render(request, "office/engagement_work.html", context)


def _promises(row: Engagement) -> Any:
    rows = row.promises.select_related("responsible", "owner", "contact")
    return rows.order_by("kept_on", "closed_on", "due_on", "pk")[:MOST]


def _people(contacts: Iterable[Contact]) -> list[tuple[str, list[tuple[ContactPerson, Contact]]]]:
    """Whom we met, each once with the latest contact, by side."""
    met: dict[tuple[str, str, str], tuple[ContactPerson, Contact]] = {}
    for contact in contacts:
        if contact.state == ContactState.HELD:
            for who in contact.people.all():
                met.setdefault((who.side, who.name, who.body), (who, contact))
    return [(side.value, [pair for key, pair in met.items() if key[0] == side]) for side in SIDES]
