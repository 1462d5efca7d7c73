"""All engagements: one filtered list, seen as a table, a board of stages or a map."""

from collections.abc import Sequence

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.models import Country
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Ending, Party, Sector, Stage, Standing
from seoulution.formats.geojson import Point
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.office.downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.office.engagement_map import engagement_map
from seoulution.web.office.lists import ordered, page_of
from seoulution.web.shared.access import needs
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.tags.records import named

ORDERS = {"name": "name_en", "city": "city__name_en", "sector": "sector", "standing": "standing", "row": "row"}
VIEWS = ("table", "board", "map")


def country_choices() -> list[tuple[str, str]]:
    rows = Country.objects.filter(cities__engagements__isnull=False).distinct()
    return sorted(((row.code, named(row)) for row in rows), key=lambda choice: choice[1])


def stage_choices() -> list[tuple[str, str]]:
    return [(stage.value, label(Stage, stage)) for stage in Stage]


def standing_choices() -> list[tuple[str, str]]:
    return [(standing.value, label(Standing, standing)) for standing in Standing]


def lead_choices() -> list[tuple[str, str]]:
    return [(party.value, label(Party, party)) for party in Party]


class EngagementFilter(django_filters.FilterSet):
    """Filters live in the address and hold in every view and download."""

    q = django_filters.CharFilter(label=gettext_lazy("Words"), method="by_words")
    sector = django_filters.ChoiceFilter(
        label=gettext_lazy("Sector"), choices=sector_choices, empty_label=gettext_lazy("Any sector")
    )
    stage = django_filters.ChoiceFilter(
        label=gettext_lazy("Stage"), choices=stage_choices, empty_label=gettext_lazy("Any stage")
    )
    standing = django_filters.ChoiceFilter(
        label=gettext_lazy("Standing"), choices=standing_choices, empty_label=gettext_lazy("Any standing")
    )
    country = django_filters.ChoiceFilter(
        label=gettext_lazy("Country"),
        choices=country_choices,
        empty_label=gettext_lazy("Any country"),
        field_name="city__country__code",
    )
    lead = django_filters.ChoiceFilter(label=gettext_lazy("Lead"), choices=lead_choices, empty_label=gettext_lazy("Anyone"))

    class Meta:
        model = Engagement
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Engagement], name: str, value: str) -> QuerySet[Engagement]:
        """In its name, its code or the city's name."""
        own = Q(name_ko__icontains=value) | Q(name_en__icontains=value) | Q(code__icontains=value)
        return rows.filter(own | Q(city__name_ko__icontains=value) | Q(city__name_en__icontains=value))


@needs(Permission.SEE_OFFICE)
def listing(request: HttpRequest) -> HttpResponse:
    """The list in the view asked for; an unknown view is the table."""
    rows = Engagement.objects.filter(withdrawn_on=None).select_related("city__country")
    rows = rows.defer("data", "city__data", "city__country__data")
    found = EngagementFilter(request.GET, queryset=rows)
    chosen = ordered(request, found.qs, ORDERS, ("row", "position", "code"))
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(chosen))
    view = request.GET.get("view", "")
    view = view if view in VIEWS else "table"
    context = {
        "filter": found,
        "view": view,
        "views": _views(request, view),
        "downloads": download_links(request, ("xlsx", "csv", "geojson")),
        "count": found.qs.count(),
    }
    if view == "board":
        context["board"] = _board(chosen)
    elif view == "map":
        everything = list(chosen)
        context |= {"world": engagement_map(everything), "listed": everything}
    else:
        context["page"] = page_of(request, chosen)
    return render(request, "office/engagements.html", context)


def _views(request: HttpRequest, current: str) -> list[Link]:
    words = {"table": _("Table"), "board": _("Board"), "map": _("Map")}
    links = []
    for view in VIEWS:
        query = request.GET.copy()
        query.pop("page", None)
        query["view"] = view
        links.append(Link(words[view], f"{request.path}?{query.urlencode()}", view == current))
    return links


def _board(rows: QuerySet[Engagement]) -> Sequence[tuple[Stage, list[Engagement]]]:
    """A column per stage, empty ones included: they show where nothing is under way."""
    columns: dict[str, list[Engagement]] = {stage.value: [] for stage in Stage}
    for row in rows:
        columns[row.stage].append(row)
    return [(stage, columns[stage.value]) for stage in Stage]


def _listing(rows: QuerySet[Engagement]) -> Listing:
    columns = (
        Column("code", _("Code")),
        Column("row", _("Row of table 2"), ColumnKind.NUMBER),
        Column("country", _("Country")),
        Column("city", _("City")),
        Column("name_ko", _("Korean name")),
        Column("name_en", _("English name")),
        Column("sector", _("Sector")),
        Column("stage", _("Stage")),
        Column("standing", _("Standing")),
        Column("lead", _("Lead")),
        Column("ending", _("Ending")),
        Column("ending_reason", _("Reason for the ending")),
    )
    listed = [(row, _row(row)) for row in rows]
    points = [
        Point(row.code, row.city.longitude, row.city.latitude, values)
        for row, values in listed
        if row.city.longitude is not None and row.city.latitude is not None
    ]
    return Listing(_("Engagements"), "engagements", columns, [values for _engagement, values in listed], points)


def _row(row: Engagement) -> Row:
    return {
        "code": row.code,
        "row": row.row,
        "country": named(row.city.country),
        "city": named(row.city),
        "name_ko": row.name_ko,
        "name_en": row.name_en,
        "sector": label(Sector, row.sector),
        "stage": label(Stage, row.stage),
        "standing": label(Standing, row.standing),
        "lead": label(Party, row.lead),
        "ending": label(Ending, row.ending) if row.ending else "",
        "ending_reason": row.ending_reason,
    }
