"""Partner places: those with a tie, those Seoul shared something with, those it hopes to work with."""

from collections.abc import Iterable, Sequence

import django_filters
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.cities.models import City, Observation, Tie
from seoulution.apps.cities.queries import cities_suggested, sourced
from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.publishing.labels import label
from seoulution.drawing.worldmap import Marker, MarkerKind, WorldMap, world_map
from seoulution.engine.cities.names import plain
from seoulution.engine.cities.profile import Value, in_order
from seoulution.engine.provenance import Sourced
from seoulution.engine.vocabulary import PlaceKind
from seoulution.formats import geojson
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.reference.schema.base import Figure
from seoulution.web.public.downloads import file_response, sheet_response
from seoulution.web.public.lists import ordered, page_of, query_of
from seoulution.web.public.place_words import REGIONS
from seoulution.web.public.sources_used import sources_of
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.addresses import address
from seoulution.web.shared.filters_used import filters_in_use
from seoulution.web.shared.tags.records import named

ORDERS = {"name": "name_en", "country": "country__name_en", "region": "country__region"}
FILES = ("xlsx", "csv", "geojson")
PARTS = {
    "shared": gettext_lazy("With an engagement"),
    "target": gettext_lazy("Target city"),
    "sister": gettext_lazy("Sister city"),
    "friendship": gettext_lazy("Friendship city"),
    "profile": gettext_lazy("Profile only"),
}


class CityFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Name"), method="by_name", max_length=200)
    region = django_filters.ChoiceFilter(
        label=gettext_lazy("Region"),
        choices=list(REGIONS.items()),
        empty_label=gettext_lazy("Any region"),
        field_name="country__region",
    )
    part = django_filters.ChoiceFilter(
        label=gettext_lazy("Part in the programme"),
        choices=list(PARTS.items()),
        empty_label=gettext_lazy("Any part"),
        method="by_part",
    )

    class Meta:
        model = City
        fields: list[str] = []

    def by_name(self, rows: QuerySet[City], name: str, value: str) -> QuerySet[City]:
        """Any of the names a place goes by, in any script, or its country's."""
        folded = Q(names__folded__contains=plain(value)) if plain(value) else Q(pk=None)
        by_country = Q(country__name_en__icontains=value) | Q(country__name_ko__icontains=value)
        return rows.filter(folded | by_country).distinct()

    def by_part(self, rows: QuerySet[City], name: str, value: str) -> QuerySet[City]:
        if value == "shared":
            return rows.filter(_shared())
        if value == "target":
            return rows.filter(is_target=True)
        if value == "profile":
            return rows.filter(is_target=False, ties=None).exclude(_shared())
        return rows.filter(ties__kind=value).distinct()


def _shared() -> Exists:
    """Places with an engagement that visitors see: of the others they are told nothing, not even their number."""
    return Exists(shown_to_all().filter(city=OuterRef("pk")))


def _found(request: HttpRequest) -> tuple[CityFilter, QuerySet[City]]:
    rows = City.objects.filter(withdrawn_on=None, is_provider=False).select_related("country")
    counted = rows.annotate(
        engagement_count=Count("engagements", filter=Q(engagements__in=shown_to_all()), distinct=True),
        tie_kinds=ArraySubquery(Tie.objects.filter(city=OuterRef("pk")).values("kind")),
    )
    filtered = CityFilter(request.GET, queryset=counted)
    return filtered, ordered(filtered.qs, request, ORDERS, "name")


@open_to_all
def listing(request: HttpRequest) -> HttpResponse:
    """All partner places with their latest population, and where they lie."""
    filtered, found = _found(request)
    rows = list(found.defer("data", "country__data"))
    page = page_of(rows, request)
    populations = latest_populations(page.object_list)
    asked = request.GET.get("q", "")[:200]
    context = {
        "filter": filtered,
        "in_use": filters_in_use(filtered),
        "page": page,
        "rows": [(row, populations.get(row.pk)) for row in page],
        "suggested": [row for row in cities_suggested(asked) if not row.is_provider] if asked and not page.object_list else [],
        "map": _map(rows) if page.object_list else None,
        "files": FILES,
        "query": query_of(request),
        "sources": sources_of([{"source": figure.source} for figure in populations.values()]),
    }
    return render(request, "public/cities.html", context)


