"""When the office is reminded of something: one table of kinds with their days. Matters and a day in, findings out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from seoulution.engine.findings import Finding, Severity


class ReminderKind(StrEnum):
    """What is not as it should be, or soon will not be."""

    NEVER_CONTACTED = "never-contacted"
    NOTHING_LATELY = "nothing-lately"
    CONTACT_NEAR = "contact-near"
    CONTACT_UNRECORDED = "contact-unrecorded"
    TASK_NEAR = "task-near"
    TASK_OVERDUE = "task-overdue"
    PROMISE_DUE = "promise-due"
    PROMISE_OVERDUE = "promise-overdue"
    REFERRAL_UNANSWERED = "referral-unanswered"
    PAPER_WAITING = "paper-waiting"
    GATE_WAITING = "gate-waiting"
    CHECK_NEAR = "check-near"
    CHECK_OVERDUE = "check-overdue"


@dataclass(frozen=True, slots=True)
class ReminderRule:
    """Days are counted from the matter's own day: a day ahead is below zero.

    first : the day of the first reminder; every : days until the next, 0 for one alone; last : the last day it is told
    code, severity : of the finding
    """

    code: str
    severity: Severity
    first: int
    every: int = 0
    last: int | None = None


REMINDERS: Final[Mapping[ReminderKind, ReminderRule]] = {
    ReminderKind.NEVER_CONTACTED: ReminderRule("reminder.never-contacted", Severity.WARNING, first=14, every=30),
    ReminderKind.NOTHING_LATELY: ReminderRule("reminder.nothing-lately", Severity.WARNING, first=60, every=30),
    ReminderKind.CONTACT_NEAR: ReminderRule("reminder.contact-near", Severity.NOTE, first=-3, last=0),
    ReminderKind.CONTACT_UNRECORDED: ReminderRule("reminder.contact-unrecorded", Severity.WARNING, first=1, every=7),
    ReminderKind.TASK_NEAR: ReminderRule("reminder.task-near", Severity.NOTE, first=-3, last=0),
    ReminderKind.TASK_OVERDUE: ReminderRule("reminder.task-overdue", Severity.BLOCKING, first=1, every=7),
    ReminderKind.PROMISE_DUE: ReminderRule("reminder.promise-due", Severity.WARNING, first=-14, every=11, last=0),
    ReminderKind.PROMISE_OVERDUE: ReminderRule("reminder.promise-overdue", Severity.BLOCKING, first=1, every=7),
    ReminderKind.REFERRAL_UNANSWERED: ReminderRule("reminder.referral-unanswered", Severity.WARNING, first=1, every=7),
    ReminderKind.PAPER_WAITING: ReminderRule("reminder.paper-waiting", Severity.WARNING, first=3, every=3),
    ReminderKind.GATE_WAITING: ReminderRule("reminder.gate-waiting", Severity.WARNING, first=30, every=30),
    ReminderKind.CHECK_NEAR: ReminderRule("reminder.check-near", Severity.NOTE, first=-30, every=23, last=0),
    ReminderKind.CHECK_OVERDUE: ReminderRule("reminder.check-overdue", Severity.WARNING, first=1, every=30),
}
"""Our settings. What the matter's own day is: opened (never contacted), last contact (nothing lately), entered the present stage (gate),
reached the signatory (paper), due (the others), begins (contact)."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that could ask for a reminder; `day` is what the rule counts from, `said` goes into the sentence."""

    kind: ReminderKind
    code: str
    day: date
    said: Mapping[str, str] = field(default_factory=dict, hash=False)


def step_of(kind: ReminderKind, day: date, today: date) -> int | None:
    """Which reminder it is today, the first being 0; None before the first and after the last day."""
    rule, days = REMINDERS[kind], (today - day).days
    if days < rule.first or (rule.last is not None and days > rule.last):
        return None
    return (days - rule.first) // rule.every if rule.every else 0


def reminders(matters: Iterable[Matter], today: date) -> tuple[Finding, ...]:
    """What asks for attention today, in the order given; `days` counts to or from the matter's own day."""
    return tuple(
        Finding(
            (rule := REMINDERS[matter.kind]).code,
            rule.severity,
            matter.code,
            {**matter.said, "on": matter.day.isoformat(), "days": str(abs((today - matter.day).days)), "step": str(step)},
        )
        for matter in matters
        if (step := step_of(matter.kind, matter.day, today)) is not None
    )


def key_of(finding: Finding) -> str:
    """The same thing is told once for each step; a changed day is a new thing."""
    said = finding.parameters
    return f"{finding.code}:{finding.subject}:{said['on']}:{said['step']}"
