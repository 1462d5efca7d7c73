"""The status of sharing (공유현황) on any day: the documents' table from live records, as table, map and file."""

from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.past import begun_by, without_known_beginning
from seoulution.apps.network.models import Correction
from seoulution.apps.publishing.status import COUNTING, corrections_of, counted, lines_of
from seoulution.web.public.lists import ordered, page_of, query_of
from seoulution.web.public.sources_used import sources_of
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.documents import document_response
from seoulution.web.shared.filters_used import filters_in_use
from seoulution.web.shared.list_downloads import streamed_response
from seoulution.web.shared.status_day import DayAsked, day_asked
from seoulution.web.shared.status_files import MOST_ON_PAPER, PAPERS, SHEETS, status_document, status_file
from seoulution.web.shared.status_filter import StatusFilter
from seoulution.web.shared.status_map import counts_of_places, places_of, status_map
from seoulution.web.shared.tags.records import named

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
    places = places_of(found, day.on, today=day.today)
    counts = counts_of_places(places)
    shown = page_of(found.defer("city__data", "city__country__data"), request, count=counts.engagements)
    lines = lines_of(list(shown), day.on, today=day.today, merged=_own_order(request))
    touching = {number for line in lines for number in corrections_of(line.row)}
    corrections = _corrections(touching | set(COUNTING))
    touches = {
        number: Touching(row, named(row), _("correction %(number)s") % {"number": number})
        for number, row in corrections.items()
    }
    on_paper = counts.engagements <= MOST_ON_PAPER
    context = {
        "day": day,
        "filter": filtered,
        "in_use": filters_in_use(filtered),
        "page": shown,
        "lines": [(line, [touches[number] for number in corrections_of(line.row) if number in touches]) for line in lines],
        "map": status_map(places),
        "counts": counts,
        "table_counts": counted(begun_by(shown_to_all(), day.on).filter(row__isnull=False)),
        "unknown": 0 if day.is_today else without_known_beginning(shown_to_all(), day.on).count(),
        "corrections": [corrections[number] for number in COUNTING if number in corrections],
        "files": (*SHEETS, *(PAPERS if on_paper else ())),
        "query": query_of(request),
        "sources": sources_of([row.data for row in shown]),
    }
    return render(request, "public/status.html", context)


def _corrections(numbers: set[int]) -> dict[int, Correction]:
    rows = Correction.objects.filter(code__in=[f"correction-{number}" for number in numbers], withdrawn_on=None)
    return {row.record.number: row for row in rows}


@open_to_all
def download(request: HttpRequest, name: str) -> HttpResponseBase:
    """Exactly the rows on screen, of the same day, in any of the formats; a long list only as sheet and points."""
    day, filtered, found = _found(request)
    if name not in PAPERS:
        return streamed_response(name, status_file(found, day.on, today=day.today))
    if found.count() > MOST_ON_PAPER:
        raise Http404
    narrowed = ", ".join(words_used for _name, _value, words_used in filters_in_use(filtered))
    paper = status_document(found, day.on, today=day.today, filters=narrowed, merged=_own_order(request))
    return document_response(paper, name, f"status-{day.on.isoformat()}-{get_language()}")
