"""Who changed which part of a text, when and why, read from the tracked rows of its drafts; and what differs between two texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps as django_apps

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.names import name_of
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.parts import FACTS, IDENTITY, OTHER_GAPS, SECTIONS, WHOLE, value_of
from seoulution.reference.schema import catalogue
from seoulution.reference.schema.base import Words


@dataclass(frozen=True, slots=True)
class PartChange:
    """One change of one part. `event` names the tracked row; `before` is None where the draft began with it."""

    event: int
    when: datetime
    by: str
    reason: str
    before: Any
    after: Any


def part_history(solution: PolicySolution, part: str) -> tuple[PartChange, ...]:
    """Every change of the part in any draft of the solution, newest first."""
    people = {user.pk: name_of(user) for user in User.objects.all()}
    return tuple(reversed(list(_changes(_events(solution), part, people))))


def _events(solution: PolicySolution) -> Any:
    tracked = django_apps.get_model("catalogue", "DraftEvent")
    rows = tracked._default_manager.filter(solution_id=solution.pk).select_related("pgh_context")
    return rows.order_by("pgh_created_at", "pgh_id")


def _changes(events: Any, part: str, people: Mapping[int, str]) -> Iterator[PartChange]:
    last: dict[int, Any] = {}
    for event in events:
        now = value_of(event.data, part)
        begins = event.pgh_obj_id not in last
        before = last.get(event.pgh_obj_id)
        last[event.pgh_obj_id] = now
        if begins and not now:
            continue
        if begins or now != before:
            context = event.pgh_context.metadata if event.pgh_context else {}
            who = people.get(event.changed_by_id or 0, context.get("by", ""))
            yield PartChange(event.pgh_id, event.pgh_created_at, who, context.get("reason", ""), before, now)


def part_as_of(solution: PolicySolution, part: str, event: int) -> Any:
    """The part as a tracked row holds it; LookupError for a row of another solution."""
    found = _events(solution).filter(pgh_id=event).first()
    if found is None:
        raise LookupError(event)
    return value_of(found.data, part)


def latest_changes(solution: PolicySolution) -> Mapping[str, PartChange]:
    """The last change of each part of the open and past drafts that a list of parts tells of."""
    people = {user.pk: name_of(user) for user in User.objects.all()}
    events = list(_events(solution))
    found = {}
    for part in (*SECTIONS, *IDENTITY, *WHOLE, "facts", OTHER_GAPS):
        changes = list(_changes(events, part, people))
        if changes:
            found[part] = changes[-1]
    return found


@dataclass(frozen=True, slots=True)
class TextDifference:
    """A text that two records tell differently; None where one of them does not have it."""

    path: str
    before: Words | None
    after: Words | None


def text_differences(before: catalogue.PolicySolution, after: catalogue.PolicySolution) -> tuple[TextDifference, ...]:
    """Texts that differ, in the order of the template."""
    old, new = dict(before.texts()), dict(after.texts())
    paths = [*new, *(path for path in old if path not in new)]
    return tuple(
        TextDifference(path, old.get(path), new.get(path)) for path in paths if _both(old.get(path)) != _both(new.get(path))
    )


def _both(words: Words | None) -> tuple[str, str] | None:
    return (words.ko, words.en) if words else None


def other_differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """Parts that differ in something other than their words: figures, sources, facts."""
    keys = (*IDENTITY, *WHOLE, *FACTS[1:], "gaps")
    return tuple(key for key in keys if before.get(key) != after.get(key))