def latest_populations(rows: Iterable[City]) -> dict[int, Sourced[Value]]:
    """The population that speaks for each place, in one question."""
    by_city: dict[int, list[Sourced[Value]]] = {}
    found = Observation.objects.filter(city__in=[city.pk for city in rows], indicator__code="population").order_by("-year")
    for pk, figure in found.values_list("city", "figure"):
        by_city.setdefault(pk, []).append(sourced(Figure.model_validate(figure)))
    return {pk: in_order(figures)[0] for pk, figures in by_city.items()}


def part_of(row: City) -> str:
    """The place's part in the programme that says most: cooperation, hope, tie."""
    if getattr(row, "engagement_count", 0):
        return "shared"
    if row.is_target:
        return "target"
    return next(iter(getattr(row, "tie_kinds", ())), "profile")


def _map(rows: Sequence[City]) -> WorldMap:
    looks = {
        "shared": ("circle", "one"),
        "target": ("triangle", "three"),
        "sister": ("diamond", "two"),
        "friendship": ("ring", "four"),
        "profile": ("square", "five"),
    }
    kinds = [MarkerKind(part, str(PARTS[part]), *looks[part]) for part in PARTS]
    markers = [
        Marker(row.code, named(row), row.longitude, row.latitude, part_of(row), address("public:city", row.code))
        for row in rows
        if row.longitude is not None and row.latitude is not None
    ]
    title = _("Partner places of Seoul")
    return world_map(markers, kinds, title=title, description=title)


@open_to_all
def download(request: HttpRequest, name: str) -> HttpResponse:
    """The same list as a sheet or as points on a map."""
    _filter, found = _found(request)
    rows = list(found)
    populations = latest_populations(rows)
    values = [_row(row, populations.get(row.pk)) for row in rows]
    if name == "geojson":
        points = [
            geojson.Point(row.code, row.longitude, row.latitude, value)
            for row, value in zip(rows, values, strict=True)
            if row.longitude is not None and row.latitude is not None
        ]
        return file_response(geojson.geojson_bytes(points), geojson.CONTENT_TYPE, "cities.geojson")
    columns = [
        Column("code", _("Code")),
        Column("name", _("City")),
        Column("country", _("Country")),
        Column("region", _("Region")),
        Column("kind", _("Kind of place")),
        Column("ties", _("Ties")),
        Column("engagements", _("Engagements"), ColumnKind.NUMBER),
        Column("population", _("Population"), ColumnKind.NUMBER),
        Column("population_unit", _("Unit")),
        Column("population_year", _("Year"), ColumnKind.NUMBER),
        Column("population_boundary", _("Boundary")),
        Column("population_source", _("Source")),
        Column("latitude", _("Latitude"), ColumnKind.NUMBER),
        Column("longitude", _("Longitude"), ColumnKind.NUMBER),
    ]
    return sheet_response(name, _("Cities"), columns, values, "cities")


def _row(row: City, population: Sourced[Value] | None) -> Row:
    return {
        "code": row.code,
        "name": named(row),
        "country": named(row.country),
        "region": str(REGIONS[row.country.region]),
        "kind": label(PlaceKind, row.kind),
        "ties": ", ".join(getattr(row, "tie_kinds", ())),
        "engagements": getattr(row, "engagement_count", 0),
        "population": population.value if population else None,
        "population_unit": population.unit if population else None,
        "population_year": population.year if population else None,
        "population_boundary": population.boundary.value if population else None,
        "population_source": population.source if population else None,
        "latitude": row.latitude,
        "longitude": row.longitude,
    }
