"""Whether firms that could compete for the same work know the same: the documents ask that information reaches all alike.

A giving is judged by what it is about (`subject`), never by how it is worded to one firm. What was ended still was given.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from seoulution.engine.findings import Finding, Severity
from seoulution.engine.vocabulary import Activity, Stage

WITHIN_DAYS: Final = 7
"""So long others of the sector may wait for what one of them has; our setting."""
MORE_BY: Final = 3
"""A firm that has at least so many subjects more than any other ..."""
MORE_TIMES: Final = 2
"""... and at least so many times as many, gets markedly more; our settings."""
BEFORE_TENDER: Final = frozenset({Stage.EXCHANGE, Stage.OPPORTUNITY, Stage.TRAINING, Stage.CONSULTING, Stage.FEASIBILITY})
"""While a file stands here, its contract is still to be given to somebody."""
COMPETED_FOR: Final = frozenset({Activity.TENDER, Activity.SUPPLY, Activity.CONSTRUCTION, Activity.OPERATION})
"""Work that firms compete for."""


@dataclass(frozen=True, slots=True)
class Giving:
    """A firm was given something about a subject on a day."""

    firm: str
    subject: str
    on: date


@dataclass(frozen=True, slots=True)
class Competition:
    """Whom an engagement's information concerns: the firms of its sector, where it stands, and what work it is about."""

    peers: frozenset[str]
    stage: Stage
    activity: Activity


def same_subject(subject: str) -> str:
    """Subjects are the same whatever their case and spaces."""
    return " ".join(subject.split()).casefold()


def holders(givings: Iterable[Giving]) -> dict[str, dict[str, date]]:
    """Each subject with the firms that have it and since when."""
    found: dict[str, dict[str, date]] = {}
    for giving in givings:
        firms = found.setdefault(same_subject(giving.subject), {})
        firms[giving.firm] = min(giving.on, firms.get(giving.firm, giving.on))
    return found


def uneven(givings: Iterable[Giving], competition: Competition, today: date) -> tuple[Finding, ...]:
    """Everything that is uneven in one engagement today: subject by subject, then firm by firm."""
    having = holders(givings)
    found = [finding for subject in sorted(having) for finding in _of_subject(subject, having[subject], competition, today)]
    return (*found, *_of_firms(having, competition))


def uneven_after(
    givings: Iterable[Giving], subject: str, to: Set[str], competition: Competition, today: date
) -> tuple[Finding, ...]:
    """What would be uneven about a subject once `to` were given it today: asked before sharing."""
    if not to:
        return ()
    after = (*givings, *(Giving(firm, subject, today) for firm in sorted(to)))
    having, key = holders(after), same_subject(subject)
    more = [finding for finding in _of_firms(having, competition) if finding.subject in to]
    return (*_of_subject(key, having[key], competition, today), *more)


def peers_without(givings: Iterable[Giving], subject: str, to: Set[str], competition: Competition) -> frozenset[str]:
    """Firms of the sector that would still not have the subject."""
    return competition.peers - to - holders(givings).get(same_subject(subject), {}).keys()


def _of_subject(subject: str, firms: Mapping[str, date], competition: Competition, today: date) -> list[Finding]:
    without = competition.peers - firms.keys()
    first = min(firms.values())
    found = []
    if without:
        late = today > first + timedelta(days=WITHIN_DAYS)
        code, severity = ("sharing.peers-not-told", Severity.WARNING) if late else ("sharing.peers-to-tell", Severity.NOTE)
        by = first + timedelta(days=WITHIN_DAYS)
        told = {"count": str(len(without)), "days": str(WITHIN_DAYS), "on": by.isoformat(), "firms": ", ".join(sorted(without))}
        found.append(Finding(code, severity, subject, told))
    if without and len(firms) == 1 and competition.stage in BEFORE_TENDER and competition.activity in COMPETED_FOR:
        (firm,) = firms
        found.append(Finding("sharing.one-before-tender", Severity.WARNING, subject, {"firm": firm}))
    return found


def _of_firms(having: Mapping[str, Mapping[str, date]], competition: Competition) -> list[Finding]:
    """A firm alone in its sector has no peers to be ahead of."""
    everybody = competition.peers | {firm for firms in having.values() for firm in firms}
    if len(everybody) < 2:
        return []
    counts = {firm: sum(firm in firms for firms in having.values()) for firm in everybody}
    ahead = max(counts, key=lambda firm: (counts[firm], firm))
    most, next_most = counts[ahead], max(count for firm, count in counts.items() if firm != ahead)
    if most - next_most < MORE_BY or most < MORE_TIMES * next_most:
        return []
    told = {"firm": ahead, "count": str(most), "next": str(next_most)}
    return [Finding("sharing.one-gets-more", Severity.WARNING, ahead, told)]
