"""After the handover: when to look again, whether agreed service levels are kept, and what warns early that one may not be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

from seoulution.engine.findings import Finding, Severity

CHECK_YEARS: Final[tuple[int, ...]] = (1, 3, 5)
"""Looks after so many years of operation, as the programme has them."""
MISSES_IN_A_ROW: Final = 2
TREND_READINGS: Final = 4
TREND_AHEAD_DAYS: Final = 365
SILENT_DAYS: Final = 180
"""Our settings, not the documents': two misses in a row, a line through the last four readings that reaches the bound within a
year, or half a year without a reading."""


class LevelState(StrEnum):
    """How a level stands by its latest reading; `NO_READING` where none was taken within the time."""

    KEPT = "kept"
    MISSED = "missed"
    NO_READING = "no_reading"


@dataclass(frozen=True, slots=True)
class Reading:
    on: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Level:
    """A measure with the bound it keeps to; the bound itself is still kept. `readings` in any order, struck ones left out."""

    code: str
    bound: Decimal
    higher_is_better: bool
    agreed_on: date
    readings: tuple[Reading, ...] = ()
    ended_on: date | None = None

    def keeps(self, value: Decimal) -> bool:
        return value >= self.bound if self.higher_is_better else value <= self.bound


@dataclass(frozen=True, slots=True)
class Check:
    code: str
    years: int
    due_on: date
    done_on: date | None = None
    is_sound: bool | None = None


def checks_due(operates_from: date) -> tuple[tuple[int, date], ...]:
    """Each mark with its day; an operation that begins on 29 February is looked at on the 28th of shorter years."""
    return tuple((years, _years_later(operates_from, years)) for years in CHECK_YEARS)


def level_state(level: Level, today: date) -> LevelState:
    """By the latest reading that is not too old; a level agreed lately has time until its first."""
    known = _until(level, today)
    if not known or (today - known[-1].on).days > SILENT_DAYS:
        return LevelState.NO_READING
    return LevelState.KEPT if level.keeps(known[-1].value) else LevelState.MISSED


def reaches_bound_on(level: Level, today: date) -> date | None:
    """The day on which a straight line through the last four readings reaches the bound; None where it does not come nearer.

    Least squares over days. None too with fewer readings, with all on one day, or where the bound is passed already.
    """
    last = _until(level, today)[-TREND_READINGS:]
    if len(last) < TREND_READINGS or not level.keeps(last[-1].value):
        return None
    days = [(reading.on - last[0].on).days for reading in last]
    sign = 1 if level.higher_is_better else -1
    margins = [float(sign * (reading.value - level.bound)) for reading in last]
    mean_day, mean_margin = sum(days) / len(days), sum(margins) / len(margins)
    spread = sum((day - mean_day) ** 2 for day in days)
    if spread == 0:
        return None
    slope = sum((day - mean_day) * (margin - mean_margin) for day, margin in zip(days, margins, strict=True)) / spread
    if slope >= 0:
        return None
    at = mean_day - mean_margin / slope
    limit = (today - last[0].on).days + TREND_AHEAD_DAYS
    return last[0].on + timedelta(days=max(int(at), days[-1])) if at <= limit else None


def level_findings(level: Level, today: date) -> tuple[Finding, ...]:
    """What warns about a level on the day; an ended one warns of nothing."""
    if level.ended_on is not None and level.ended_on <= today:
        return ()
    known, found = _until(level, today), []
    misses = _misses_at_end(level, known)
    if misses >= MISSES_IN_A_ROW:
        found.append(
            Finding(
                "aftercare.missed-in-a-row",
                Severity.BLOCKING,
                level.code,
                {"measure": level.code, "count": str(misses), "on": known[-1].on.isoformat()},
            )
        )
    elif misses:
        found.append(
            Finding("aftercare.missed", Severity.WARNING, level.code, {"measure": level.code, "on": known[-1].on.isoformat()})
        )
    reaches = reaches_bound_on(level, today)
    if reaches is not None:
        found.append(
            Finding(
                "aftercare.nears-the-bound",
                Severity.WARNING,
                level.code,
                {"measure": level.code, "on": reaches.isoformat(), "last": known[-1].on.isoformat()},
            )
        )
    since = known[-1].on if known else level.agreed_on
    if (today - since).days > SILENT_DAYS:
        found.append(
            Finding(
                "aftercare.no-reading",
                Severity.WARNING,
                level.code,
                {"measure": level.code, "on": since.isoformat(), "days": str((today - since).days)},
            )
        )
    return tuple(found)


def check_findings(checks: Iterable[Check], today: date) -> tuple[Finding, ...]:
    """Looks that are overdue, and what an earlier look found not to be sound until a later one found it so."""
    found, last = [], None
    for check in sorted(checks, key=lambda each: (each.due_on, each.years)):
        said = {"years": str(check.years), "on": check.due_on.isoformat()}
        if check.done_on is None and check.due_on < today:
            found.append(Finding("aftercare.check-overdue", Severity.WARNING, check.code, said))
        if check.done_on is not None:
            last = check
    if last is not None and last.is_sound is False:
        found.append(
            Finding("aftercare.not-sound", Severity.BLOCKING, last.code, {"years": str(last.years), "on": str(last.done_on)})
        )
    return tuple(found)


def warnings(levels: Iterable[Level], checks: Iterable[Check], today: date) -> tuple[Finding, ...]:
    """Everything that warns, the gravest first."""
    found = [*(finding for level in levels for finding in level_findings(level, today)), *check_findings(checks, today)]
    return tuple(sorted(found, key=lambda finding: finding.severity is not Severity.BLOCKING))


def _until(level: Level, today: date) -> list[Reading]:
    return sorted((reading for reading in level.readings if reading.on <= today), key=lambda reading: reading.on)


def _misses_at_end(level: Level, known: Sequence[Reading]) -> int:
    count = 0
    for reading in reversed(known):
        if level.keeps(reading.value):
            break
        count += 1
    return count


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
