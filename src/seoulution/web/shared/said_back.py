"""What a party has sent back, in words that it recognises."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from seoulution.apps.cities.models import Indicator
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.models import Proposal
from seoulution.apps.publishing.units import unit_words
from seoulution.engine.engagements.codes import Agreed, ProposalKind
from seoulution.web.shared.tags.records import indicator_name


@dataclass(frozen=True, slots=True)
class SaidBack:
    """A proposal and its text: for a figure its parts, for a confirmation what is confirmed."""

    row: Proposal
    words: str


def said_back(rows: Iterable[Proposal]) -> list[SaidBack]:
    """In the language that is active."""
    listed = list(rows)
    codes = {row.about for row in listed if row.kind == ProposalKind.FIGURE}
    indicators = {row.code: row for row in Indicator.objects.filter(code__in=codes).defer("data")}
    return [SaidBack(row, _words(row, indicators.get(row.about))) for row in listed]


def _words(row: Proposal, indicator: Indicator | None) -> str:
    if row.kind == ProposalKind.FIGURE and indicator is not None:
        figure = f"{indicator_name(indicator)}: {row.data['value']} {unit_words(indicator.unit)}, {row.data['year']} ({row.data['source']})"
        return f"{figure}\n{row.said}" if row.said else figure
    if row.kind == ProposalKind.CONFIRMATION:
        about = label(Agreed, row.about) if row.about in set(Agreed) else _("Result")
        return f"{about}: {row.said}" if row.said else about
    return row.said
