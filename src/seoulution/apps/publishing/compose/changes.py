"""Before and after: one small chart for each series of a solution's claims, on pages and in papers; expired claims are left out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.compose.paper import Paper
from seoulution.apps.publishing.units import unit_words
from seoulution.drawing.charts import Event, Point, Series, line_chart
from seoulution.engine.dossier.document import Figure
from seoulution.reference.schema import catalogue


@dataclass(frozen=True, slots=True)
class Change:
    """A series that can be drawn: the claims in order of year, and the words of its first."""

    label: str
    unit: str
    claims: tuple[catalogue.Claim, ...]


def changes(record: catalogue.PolicySolution, *, without: Collection[str] = ()) -> list[Change]:
    """Series with numbers of one unit in at least two different years, longest first. `without` : claims that may not be quoted."""
    by_series: dict[str, list[catalogue.Claim]] = {}
    for claim in record.claims:
        told = claim.figure.year is not None and not isinstance(claim.figure.value, str)
        if claim.series and told and claim.code not in without:
            by_series.setdefault(claim.series, []).append(claim)
    found = []
    for claims in by_series.values():
        years = {claim.figure.year for claim in claims}
        if len(years) > 1 and len(years) == len(claims) and len({claim.figure.unit for claim in claims}) == 1:
            ordered = sorted(claims, key=lambda claim: claim.figure.year or 0)
            label = ordered[0].label
            words = label.ko if (get_language() or "").startswith("ko") else label.en
            found.append(Change(words, ordered[0].figure.unit, tuple(ordered)))
    return sorted(found, key=lambda change: -len(change.claims))


def drawn(change: Change, record: catalogue.PolicySolution, *, standalone: bool = False) -> str:
    """The line, with the year in which Seoul began where it falls within the years."""
    points = tuple(Point(claim.figure.year or 0, float(claim.figure.value)) for claim in change.claims)
    begins = record.started is not None and points[0].year <= record.started <= points[-1].year
    return line_chart(
        [Series(change.label, points)],
        title=change.label,
        unit="%" if change.unit == "share" else unit_words(change.unit) or change.unit,
        language=get_language() or "en",
        events=[Event(record.started or 0, _("begins"))] if begins else (),
        standalone=standalone,
    )


def charts(solution: PolicySolution, paper: Paper, most: int = 4) -> Sequence[Figure]:
    """The longest series for a paper, which then quotes their claims."""
    record: catalogue.PolicySolution = solution.record
    quotes = paper.register.of(solution)
    withheld = {code for code, quote in quotes.items() if quote.withheld}
    found = []
    for change in changes(record, without=withheld)[:most]:
        for claim in change.claims:
            if claim.code in quotes:
                paper.register.use(quotes[claim.code])
        told = "; ".join(
            f"{claim.figure.year}: {paper.number(claim.figure.value)} {unit_words(change.unit)}".strip()
            for claim in change.claims
        )
        sources = paper.cite(*dict.fromkeys(claim.figure.source for claim in change.claims))
        found.append(Figure(change.label, drawn(change, record, standalone=True), f"{change.label}. {told}", sources))
    return found
