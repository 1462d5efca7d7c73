"""The overview of an engagement: where it stands, what comes next and what is missing for it, and what was last done and promised."""

from typing import Any, Final

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from seoulution.apps.accounts.names import name_of
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.queries import sourced
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.queries import facts_of
from seoulution.apps.network.models import Correction
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.codes import ContactState
from seoulution.engine.engagements.course import gate_ahead
from seoulution.engine.engagements.stages import findings_before
from seoulution.engine.findings import blocking
from seoulution.engine.vocabulary import Party, Stage
from seoulution.reference.schema import programme
from seoulution.web.office.engagement_file import file_context, found
from seoulution.web.office.engagement_track import track
from seoulution.web.office.history import events_of
from seoulution.web.office.lists import sources_of
from seoulution.web.office.promises import with_states
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.component_values import Fact
from seoulution.web.shared.tags.records import named

SHOWN_MISSING: Final = 3
SHOWN_LATEST: Final = 5
SHOWN_IN_HISTORY: Final = ("stage", "standing", "ending", "ending_reason", "lead", "data", "withdrawn_on")


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest, code: str) -> HttpResponse:
    """A calm summary; everything else is a tab away."""
    row = found(request, code)
    record: programme.Engagement | None = row.told
    today = timezone.localdate()
    facts = facts_of(row, today=today)
    to = gate_ahead(facts)
    missing = blocking(findings_before(to, facts)) if to is not None else ()
    promises = row.promises.filter(kept_on=None, closed_reason="").select_related("responsible", "owner")
    context: dict[str, Any] = {
        **file_context(request, row, "office:engagement"),
        "track": track(row, facts, list(row.spells.all())),
        "to": to,
        "missing": missing[:SHOWN_MISSING],
        "missing_count": len(missing),
        "facts": _key_facts(row),
        "amount": sourced(record.amount) if record and record.amount else None,
        "solutions": row.solutions.all(),
        "contacts": row.contacts.exclude(state=ContactState.CALLED_OFF)[:SHOWN_LATEST],
        "promises": with_states(promises[:SHOWN_LATEST], today),
        "tasks": row.tasks.filter(done_on=None, dropped_reason="").select_related("owner")[:SHOWN_LATEST],
        "participants": _participants(record) if record else [],
        "corrections": Correction.objects.filter(code__in=[f"correction-{number}" for number in record.corrections])
        if record
        else [],
        "history": _history(request, row),
        "history_page": _page_of("office:engagement_history", row),
        "work_page": _page_of("office:engagement_work", row),
        "sources": sources_of(row.data),
    }
    return render(request, "office/engagement.html", context)


def _key_facts(row: Engagement) -> list[Fact]:
    """Who answers for it, whose it is, for whom, and how far it is to go."""
    owner = name_of(row.owner) or None
    facts = [
        Fact(pgettext("of an engagement", "Owner"), owner),
        Fact(_("Responsible body"), named(row.responsible) if row.responsible else None),
        Fact(_("Led by"), label(Party, row.lead)),
        Fact(_("To be run by"), label(Party, row.operator) if row.operator else None),
        Fact(_("The city asks for"), label(Stage, row.aim) if row.aim else None),
        Fact(_("Last contact"), row.last_contact_on),
    ]
    if row.client:
        facts.append(Fact(_("Client"), row.client))
    if row.amount is not None:
        facts.append(Fact(_("Sum on record"), f"{row.amount:,.0f} {row.currency}"))
    return facts


def _page_of(name: str, row: Engagement) -> str:
    """The address of another page of the file; empty while there is none."""
    try:
        return reverse(name, args=[row.code])
    except NoReverseMatch:
        return ""


def _participants(record: programme.Engagement) -> list[tuple[programme.Participant, str]]:
    """Each participant with its record's page where it has one."""
    return [(each, each.agency or "") for each in record.participants]


def _history(request: SignedInRequest, row: Engagement) -> Any:
    """The latest changes, for those who may see them; None says that the reader may not."""
    if not request.user.may(Permission.SEE_HISTORY):
        return None
    own = events_of("engagements.EngagementEvent", Q(pgh_obj=row), SHOWN_IN_HISTORY, named(row))
    own += events_of("engagements.StageSpellEvent", Q(engagement=row), ("outcome", "left_on"), _("Stage on record"))
    own += events_of(
        "engagements.PromiseEvent", Q(engagement=row), ("kept_on", "closed_reason", "due_on"), _("Promise"), called="text"
    )
    return sorted(own, key=lambda event: event.when, reverse=True)[:SHOWN_LATEST]
