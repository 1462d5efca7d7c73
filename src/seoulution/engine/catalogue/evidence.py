"""How well the results of a solution are evidenced, from its own figures: A best, D least."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

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

    Judgements (J) never count as evidence.
    """
    counted = [figure for figure in figures if figure.confidence is not Confidence.JUDGEMENT]
    best = EvidenceGrade.C if counted else EvidenceGrade.D
    for series in {figure.series for figure in counted if figure.series}:
        points = sorted((f for f in counted if f.series == series and f.year is not None), key=lambda f: f.year or 0)
        if len({point.year for point in points}) < 2:
            continue
        firm = points[0].confidence is Confidence.PRIMARY and points[-1].confidence is Confidence.PRIMARY
        if firm:
            return EvidenceGrade.A
        best = EvidenceGrade.B
    return best
