"""Before and after: one small chart for each series of a solution's claims, on the page and in its paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.drawing.charts import Event, Point, Series, line_chart
from seoulution.engine.dossier.document import Figure
from seoulution.reference.schema import catalogue
from seoulution.web.shared import figure_words
from seoulution.web.shared.tags.records import words


@dataclass(frozen=True, slots=True)
class Change:
    """A series that can be drawn: the claims in order of year, and the words of its first."""

    label: str
    unit: str
    claims: tuple[catalogue.Claim, ...]


def changes(record: catalogue.PolicySolution) -> list[Change]:
    """Series with numbers of one unit in at least two different years, longest first."""
    by_series: dict[str, list[catalogue.Claim]] = {}
    for claim in record.claims:
        if claim.series and claim.figure.year is not None and not isinstance(claim.figure.value, str):
            by_series.setdefault(claim.series, []).append(claim)
    found = []
    for claims in by_series.values():
        years = {claim.figure.year for claim in claims}
        if len(years) > 1 and len(years) == len(claims) and len({claim.figure.unit for claim in claims}) == 1:
            ordered = sorted(claims, key=lambda claim: claim.figure.year or 0)
            found.append(Change(words(ordered[0].label), ordered[0].figure.unit, tuple(ordered)))
    return sorted(found, key=lambda change: -len(change.claims))


def drawn(change: Change, record: catalogue.PolicySolution, *, standalone: bool = False) -> str:
    """The line, with the year in which Seoul began where it falls within the years."""
    language = get_language() or "en"
    points = tuple(Point(claim.figure.year or 0, float(claim.figure.value)) for claim in change.claims)
    begins = record.started is not None and points[0].year <= record.started <= points[-1].year
    return line_chart(
        [Series(change.label, points)],
        title=change.label,
        unit=figure_words.unit(change.unit, language) or ("%" if change.unit == "share" else change.unit),
        language=language,
        events=[Event(record.started or 0, _("begins"))] if begins else (),
        standalone=standalone,
    )


def paper_charts(record: catalogue.PolicySolution, most: int = 4) -> Sequence[Figure]:
    """The longest series for the paper."""
    return [
        Figure(
            caption=change.label,
            svg=drawn(change, record, standalone=True),
            alternative="; ".join(f"{claim.figure.year}: {claim.figure.value} {change.unit}" for claim in change.claims),
            cite=(),
        )
        for change in changes(record)[:most]
    ]
