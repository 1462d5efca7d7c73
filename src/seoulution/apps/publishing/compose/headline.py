"""The one to three figures that a brochure or leaflet shows large, chosen by rule, and the line that goes with them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from seoulution.apps.publishing.compose.changes import Change, changes, drawn
from seoulution.apps.publishing.compose.spoken import Spoken
from seoulution.apps.publishing.units import unit_words
from seoulution.drawing.numbers import year
from seoulution.engine.catalogue.references import references
from seoulution.engine.dossier.document import FactList, Figure, Span
from seoulution.reference.schema.catalogue import Claim, PolicySolution, SectionKey

MOST: int = 3


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure, and the earlier one of its series that it is held against."""

    claim: Claim
    before: Claim | None = None


def headlines(record: PolicySolution, most: int = MOST) -> list[Headline]:
    """What the one-line result quotes comes first, then the last figure of each series of results with its first, longest series
    first, then other figures of the results. Years after 2014 come in only where a series has none before.

    Nothing is left out for being expired: a paper that would show it is not printed.
    """
    found: dict[str, Headline] = {}
    for headline in _in_order(record):
        found.setdefault(headline.claim.series or headline.claim.code, headline)
    return list(found.values())[:most]


def _in_order(record: PolicySolution) -> Iterator[Headline]:
    by_code = {claim.code: claim for claim in record.claims if _is_number(claim)}
    quoted = [by_code[found.claim] for found in references(record.result.en) if found.claim in by_code]
    for claim in quoted:
        of_series = [each for each in quoted if claim.series and each.series == claim.series]
        yield _compared(sorted(of_series, key=_year)) if of_series else Headline(claim)
    for change in results_drawn(record):
        then = [claim for claim in change.claims if not claim.after_2014]
        yield _compared(then or list(change.claims))
    for claim in by_code.values():
        if claim.section is SectionKey.RESULTS and not claim.series:
            yield Headline(claim)


def results_drawn(record: PolicySolution) -> list[Change]:
    """The series that end in a result: one that ends before Seoul began, or tells of the problem alone, shows no change."""
    found = changes(record)
    return [
        change
        for change in found
        if change.claims[-1].section is SectionKey.RESULTS and _year(change.claims[-1]) >= (record.started or 0)
    ]


def _compared(claims: list[Claim]) -> Headline:
    return Headline(claims[-1], claims[0] if len(claims) > 1 else None)


def _is_number(claim: Claim) -> bool:
    return claim.figure.year is not None and not isinstance(claim.figure.value, str)


def _year(claim: Claim) -> int:
    return claim.figure.year or 0


def headline_facts(told: Spoken, most: int = MOST) -> FactList:
    """Value and unit large, with the source; what it is, its year and the earlier value beneath."""
    return FactList(tuple(_fact(told, headline) for headline in headlines(told.record, most)))


def _fact(told: Spoken, headline: Headline) -> tuple[str, tuple[Span, ...]]:
    claim, language = headline.claim, told.language.value
    values = {"label": told.plain(f"claims.{claim.code}", claim.label), "year": year(_year(claim), language)}
    words = _("%(label)s, %(year)s") % values
    if before := headline.before:
        told.paper.claim(told.solution, before.code, ())
        earlier = {"year": year(_year(before), language), "value": _amount(told, before)}
        words += " (" + _("%(year)s: %(value)s") % earlier + ")"
    spans = (Span(_amount(told, claim), strong=True, cite=told.paper.cite(claim.figure.source)),)
    return words, told.paper.claim(told.solution, claim.code, spans)


def _amount(told: Spoken, claim: Claim) -> str:
    return f"{told.paper.number(claim.figure.value)} {unit_words(claim.figure.unit)}".strip()


def chart(told: Spoken) -> Figure | None:
    """Before and after: the longest series of results drawn, with its figures in words and its sources; none without a series."""
    found = results_drawn(told.record)
    if not found:
        return None
    change = found[0]
    for claim in change.claims:
        told.paper.claim(told.solution, claim.code, ())
    label = told.plain(f"claims.{change.claims[0].code}", change.claims[0].label)
    sources = told.paper.cite(*dict.fromkeys(claim.figure.source for claim in change.claims))
    return Figure(label, drawn(change, told.record, standalone=True), f"{label}. {_in_words(told, change)}", sources)


def _in_words(told: Spoken, change: Change) -> str:
    return "; ".join(f"{_year(claim)}: {_amount(told, claim)}" for claim in change.claims)
