"""What happened to a record, from the history that the database keeps itself: who, when, why, and what changed."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.apps import apps
from django.db.models import Model, Q
from django.utils.translation import gettext as _

from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Ending, Party, Stage, Standing
from seoulution.web.shared.component_values import TimelineEvent

MOST: Final = 40
READ: Final = 200
"""Events read, so that each shown one finds the one before it."""
WORDED: Final[Mapping[str, type]] = {"stage": Stage, "standing": Standing, "ending": Ending, "lead": Party}
"""Columns that hold codes of the vocabulary."""


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
        "name_ko": _("Korean name"),
        "name_en": _("English name"),
        "value": _("Value"),
        "is_target": _("Target city"),
    }
    return words.get(name, "")


def events_of(model: str, where: Q, shown: Sequence[str], title: str | Mapping[int, str]) -> list[TimelineEvent]:
    """The latest events of a tracked model, newest first.

    model : app_label.EventModel; shown : the columns that count; title : what it happened to, or that by primary key
    """
    event_model: type[Model] = apps.get_model(model)
    rows: list[Any] = list(event_model._default_manager.filter(where).select_related("pgh_context").order_by("-pgh_id")[:READ])
    latest: dict[int, Any] = {}
    events = []
    for row in reversed(rows):
        name = title if isinstance(title, str) else title.get(row.pgh_obj_id, "")
        events.append(_event(row, latest.get(row.pgh_obj_id), shown, name))
        latest[row.pgh_obj_id] = row
    return events[::-1][:MOST]


def _event(row: Any, earlier: Any, shown: Sequence[str], title: str) -> TimelineEvent:
    context = row.pgh_context.metadata if row.pgh_context else {}
    changes = [_change(name, getattr(earlier, name), getattr(row, name)) for name in shown if earlier is not None]
    first = _("put on record") if row.pgh_label == "insert" else _("changed")
    told = [part for part in (context.get("reason", ""), *changes) if part]
    return TimelineEvent(
        when=row.pgh_created_at, title=f"{title}: {first}", body=" · ".join(told), by=str(context.get("by", ""))
    )


def _change(name: str, old: Any, new: Any) -> str:
    if old == new:
        return ""
    if name == "data":
        return _("%(field)s: its text changed") % {"field": field_words(name)}
    return f"{field_words(name)}: {_value(name, old)} → {_value(name, new)}"


def _value(name: str, value: Any) -> str:
    if value is None or value == "":
        return "–"
    kind = WORDED.get(name)
    return label(kind, str(value)) if kind else str(value)
