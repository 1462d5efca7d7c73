"""Every place of the programme: ties, requests, what is known of it and how old that is."""

import django_filters
from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.models import City, Country, Observation, Tie
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.labels import label
from seoulution.engine.cities.profile import freshness
from seoulution.engine.vocabulary import PlaceKind, TieKind
from seoulution.formats.geojson import Point
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.office.lists import ordered, page_of
from seoulution.web.office.solutions import gap_count
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.tags.records import named

ORDERS = {
    "name": "name_en",
    "country": "country__name_en",
    "requests": "request_count",
    "engagements": "engagement_count",
    "figures": "figure_count",
    "newest": "newest_year",
    "gaps": "gap_count",
}
FRESH_YEARS = 5
"""The usual life of a figure in the list of indicators; each indicator's own counts on the city's page."""


def country_choices() -> list[tuple[str, str]]:
    rows = Country.objects.filter(cities__withdrawn_on=None, cities__isnull=False).distinct()
    return sorted(((row.code, named(row)) for row in rows), key=lambda choice: choice[1])


def tie_choices() -> list[tuple[str, str]]:
    return [(kind.value, label(TieKind, kind)) for kind in TieKind] + [("none", _("No tie"))]


class CityFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words")
    country = django_filters.ChoiceFilter(
        label=gettext_lazy("Country"),
        choices=country_choices,
        empty_label=gettext_lazy("Any country"),
        field_name="country__code",
    )
    tie = django_filters.ChoiceFilter(
        label=gettext_lazy("Tie"), choices=tie_choices, empty_label=gettext_lazy("Any"), method="by_tie"
    )
    target = django_filters.ChoiceFilter(
        label=gettext_lazy("Target city"),
        choices=lambda: [("yes", _("Target cities only"))],
        empty_label=gettext_lazy("All places"),
        method="by_target",
    )

    class Meta:
        model = City
        fields: list[str] = []

    def by_words(self, rows: QuerySet[City], name: str, value: str) -> QuerySet[City]:
        """In any of its names."""
        return rows.filter(pk__in=City.objects.filter(names__name__icontains=value).values("pk"))

    def by_tie(self, rows: QuerySet[City], name: str, value: str) -> QuerySet[City]:
        """With a tie of the kind, or with none."""
        tied = Tie.objects.filter(withdrawn_on=None)
        if value == "none":
            return rows.exclude(pk__in=tied.values("city"))
        return rows.filter(pk__in=tied.filter(kind=value).values("city"))

    def by_target(self, rows: QuerySet[City], name: str, value: str) -> QuerySet[City]:
        """The nine target cities."""
        return rows.filter(is_target=True)


def _counted(rows: QuerySet[SharingRequest] | QuerySet[Engagement] | QuerySet[Observation]) -> Coalesce:
    """Rows of another table per city, as a subquery: joins would multiply each other."""
    counted = rows.filter(city=OuterRef("pk")).order_by().values("city").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


@needs(Permission.SEE_OFFICE)
def listing(request: SignedInRequest) -> HttpResponse:
    """All partner places; the provider itself is not one."""
    rows = City.objects.filter(withdrawn_on=None, is_provider=False).select_related("country").defer("data", "country__data")
    newest = Observation.objects.filter(city=OuterRef("pk")).order_by().values("city").annotate(y=Max("year")).values("y")
    rows = rows.annotate(
        request_count=_counted(SharingRequest.objects.all()),
        engagement_count=_counted(visible_to(request.user)),
        figure_count=_counted(Observation.objects.all()),
        newest_year=Subquery(newest),
        gap_count=gap_count(),
    ).prefetch_related("ties")
    found = CityFilter(request.GET, queryset=rows)
    chosen = ordered(request, found.qs, ORDERS, ("-is_target", "-engagement_count", "country__name_en", "name_en"))
    today = timezone.localdate()
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(chosen))
    page = page_of(request, chosen)
    context = {
        "filter": found,
        "page": page,
        "rows": [(row, freshness(row.newest_year, FRESH_YEARS, today)) for row in page],
        "downloads": download_links(request, ("xlsx", "csv", "geojson")),
    }
    return render(request, "office/cities.html", context)


def _listing(rows: QuerySet[City]) -> Listing:
    columns = (
        Column("code", _("Code")),
        Column("name_ko", _("Korean name")),
        Column("name_en", _("English name")),
        Column("kind", _("Kind of place")),
        Column("country", _("Country")),
        Column("target", _("Target city")),
        Column("ties", _("Ties")),
        Column("requests", _("Requests"), ColumnKind.NUMBER),
        Column("engagements", _("Engagements"), ColumnKind.NUMBER),
        Column("figures", _("Figures"), ColumnKind.NUMBER),
        Column("newest", _("Newest figure"), ColumnKind.NUMBER),
        Column("gaps", _("Gaps"), ColumnKind.NUMBER),
    )
    listed = [(row, _row(row)) for row in rows]
    points = [
        Point(row.code, row.longitude, row.latitude, values)
        for row, values in listed
        if row.longitude is not None and row.latitude is not None
    ]
    return Listing(_("Cities"), "cities", columns, [values for _city, values in listed], points)


def _row(row: City) -> Row:
    return {
        "code": row.code,
        "name_ko": row.name_ko,
        "name_en": row.name_en,
        "kind": label(PlaceKind, row.kind),
        "country": named(row.country),
        "target": _("yes") if row.is_target else "",
        "ties": ", ".join(label(TieKind, tie.kind) for tie in row.ties.all()),
        "requests": row.request_count,  # type: ignore[attr-defined]
        "engagements": row.engagement_count,  # type: ignore[attr-defined]
        "figures": row.figure_count,  # type: ignore[attr-defined]
        "newest": row.newest_year,  # type: ignore[attr-defined]
        "gaps": row.gap_count,  # type: ignore[attr-defined]
    }
