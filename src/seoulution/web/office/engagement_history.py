"""Everything that happened to an engagement and its records, newest first: who, when, why, and what changed, in plain words."""

from collections.abc import Sequence
from typing import Final

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.papers import papers_for
from seoulution.web.office.engagement_file import file_context, found
from seoulution.web.office.history import events_of
from seoulution.web.office.lists import page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.component_values import TimelineEvent
from seoulution.web.shared.tags.records import named

OWN: Final = (
    "stage", "standing", "ending", "ending_reason", "lead", "activity", "money_flow", "owner_id", "responsible_id", "aim", "operator",
    "amount", "currency", "is_sensitive", "is_public", "data", "withdrawn_on",
)  # fmt: skip
"""Columns of the file itself whose change is told."""
PAPERS: Final = "EngagementDocumentEvent"
KEPT: Final[Sequence[tuple[str, tuple[str, ...], str | Promise]]] = (
    ("StageSpellEvent", ("outcome", "entered_on", "left_on", "leaving_reason"), gettext_lazy("Stage on record")),
    ("ConfirmationEvent", ("taken_back_on", "taken_back_reason"), gettext_lazy("What both sides agreed")),
    ("BasisDecisionEvent", ("taken_back_on", "taken_back_reason"), gettext_lazy("Legal basis decided")),
    ("StageFundingEvent", ("state", "amount", "withdrawn_on"), gettext_lazy("Money of a stage")),
    (PAPERS, ("title", "withdrawn_reason"), gettext_lazy("Paper on file")),
    ("ApprovalCaseEvent", ("state", "round"), gettext_lazy("Decision asked for")),
    ("ContactEvent", ("state", "title", "starts_at"), pgettext_lazy("with a city", "Contact")),
    ("PromiseEvent", ("text", "due_on", "kept_on", "closed_reason"), gettext_lazy("Promise")),
    ("TaskEvent", ("text", "due_on", "done_on", "dropped_reason"), gettext_lazy("Task")),
    ("ReferralEvent", ("answered_at", "withdrawn_reason"), gettext_lazy("Question to another body")),
    ("EngagementMemberEvent", ("part",), gettext_lazy("Team")),
    ("ServiceLevelEvent", ("bound", "ended_on"), gettext_lazy("Service level")),
    ("AftercareCheckEvent", ("due_on", "done_on", "is_sound"), gettext_lazy("Check after the handover")),
)
"""History tables of the records of a file, the columns that count in each, and what the record is called."""
CALLED: Final = {
    PAPERS: "title", "ApprovalCaseEvent": "title", "ContactEvent": "title", "PromiseEvent": "text", "TaskEvent": "text",
    "ReferralEvent": "asks", "ServiceLevelEvent": "measure",
}  # fmt: skip
"""Columns that tell which of several it is."""


@needs(Permission.SEE_HISTORY)
def page(request: SignedInRequest, code: str) -> HttpResponse:
    """Page by page; of each kind of record the latest are read."""
    row = found(request, code)
    context = {
        **file_context(request, row, "office:engagement_history"),
        "page": page_of(request, history_of(row, request.user)),
    }
    return render(request, "office/engagement_history.html", context)


def history_of(row: Engagement, reader: User) -> list[TimelineEvent]:
    """The events of the file and of everything kept in it, newest first; of papers only those that the reader sees."""
    events = events_of("engagements.EngagementEvent", Q(pgh_obj=row), OWN, named(row), most=None)
    for model, shown, title in KEPT:
        whose = Q(pgh_obj__in=papers_for(reader, row)) if model == PAPERS else Q(engagement=row)
        events += events_of(f"engagements.{model}", whose, shown, str(title), called=CALLED.get(model, ""), most=None)
    return sorted(events, key=lambda event: event.when, reverse=True)
