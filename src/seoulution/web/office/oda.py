"""The city's own development aid by type, as far as the documents give it: one share, and the rest said to be unknown."""

from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.queries import sourced
from seoulution.apps.financing.models import OdaShare
from seoulution.drawing.charts import Bar, bar_chart
from seoulution.engine.provenance import Sourced
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.reference.schema import network
from seoulution.web.office.lists import sources_of
from seoulution.web.shared.access import needs
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.tags.records import named, words

UNITS: Final = {"percent": Decimal(100), "%": Decimal(100), "share": Decimal(1)}


@needs(Permission.SEE_OFFICE)
def page(request: HttpRequest) -> HttpResponse:
    """Every type; what the known shares leave is computed and drawn as one rest, never divided among the others."""
    rows = list(OdaShare.objects.filter(withdrawn_on=None))
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(rows))
    known = [(row, share) for row in rows if (share := share_of(row)) is not None]
    unknown = [row for row in rows if share_of(row) is None]
    sources = sources_of([row.data for row in rows])
    context = {
        "rows": [(row, figure_of(row), sources.get(row.record.source)) for row in rows],
        "known": [row for row, _share in known],
        "unknown": unknown,
        "rest": rest_of([share for _row, share in known]) if known and unknown else None,
        "chart": _chart(known, bool(unknown)),
        "downloads": download_links(request),
        "sources": sources,
    }
    return render(request, "office/oda.html", context)


def share_of(row: OdaShare) -> Decimal | None:
    """The share in [0, 1], whichever way the source writes it; None where it is not known."""
    record: network.OdaShare = row.record
    figure = record.share
    if figure is None or not isinstance(figure.value, Decimal) or figure.unit not in UNITS:
        return None
    return figure.value / UNITS[figure.unit]


def rest_of(shares: list[Decimal]) -> Decimal:
    """What known shares in [0, 1] leave of the whole; never below nothing."""
    return max(Decimal(1) - sum(shares, Decimal(0)), Decimal(0))


def figure_of(row: OdaShare) -> Sourced[Any] | None:
    """The share as the source gives it; its printed words have a column of their own, since nothing in them is wrong."""
    record: network.OdaShare = row.record
    return replace(sourced(record.share), printed=None) if record.share else None


def _chart(known: list[tuple[OdaShare, Decimal]], has_unknown: bool) -> str:
    """Bars for what a source states; one paler bar for the rest."""
    if not known:
        return ""
    bars = [Bar(named(row), float(share)) for row, share in known]
    if has_unknown:
        rest = rest_of([share for _row, share in known])
        bars.append(Bar(_("All other types together"), float(rest), strong=False))
    return bar_chart(bars, title=_("Shares by type"), unit="share", language=get_language() or "en", most=1.0)


def _listing(rows: list[OdaShare]) -> Listing:
    columns = (
        Column("code", _("Code")),
        Column("name_ko", _("Korean name")),
        Column("name_en", _("English name")),
        Column("share", _("Share"), ColumnKind.NUMBER),
        Column("year", _("Year"), ColumnKind.NUMBER),
        Column("printed", _("Printed")),
        Column("note", _("Note")),
        Column("source", _("Source")),
    )
    listed: list[Row] = []
    for row in rows:
        record: network.OdaShare = row.record
        figure = record.share
        listed.append(
            {
                "code": row.code,
                "name_ko": row.name_ko,
                "name_en": row.name_en,
                "share": share_of(row),
                "year": figure.year if figure else None,
                "printed": figure.printed if figure else None,
                "note": words(figure.note) if figure else None,
                "source": record.source,
            }
        )
    return Listing(_("The city’s own aid"), "oda", columns, listed)
