"""What a change of the legal rules changes: which routes are answered otherwise from which day on, and which are left without a rule."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from seoulution.engine.engagements.legal_rules import Basis, LegalRoute, LegalRule, every_route, ruling


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """One route before and after; None where no rule covers it."""

    route: LegalRoute
    before: LegalRule | None
    after: LegalRule | None


@dataclass(frozen=True, slots=True)
class Effect:
    """The routes that are answered otherwise from `on` than they would be without the change."""

    on: date
    changed: tuple[ChangedAnswer, ...]


def answered_otherwise(before: LegalRule | None, after: LegalRule | None) -> bool:
    """Another answer, or another basis to be decided: a basis decided for one rule says nothing of another."""
    if before is None or after is None:
        return before is not after
    waits = after.answer is Basis.NEEDS_BASIS
    return before.answer is not after.answer or (waits and before.code != after.code)


def changed_answers(
    before: Sequence[LegalRule], after: Sequence[LegalRule], on: date, *, on_before: date | None = None
) -> tuple[ChangedAnswer, ...]:
    """Every route that the rules `after` answer otherwise on the day than the rules `before` did on `on_before`, by default the same day."""
    found = []
    for route in every_route():
        then, now = ruling(route, before, on_before or on), ruling(route, after, on)
        if answered_otherwise(then, now):
            found.append(ChangedAnswer(route, then, now))
    return tuple(found)


def days_that_matter(rules: Iterable[LegalRule], since: date) -> tuple[date, ...]:
    """`since`, and each later day on which a rule begins or is over for the first time."""
    days = {since}
    for rule in rules:
        if rule.validity.valid_from:
            days.add(rule.validity.valid_from)
        if rule.validity.valid_to:
            days.add(rule.validity.valid_to + timedelta(days=1))
    return tuple(sorted(day for day in days if day >= since))


def effects(before: Sequence[LegalRule], after: Sequence[LegalRule], since: date) -> tuple[Effect, ...]:
    """What the change does, day by day from `since` on; a day that brings nothing new is left out."""
    found: list[Effect] = []
    for day in days_that_matter((*before, *after), since):
        changed = changed_answers(before, after, day)
        if changed and (not found or found[-1].changed != changed):
            found.append(Effect(day, changed))
    return tuple(found)


def left_unanswered(rules: Sequence[LegalRule], since: date) -> tuple[LegalRoute, ...]:
    """Routes that no rule would answer on `since` or a later day."""
    days = days_that_matter(rules, since)
    return tuple(route for route in every_route() if any(ruling(route, rules, day) is None for day in days))
