"""One place: what it is, how it grew, what ties it to Seoul, what was shared. Requests of cities are not public and never stand here."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.cities.models import City, Indicator, Observation, Tie
from seoulution.apps.cities.queries import observation_rows, profile_of, sourced, trajectory_of
from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.network.models import Agency, Correction
from seoulution.apps.publishing.compose.seoul_then import verdict
from seoulution.drawing.charts import Point, Series, line_chart
from seoulution.engine.cities.profile import CLOSENESS, Reading
from seoulution.engine.vocabulary import Boundary
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.reference.schema import cities
from seoulution.web.public.downloads import SHEETS, sheet_response
from seoulution.web.public.place_words import REGIONS, THEMES
from seoulution.web.public.sources_used import sources_of
from seoulution.web.shared import figure_words
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.place_map import city_map
from seoulution.web.shared.tags.records import named

PER_UNIT = {"thousand persons": 1000, "persons": 1, "people": 1, "million persons": 1_000_000}


def _city(code: str) -> City:
    return get_object_or_404(City.objects.select_related("country"), code=code)


@open_to_all
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The profile with its gaps, the chart of its growth, the map, ties and engagements."""
    row = _city(code)
    record: cities.City = row.record
    rows = observation_rows(row)
    profile = profile_of(row, today=timezone.localdate())
    match = trajectory_of(row) if not row.is_provider else None
    engagements = list(shown_to_all().filter(city=row).prefetch_related("solutions"))
    provider = City.objects.filter(is_provider=True).first()
    context = {
        "row": row,
        "record": record,
        "region": REGIONS[row.country.region],
        "ties": Tie.objects.filter(city=row, withdrawn_on=None),
        "engagements": engagements,
        "expected": [
            (each, sourced(each.population) if each.population else None, sourced(each.area) if each.area else None)
            for each in record.expected
        ],
        "population": population_chart(rows, named(row)),
        "themes": _by_theme(profile.readings.values()),
        "missing": Indicator.objects.filter(code__in=profile.missing),
        "map": city_map(row, provider, title=_("Where %(name)s lies") % {"name": named(row)}),
        "seoul_then": verdict(match) if match and match.compared else "",
        "corrections": Correction.objects.filter(data__touches__contains=[code], withdrawn_on=None),
        "sources": sources_of(row.data, [each.figure for each in rows], [engagement.data for engagement in engagements]),
        "agencies": {agency.code: agency for agency in Agency.objects.filter(code__in={gap.ask for gap in record.gaps})},
        "sheets": SHEETS,
    }
    return render(request, "public/city.html", context)


def population_chart(rows: Iterable[Observation], name: str) -> str:
    """Population through time, one line for each boundary: figures of different areas are never joined. Empty when there is no series."""
    by_boundary: dict[Boundary, dict[int, float]] = {}
    for row in rows:
        if row.city_id is None or row.indicator.code != "population" or row.year is None or row.value is None:
            continue
        if row.unit in PER_UNIT:
            by_boundary.setdefault(Boundary(row.boundary), {}).setdefault(row.year, float(row.value * PER_UNIT[row.unit]))
    lines = [
        Series(
            figure_words.boundary(boundary), tuple(Point(year, value) for year, value in sorted(by_boundary[boundary].items()))
        )
        for boundary in sorted(by_boundary, key=lambda each: CLOSENESS[each])
    ]
    if not any(len(line.points) > 1 for line in lines):
        return ""
    language = get_language() or "en"
    title = _("Population of %(name)s by boundary") % {"name": name}
    return line_chart(lines[:4], title=title, unit=figure_words.unit("people", language), language=language)


def _by_theme(readings: Iterable[Reading]) -> list[tuple[str, list[tuple[Indicator, Reading]]]]:
    by_code = {reading.indicator: reading for reading in readings}
    found: dict[str, list[tuple[Indicator, Reading]]] = {}
    for indicator in Indicator.objects.filter(code__in=by_code):
        found.setdefault(indicator.theme, []).append((indicator, by_code[indicator.code]))
    return [(str(THEMES[theme]), found[theme]) for theme in THEMES if theme in found]


@open_to_all
def download(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """Every figure of the place and its country, with what a reader needs to trust it."""
    row = _city(code)
    columns = [
        Column("indicator", _("Indicator"), width=32),
        Column("value", _("Value"), ColumnKind.NUMBER),
        Column("words", _("In words")),
        Column("unit", _("Unit")),
        Column("year", _("Year"), ColumnKind.NUMBER),
        Column("boundary", _("Boundary")),
        Column("confidence", _("Known from")),
        Column("source", _("Source")),
        Column("source_title", _("Title of the source"), width=50),
        Column("address", _("Address of the source")),
    ]
    return sheet_response(name, named(row), columns, _figures(observation_rows(row)), f"city-{row.code}")


def _figures(rows: Sequence[Observation]) -> Iterable[Row]:
    for row in rows:
        yield {
            "indicator": named(row.indicator),
            "value": row.value.normalize() if isinstance(row.value, Decimal) else None,
            "words": row.words or None,
            "unit": row.unit,
            "year": row.year,
            "boundary": row.boundary,
            "confidence": row.confidence,
            "source": row.source.code,
            "source_title": row.source.title,
            "address": row.source.address or None,
        }
