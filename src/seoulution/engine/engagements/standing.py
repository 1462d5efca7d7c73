"""Where an engagement stood on any day: from its beginning, the documents' day, the stages on record, and its end."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from seoulution.engine.engagements.codes import SpellOutcome
from seoulution.engine.engagements.course import PLACE
from seoulution.engine.vocabulary import Ending, Stage, Standing


class Presence(StrEnum):
    """Whether it was there on the day, and how far that is known.

    `START_NOT_KNOWN` : the documents tell of it later and give no beginning; `STAGE_NOT_KNOWN` : begun, its stage on that day is not told
    `BETWEEN` : its last stage is over and no other runs
    """

    NOT_BEGUN = "not_begun"
    START_NOT_KNOWN = "start_not_known"
    STAGE_NOT_KNOWN = "stage_not_known"
    IN_STAGE = "in_stage"
    BETWEEN = "between"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


PRESENT = frozenset({Presence.STAGE_NOT_KNOWN, Presence.IN_STAGE, Presence.BETWEEN, Presence.ENDED})
"""What counts: also what has ended, for ends stay visible."""


class Certainty(StrEnum):
    """What the answer rests on: the documents, a record made at the time, or nothing that says so for this day."""

    TOLD = "told"
    RECORDED = "recorded"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Partial:
    """A day as far as it is told: `2005`, `2013-09` or `2013-01-08` is some day from `first` to `last`."""

    first: date
    last: date

    @classmethod
    def read(cls, told: str) -> "Partial":
        """The year, month or day as written; ValueError for anything else."""
        year, month, day = (*(int(part) for part in told.split("-", 2)), 0, 0)[:3]
        if not month:
            return cls(date(year, 1, 1), date(year, 12, 31))
        if not day:
            return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return cls(date(year, month, day), date(year, month, day))


@dataclass(frozen=True, slots=True)
class Spell:
    """A stay in a stage. `left_on` is the first day it no longer ran."""

    stage: Stage
    outcome: SpellOutcome
    entered_on: date
    left_on: date | None = None
    of_documents: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What the documents say it was on their day."""

    on: date
    stage: Stage
    standing: Standing


@dataclass(frozen=True, slots=True)
class Course:
    """What is known of an engagement, with days.

    begun : as the documents tell it; opened_on : where people opened it; standings : what was put on record, each from its day
    """

    begun: Partial | None = None
    told: Told | None = None
    opened_on: date | None = None
    spells: tuple[Spell, ...] = ()
    standings: tuple[tuple[date, Standing], ...] = ()
    ending: Ending | None = None
    ended_on: date | None = None
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class StandingOn:
    """The answer for one day: `stages` run side by side, or are the last ones where none runs; `since` is the day it is known from."""

    presence: Presence
    certainty: Certainty
    stages: tuple[Stage, ...] = ()
    standing: Standing | None = None
    ending: Ending | None = None
    since: date | None = None

    @property
    def is_present(self) -> bool:
        return self.presence in PRESENT


def standing_on(course: Course, day: date) -> StandingOn:
    """Where it stood on the day. On the documents' day it is what they tell, to the letter."""
    if course.withdrawn_on is not None and day >= course.withdrawn_on:
        return StandingOn(Presence.WITHDRAWN, Certainty.RECORDED, since=course.withdrawn_on)
    told, entered = course.told, _entered(course, day)
    if not _has_begun(course, entered, day):
        unknown = told is not None and course.begun is None
        if unknown:
            return StandingOn(Presence.START_NOT_KNOWN, Certainty.NOT_KNOWN)
        return StandingOn(Presence.NOT_BEGUN, Certainty.TOLD if told else Certainty.RECORDED)
    if course.ending is not None and course.ended_on is not None and day >= course.ended_on:
        return StandingOn(Presence.ENDED, Certainty.RECORDED, _last(entered, told), None, course.ending, course.ended_on)
    if told is not None and day == told.on:
        return StandingOn(Presence.IN_STAGE, Certainty.TOLD, (told.stage,), told.standing, since=told.on)
    if entered:
        return _recorded(course, entered, day)
    if told is not None and day > told.on:
        standing = _standing(course, day) or told.standing
        return StandingOn(Presence.IN_STAGE, Certainty.TOLD, (told.stage,), standing, since=told.on)
    certainty = Certainty.TOLD if course.begun and day >= course.begun.last else Certainty.NOT_KNOWN
    return StandingOn(Presence.STAGE_NOT_KNOWN, certainty if told else Certainty.RECORDED)


def _entered(course: Course, day: date) -> tuple[Spell, ...]:
    """The stays that had begun: what was left out or struck was never one."""
    never = (SpellOutcome.LEFT_OUT, SpellOutcome.STRUCK)
    return tuple(spell for spell in course.spells if spell.outcome not in never and spell.entered_on <= day)


def _has_begun(course: Course, entered: tuple[Spell, ...], day: date) -> bool:
    """A partial beginning counts from its first day."""
    begun = course.begun.first if course.begun else None
    days = (begun, course.told.on if course.told else None, course.opened_on)
    return bool(entered) or any(known is not None and known <= day for known in days)


def _recorded(course: Course, entered: tuple[Spell, ...], day: date) -> StandingOn:
    told = course.told
    running = [spell for spell in entered if spell.left_on is None or day < spell.left_on]
    if not running:
        over = max(spell.left_on for spell in entered if spell.left_on is not None)
        standing = _standing(course, day) or Standing.UNDER_REVIEW
        return StandingOn(Presence.BETWEEN, Certainty.RECORDED, _last(entered, told), standing, since=over)
    stages = tuple(sorted({spell.stage for spell in running}, key=PLACE.__getitem__))
    since = max(spell.entered_on for spell in running)
    if told is not None and all(spell.of_documents for spell in running):
        return StandingOn(Presence.IN_STAGE, Certainty.TOLD, stages, _standing(course, day) or told.standing, since=since)
    return StandingOn(Presence.IN_STAGE, Certainty.RECORDED, stages, _standing(course, day) or Standing.RUNNING, since=since)


def _last(entered: tuple[Spell, ...], told: Told | None) -> tuple[Stage, ...]:
    if entered:
        return (max(entered, key=lambda spell: (spell.left_on or date.max, PLACE[spell.stage])).stage,)
    return (told.stage,) if told else ()


def _standing(course: Course, day: date) -> Standing | None:
    """The latest that was on record by the day; what the documents say of their own day is not overwritten by later records."""
    known = [(since, standing) for since, standing in course.standings if since <= day]
    return max(known, key=lambda pair: pair[0])[1] if known else None
