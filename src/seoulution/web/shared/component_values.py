"""What components take from a view: small values, already in the reader's language."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go. `current` marks the page one is on; `count` is shown beside the words when given."""

    label: str
    href: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry of a facts strip or definition list; `value` may be any value, safe HTML or an engine `Sourced`."""

    label: str
    value: object
    href: str = ""


class StepState(StrEnum):
    """Where an engagement stands with one stage."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"
    SKIPPED = "skipped"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class StageStep:
    """One of the stages on the track; `note` says when, or why it was skipped or is blocked."""

    name: str
    state: StepState
    note: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """Something that happened, newest first by the caller's order."""

    when: date | datetime
    title: str
    body: str = ""
    by: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class ConflictField:
    """One field two people changed: what the reader wrote and what was saved meanwhile, both in words.

    untouched : the reader left it as it was; what was saved meanwhile is then chosen already
    """

    name: str
    label: str
    mine: str
    theirs: str
    untouched: bool = False
