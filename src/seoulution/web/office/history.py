"""What happened to a record, from the history that the database keeps itself: who, when, why, and what changed."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from textwrap import shorten
from typing import Any, Final

from django.apps import apps
from django.db.models import Model, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.names import name_of
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.codes import CaseState, ContactState, FundingState, MemberPart, SpellOutcome
from seoulution.engine.vocabulary import Activity, Ending, MoneyFlow, Party, Stage, Standing
from seoulution.web.office.history_words import people_named, reason_words
from seoulution.web.shared.component_values import TimelineEvent
from seoulution.web.shared.tags.records import named

MOST: Final = 40
READ: Final = 200
"""Events read, so that each shown one finds the one before it."""
WORDS_OF_A_NAME: Final = 80
"""Letters of a promise or task that tell which it is."""
WORDED: Final[Mapping[str, type]] = {
    "stage": Stage,
    "standing": Standing,
    "ending": Ending,
    "lead": Party,
    "activity": Activity,
    "money_flow": MoneyFlow,
    "aim": Stage,
    "operator": Party,
    "outcome": SpellOutcome,
    "part": MemberPart,
}
"""Columns that hold codes of the vocabulary."""
STATES: Final[Mapping[str, type]] = {
    "ContactEvent": ContactState,
    "ApprovalCaseEvent": CaseState,
    "StageFundingEvent": FundingState,
}
"""What the codes of `state` are, by the table of the history."""
NAMED: Final[Mapping[str, str]] = {"owner_id": "accounts.User", "responsible_id": "network.Agency"}
"""Columns that hold a key: whose name stands for it."""


def field_words(name: str) -> str:
    """A column in words."""
    words = {
        "stage": _("Stage"),
        "standing": _("Standing"),
        "ending": _("Ending"),
        "ending_reason": _("Reason for the ending"),
        "lead": _("Lead"),
        "kept_on": _("Kept on"),
        "closed_reason": _("Released because"),
        "due_on": _("Due"),
        "withdrawn_on": _("Withdrawn on"),
        "data": _("Record"),
        "activity": _("Activity"),
        "money_flow": _("Flow of money"),
        "owner_id": pgettext("of an engagement", "Owner"),
        "responsible_id": _("Responsible body"),
        "aim": _("The city asks for"),
        "operator": _("To be run by"),
        "amount": _("Amount"),
        "currency": _("Currency"),
        "is_sensitive": _("Sensitive"),
        "is_public": _("Public"),
        "outcome": _("Outcome"),
        "entered_on": _("Entered on"),
        "left_on": _("Left on"),
        "leaving_reason": _("Reason for leaving"),
        "taken_back_on": _("Taken back on"),
        "taken_back_reason": _("Taken back because"),
        "state": _("State"),
        "title": _("Title"),
        "withdrawn_reason": _("Withdrawn because"),
        "round": _("Round"),
        "starts_at": _("Begins"),
        "text": _("Text"),
        "done_on": _("Done on"),
        "dropped_reason": _("Dropped because"),
        "answered_at": _("Answered"),
        "part": _("Part in the team"),
        "bound": _("Bound"),
        "ended_on": _("Ended on"),
        "is_sound": _("Found sound"),
        "name_ko": _("Korean name"),
        "name_en": _("English name"),
        "value": _("Value"),
        "is_target": _("Target city"),
    }
    return words.get(name, "")


def events_of(
    model: str, where: Q, shown: Sequence[str], title: str | Mapping[int, str], *, called: str = "", most: int | None = MOST
) -> list[TimelineEvent]:
    """The latest events of a tracked model, newest first; with `most` None all that were read.

    A change of other columns than those shown, for which nobody gave a reason, says nothing to a reader and is left out.

    model : app_label.EventModel; shown : the columns that count; title : what it happened to, or that by primary key; called : the column that says which
    """
    event_model: type[Model] = apps.get_model(model)
    rows: list[Any] = list(event_model._default_manager.filter(where).select_related("pgh_context").order_by("-pgh_id")[:READ])
    people = people_named({str(_told(row).get("by", "")) for row in rows} - {""})
    latest: dict[int, Any] = {}
    events = []
    for row in reversed(rows):
        name = title if isinstance(title, str) else title.get(row.pgh_obj_id, "")
        which = f" “{shorten(getattr(row, called), WORDS_OF_A_NAME, placeholder=' …')}”" if called else ""
        event = _event(row, latest.get(row.pgh_obj_id), shown, name + which, people)
        if event.body or row.pgh_obj_id not in latest:
            events.append(event)
        latest[row.pgh_obj_id] = row
    return events[::-1][:most]


def _told(row: Any) -> Mapping[str, Any]:
    """Who and why, as whoever changed it said."""
    return row.pgh_context.metadata if row.pgh_context else {}


def _event(row: Any, earlier: Any, shown: Sequence[str], title: str, people: Mapping[str, str]) -> TimelineEvent:
    context = _told(row)
    changes = [_change(name, getattr(earlier, name), getattr(row, name), row) for name in shown if earlier is not None]
    first = _("put on record") if row.pgh_label == "insert" else _("changed")
    told = [part for part in (reason_words(context.get("reason", "")), *changes) if part]
    by = str(context.get("by", ""))
    return TimelineEvent(when=row.pgh_created_at, title=f"{title}: {first}", body=" · ".join(told), by=people.get(by, by))


def _change(name: str, old: Any, new: Any, row: Any) -> str:
    if old == new:
        return ""
    if name == "data":
        return _("%(field)s: its text changed") % {"field": field_words(name)}
    return f"{field_words(name)}: {_value(name, old, row)} → {_value(name, new, row)}"


def _value(name: str, value: Any, row: Any) -> str:
    if value is None or value == "":
        return "–"
    if name in NAMED:
        found = apps.get_model(NAMED[name])._default_manager.filter(pk=value).first()
        return name_of(found) if isinstance(found, User) else named(found) if found else str(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    kind = STATES.get(type(row).__name__) if name == "state" else WORDED.get(name)
    return label(kind, str(value)) if kind else str(value)
