"""Promotion: the booklets with how much is newer than they are, the channels they go through, and what cities were sent."""

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import Claim
from seoulution.apps.cities.queries import sourced
from seoulution.apps.network.models import Source
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.models import Dossier, PromotionChannel, PromotionMaterial
from seoulution.apps.publishing.sendings import untold
from seoulution.engine.provenance import Sourced
from seoulution.engine.vocabulary import Sector
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.office.lists import page_of, sources_of
from seoulution.web.office.sendings import everything, shown
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.tags.records import words

LATEST: Final = 8


@dataclass(frozen=True, slots=True)
class Booklet:
    """A material, and how many figures the catalogue holds in its sectors that are newer than its edition."""

    row: PromotionMaterial
    newer_figures: int


@dataclass(frozen=True, slots=True)
class Channel:
    row: PromotionChannel
    count: Sourced[Any] | None
    source: Source | None


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest) -> HttpResponse:
    """Dossiers are listed for those who may see requests; for others the page says that there are some."""
    materials = list(PromotionMaterial.objects.filter(withdrawn_on=None))
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(materials))
    channels = list(PromotionChannel.objects.filter(withdrawn_on=None).select_related("agency").defer("agency__data"))
    sources = sources_of([row.data for row in (*materials, *channels)])
    shared = Dossier.objects.exclude(shared_with_city_at=None).select_related("sharing_request__city", "built_by")
    shared = shared.order_by("-shared_with_city_at").defer("document", "sharing_request__city__data")
    context = {
        "booklets": _booklets(materials),
        "channels": [
            Channel(row, sourced(row.record.count) if row.record.count else None, sources.get(row.record.source))
            for row in channels
        ],
        "without_booklet": [sector for sector in Sector if not any(sector in row.record.sectors for row in materials)],
        "page": page_of(request, shared) if request.user.may(Permission.SEE_REQUESTS) else None,
        "downloads": download_links(request),
        "sources": sources,
        "rows": shown(everything()[:LATEST]),
        "untold": untold(timezone.localdate()).count(),
    }
    return render(request, "office/documents.html", context)


def _booklets(rows: list[PromotionMaterial]) -> list[Booklet]:
    """One query counts the catalogue's figures by sector and year."""
    figures = Claim.objects.filter(solution__withdrawn_on=None).exclude(year=None)
    counted = list(figures.values_list("solution__sector", "year").annotate(Count("pk")).order_by())
    return [Booklet(row, _newer(row, counted)) for row in rows]


def _newer(row: PromotionMaterial, counted: list[tuple[str, int, int]]) -> int:
    edition, sectors = row.record.year, {sector.value for sector in row.record.sectors}
    if edition is None:
        return 0
    return sum(figures for sector, year, figures in counted if sector in sectors and year > edition)


def _listing(rows: list[PromotionMaterial]) -> Listing:
    columns = (
        Column("code", _("Code")),
        Column("name_ko", _("Korean name")),
        Column("name_en", _("English name")),
        Column("sectors", _("Sectors")),
        Column("year", _("Edition"), ColumnKind.NUMBER),
        Column("languages", _("Languages")),
        Column("text", _("What is told")),
        Column("newer", _("Newer figures in the catalogue"), ColumnKind.NUMBER),
        Column("sources", _("Sources")),
    )
    listed: list[Row] = [
        {
            "code": each.row.code,
            "name_ko": each.row.name_ko,
            "name_en": each.row.name_en,
            "sectors": ", ".join(label(Sector, sector) for sector in each.row.record.sectors),
            "year": each.row.record.year,
            "languages": ", ".join(each.row.record.languages),
            "text": words(each.row.record.text),
            "newer": each.newer_figures,
            "sources": ", ".join(each.row.record.text.sources),
        }
        for each in _booklets(rows)
    ]
    return Listing(_("Promotion materials"), "materials", columns, listed)
