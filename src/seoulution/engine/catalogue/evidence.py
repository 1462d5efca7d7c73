"""How well the results of a solution are evidenced, from its own figures: A best, D least."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from seoulution.engine.findings import Finding, Severity
from seoulution.engine.vocabulary import Confidence


class EvidenceGrade(StrEnum):
    """A: measured before and after in primary sources. B: before and after, other sources. C: results without a before. D: none."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


@dataclass(frozen=True, slots=True)
class ResultFigure:
    """A figure of the results section: the series it belongs to, its year, how firmly it is known."""

    series: str
    year: int | None
    confidence: Confidence


def evidence_grade(figures: Iterable[ResultFigure]) -> EvidenceGrade:
    """A series with two or more different years is a before and after; it is as firm as its weakest end.

    A year told by several figures is as firm as the firmest of them. Judgements (J) never count as evidence.
    """
    counted = [figure for figure in figures if figure.confidence is not Confidence.JUDGEMENT]
    best = EvidenceGrade.C if counted else EvidenceGrade.D
    for series in {figure.series for figure in counted if figure.series}:
        known = [(figure.year, figure.confidence) for figure in counted if figure.series == series and figure.year is not None]
        years = {year for year, _ in known}
        if len(years) < 2:
            continue
        if all((end, Confidence.PRIMARY) in known for end in (min(years), max(years))):
            return EvidenceGrade.A
        best = EvidenceGrade.B
    return best


def raising(figures: Iterable[ResultFigure]) -> Finding | None:
    """What would raise the grade by one step; None at the top. The series named is the one that comes nearest."""
    known = list(figures)
    grade = evidence_grade(known)
    if grade is EvidenceGrade.A:
        return None
    counted = [figure for figure in known if figure.confidence is not Confidence.JUDGEMENT]
    years = {name: {f.year for f in counted if f.series == name and f.year is not None} for name in {f.series for f in counted}}
    nearest = max(sorted(years), key=lambda name: (len(years[name]), bool(name)), default="")
    codes = {
        EvidenceGrade.D: "evidence.no-figure",
        EvidenceGrade.C: "evidence.no-before",
        EvidenceGrade.B: "evidence.not-primary",
    }
    return Finding(codes[grade], Severity.NOTE, nearest, {"series": nearest or "–"})
