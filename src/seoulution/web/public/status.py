"""The status of sharing (공유현황): the documents' table from live records, as table, map and file."""

from collections.abc import Sequence
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from seoulution.apps.cities.models import Country
from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import Correction
from seoulution.apps.publishing.compose.status_paper import COUNTING, counts_of, status_paper
from seoulution.apps.publishing.labels import label
from seoulution.engine.cities.names import plain
from seoulution.engine.vocabulary import Language, Sector, Stage, Standing
from seoulution.formats import geojson
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.public.downloads import PAPERS, file_response, sheet_response
from seoulution.web.public.lists import filters_in_use, ordered, page_of, query_of
from seoulution.web.public.place_map import figure_of, map_of
from seoulution.web.public.sources_used import sources_of
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.documents import document_response
from seoulution.web.shared.tags.records import is_korean, named, words

FILES = ("xlsx", "csv", "geojson", *PAPERS)
ORDERS = {
    "row": "position",
    "country": "city__country__name_en",
    "city": "city__name_en",
    "stage": "stage",
    "standing": "standing",
}
LISTED = {"table": gettext_lazy("In the article’s table 2"), "text": gettext_lazy("Told only in the text")}


def region_choices() -> list[tuple[str, str]]:
    """The regions as the papers name them."""
    regions = shown_to_all().order_by().values_list("data__region", flat=True).distinct()
    found = {(region["en"], region["ko"]) for region in regions}
    return sorted((en, ko if is_korean() else en) for en, ko in found)


def country_choices() -> list[tuple[str, str]]:
    rows = Country.objects.filter(cities__engagements__withdrawn_on=None, cities__engagements__isnull=False)
    rows = rows.only("code", "name_ko", "name_en").order_by().distinct()
    return sorted(((row.code, named(row)) for row in rows), key=lambda pair: pair[1])


class StatusFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words", max_length=200)
    region = django_filters.ChoiceFilter(
        label=gettext_lazy("Region"),
        choices=region_choices,
        empty_label=gettext_lazy("Any region"),
        field_name="data__region__en",
    )
    country = django_filters.ChoiceFilter(
        label=gettext_lazy("Country"),
        choices=country_choices,
        empty_label=gettext_lazy("Any country"),
        field_name="city__country__code",
    )
    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"), choices=sector_choices, empty_label=gettext_lazy("Any sector")
    )
    standing = django_filters.ChoiceFilter(
        label=gettext_lazy("Standing"),
        choices=lambda: [(each.value, label(Standing, each)) for each in Standing],
        empty_label=gettext_lazy("Any standing"),
    )
    stage = django_filters.ChoiceFilter(
        label=gettext_lazy("Stage"),
        choices=lambda: [(each.value, label(Stage, each)) for each in Stage],
        empty_label=gettext_lazy("Any stage"),
    )
    listed = django_filters.ChoiceFilter(
        label=gettext_lazy("Where it is told"),
        choices=list(LISTED.items()),
        empty_label=gettext_lazy("Table and text"),
        method="by_listing",
    )

    class Meta:
        model = Engagement
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Engagement], name: str, value: str) -> QuerySet[Engagement]:
        """In the name of the engagement, or any name of its place."""
        own = Q(name_ko__icontains=value) | Q(name_en__icontains=value)
        by_city = Q(city__names__folded__contains=plain(value)) if plain(value) else Q(pk=None)
        return rows.filter(own | by_city).distinct()

    def by_listing(self, rows: QuerySet[Engagement], name: str, value: str) -> QuerySet[Engagement]:
        return rows.filter(row__isnull=value == "text")


def _found(request: HttpRequest) -> tuple[StatusFilter, QuerySet[Engagement]]:
    rows = shown_to_all().select_related("city__country")
    filtered = StatusFilter(request.GET, queryset=rows)
    return filtered, ordered(filtered.qs, request, ORDERS, "row")


@open_to_all
def page(request: HttpRequest) -> HttpResponse:
    """Counts, map and table, with the papers' contradictions beside them."""
    filtered, found = _found(request)
    found = found.defer("city__data", "city__country__data")
    rows = list(found.defer("data"))
    in_table = shown_to_all().filter(row__isnull=False).select_related("city")
    shown = page_of(found, request)
    context = {
        "filter": filtered,
        "in_use": filters_in_use(filtered),
        "page": shown,
        "map": map_of(rows, title=_("Status of policy sharing on the map")) if rows else None,
        "counts": counts_of(rows),
        "table_counts": counts_of(list(in_table.defer("data", "city__data"))),
        "corrections": Correction.objects.filter(code__in=[f"correction-{number}" for number in COUNTING], withdrawn_on=None),
        "files": FILES,
        "query": query_of(request),
        "sources": sources_of([row.data for row in shown]),
    }
    return render(request, "public/status.html", context)


@open_to_all
def download(request: HttpRequest, name: str) -> HttpResponse:
    """Exactly the rows on screen, in any of the formats."""
    filtered, found = _found(request)
    rows = list(found)
    if name in PAPERS:
        language = Language.KO if (get_language() or "").startswith("ko") else Language.EN
        world = figure_of(rows, title=_("Status of policy sharing on the map")) if rows else None
        narrowed = ", ".join(words_used for _name, _value, words_used in filters_in_use(filtered))
        paper = status_paper(rows, language, world=world, now=timezone.localtime(), filters=narrowed)
        return document_response(paper, name, f"status-{language}")
    values = [_row(row) for row in rows]
    if name == "geojson":
        return file_response(geojson.geojson_bytes(_points(rows, values)), geojson.CONTENT_TYPE, "status.geojson")
    if name not in FILES:
        raise Http404
    return sheet_response(name, _("Status of policy sharing"), _columns(), values, "status")


def _points(rows: Sequence[Engagement], values: Sequence[Row]) -> list[geojson.Point]:
    return [
        geojson.Point(row.code, row.city.longitude, row.city.latitude, value)
        for row, value in zip(rows, values, strict=True)
        if row.city.longitude is not None and row.city.latitude is not None
    ]


def _columns() -> list[Column]:
    return [
        Column("code", _("Code")),
        Column("row", _("Row of table 2"), ColumnKind.NUMBER),
        Column("region", _("Region")),
        Column("country", _("Country")),
        Column("city", _("City")),
        Column("client", _("Client")),
        Column("engagement", _("Engagement"), width=40),
        Column("sector", _("Sector")),
        Column("standing", _("Standing")),
        Column("stage", _("Stage")),
        Column("told", _("What the sources say"), width=60),
        Column("printed_article", _("Printed in the article"), width=40),
        Column("printed_briefing", _("Printed in the briefing"), width=40),
        Column("sources", _("Sources")),
    ]


def _row(row: Engagement) -> Row:
    record: Any = row.record
    return {
        "code": row.code,
        "row": row.row,
        "region": words(record.region),
        "country": named(row.city.country),
        "city": named(row.city),
        "client": words(record.client),
        "engagement": named(row),
        "sector": label(Sector, row.sector),
        "standing": label(Standing, row.standing),
        "stage": label(Stage, row.stage),
        "told": words(record.standing_text),
        "printed_article": record.printed_article,
        "printed_briefing": record.printed_briefing,
        "sources": ", ".join(record.standing_text.sources),
    }
