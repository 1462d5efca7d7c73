"""The status of sharing (공유현황) on any day: the documents' table from live records, as table, map and file."""

from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.past import begun_by, without_known_beginning
from seoulution.apps.network.models import Correction
from seoulution.apps.publishing.compose.status_paper import status_paper
from seoulution.apps.publishing.status import COUNTING, corrections_of, counts_of, lines_of
from seoulution.engine.vocabulary import Language
from seoulution.formats import geojson
from seoulution.web.public.downloads import PAPERS, file_response, sheet_response
from seoulution.web.public.lists import filters_in_use, ordered, page_of, query_of
from seoulution.web.public.sources_used import sources_of
from seoulution.web.public.status_filter import StatusFilter
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.documents import document_response
from seoulution.web.shared.place_map import figure_of, map_of
from seoulution.web.shared.status_day import DayAsked, day_asked
from seoulution.web.shared.status_files import columns, points, sheet_row, signs_of
from seoulution.web.shared.tags.records import named

FILES = ("xlsx", "csv", "geojson", *PAPERS)
ORDERS = {
    "row": "position",
    "country": "city__country__name_en",
    "city": "city__name_en",
    "stage": "stage",
    "standing": "standing",
}


@dataclass(frozen=True, slots=True)
class Touching:
    """A correction in a row it touches, its words worked out once for all rows."""

    row: Correction
    name: str
    words: str


def _found(request: HttpRequest) -> tuple[DayAsked, StatusFilter, QuerySet[Engagement]]:
    day = day_asked(request, timezone.localdate())
    filtered = StatusFilter(request.GET, queryset=begun_by(shown_to_all(), day.on).select_related("city__country"))
    found = filtered.of_the_day(filtered.qs, day.on, today=day.today)
    if _own_order(request):
        return day, filtered, found.order_by(F("opened_on").asc(nulls_first=True), "position", "pk")
    return day, filtered, ordered(found, request, ORDERS, "row")


def _own_order(request: HttpRequest) -> bool:
    """Cells are merged in the documents' own order alone."""
    return request.GET.get("sort", "row") == "row"


@open_to_all
def page(request: HttpRequest) -> HttpResponse:
    """Counts, map and table of the day, with the papers' contradictions in the rows they touch and beside them."""
    day, filtered, found = _found(request)
    found = found.defer("city__data", "city__country__data")
    rows = list(found)
    shown = page_of(rows, request)
    lines = lines_of(list(shown), day.on, today=day.today, merged=_own_order(request))
    in_use = filters_in_use(filtered)
    signs = signs_of(rows, day.on, today=day.today) if rows else {}
    touching = {number for line in lines for number in corrections_of(line.row)}
    corrections = _corrections(touching | set(COUNTING))
    touches = {
        number: Touching(row, named(row), _("correction %(number)s") % {"number": number})
        for number, row in corrections.items()
    }
    context = {
        "day": day,
        "filter": filtered,
        "in_use": in_use,
        "page": shown,
        "lines": [(line, [touches[number] for number in corrections_of(line.row) if number in touches]) for line in lines],
        "map": map_of(rows, title=_("Status of policy sharing on the map"), signs=signs) if rows else None,
        "counts": counts_of(rows),
        "table_counts": counts_of(_in_table(day) if in_use else (row for row in rows if row.row is not None)),
        "unknown": 0 if day.is_today else without_known_beginning(shown_to_all(), day.on).count(),
        "corrections": [corrections[number] for number in COUNTING if number in corrections],
        "files": FILES,
        "query": query_of(request),
        "sources": sources_of([row.data for row in shown]),
    }
    return render(request, "public/status.html", context)


def _in_table(day: DayAsked) -> QuerySet[Engagement]:
    rows = begun_by(shown_to_all(), day.on).filter(row__isnull=False)
    return rows.select_related("city").defer("data", "city__data")


def _corrections(numbers: set[int]) -> dict[int, Correction]:
    rows = Correction.objects.filter(code__in=[f"correction-{number}" for number in numbers], withdrawn_on=None)
    return {row.record.number: row for row in rows}


@open_to_all
def download(request: HttpRequest, name: str) -> HttpResponse:
    """Exactly the rows on screen, of the same day, in any of the formats."""
    day, filtered, found = _found(request)
    rows = list(found)
    lines = lines_of(rows, day.on, today=day.today, merged=_own_order(request))
    if name in PAPERS:
        language = Language.KO if (get_language() or "").startswith("ko") else Language.EN
        signs = signs_of(rows, day.on, today=day.today)
        world = figure_of(rows, title=_("Status of policy sharing on the map"), signs=signs) if rows else None
        narrowed = ", ".join(words_used for _name, _value, words_used in filters_in_use(filtered))
        paper = status_paper(lines, language, day=day.on, world=world, now=timezone.localtime(), filters=narrowed)
        return document_response(paper, name, f"status-{day.on.isoformat()}-{language}")
    stem = f"status-{day.on.isoformat()}"
    if name == "geojson":
        return file_response(points(lines, day.on), geojson.CONTENT_TYPE, f"{stem}.geojson")
    if name not in FILES:
        raise Http404
    return sheet_response(name, _("Status of policy sharing"), columns(), [sheet_row(line, day.on) for line in lines], stem)
