"""The office's own status of sharing as of any day: also what is not public, as far as it exists for the person."""

from typing import Any, Final

from django.db.models import F, QuerySet
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.past import begun_by, without_known_beginning
from seoulution.apps.publishing.status import lines_of
from seoulution.web.office.lists import page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.documents import document_response
from seoulution.web.shared.filters_used import filters_in_use
from seoulution.web.shared.list_downloads import PARAMETER, download_links, streamed_response
from seoulution.web.shared.status_day import DayAsked, day_asked
from seoulution.web.shared.status_files import MOST_ON_PAPER, PAPERS, SHEETS, status_document, status_file
from seoulution.web.shared.status_filter import StatusFilter
from seoulution.web.shared.status_map import counts_of_places, places_of, status_map

ORDER: Final = (F("opened_on").asc(nulls_first=True), "position", "pk")
"""The documents' own first, in the order of their table."""


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest) -> HttpResponseBase:
    """Counts, map and table of the day, narrowed by the address; `download` in the address asks for a file of the same rows."""
    day, filtered, rows = _found(request)
    in_use = filters_in_use(filtered)
    if wanted := request.GET.get(PARAMETER):
        return _file(rows, wanted, day, ", ".join(words for _name, _value, words in in_use))
    places = places_of(rows, day.on, today=day.today)
    counts = counts_of_places(places)
    on_paper = counts.engagements <= MOST_ON_PAPER
    shown = page_of(request, rows.defer("city__data", "city__country__data"), count=counts.engagements)
    context: dict[str, Any] = {
        "day": day,
        "filter": filtered,
        "in_use": in_use,
        "counts": counts,
        "page": shown,
        "lines": lines_of(list(shown), day.on, today=day.today),
        "unknown": without_known_beginning(visible_to(request.user), day.on).count(),
        "map": status_map(places),
        "downloads": download_links(request, (*SHEETS, *(PAPERS if on_paper else ()))),
        "on_paper": on_paper,
        "most": MOST_ON_PAPER,
    }
    return render(request, "office/status.html", context)


def _found(request: SignedInRequest) -> tuple[DayAsked, StatusFilter, QuerySet[Engagement]]:
    day = day_asked(request, timezone.localdate())
    filtered = StatusFilter(request.GET, queryset=begun_by(visible_to(request.user), day.on).select_related("city__country"))
    return day, filtered, filtered.of_the_day(filtered.qs, day.on, today=day.today).order_by(*ORDER)


def _file(rows: QuerySet[Engagement], name: str, day: DayAsked, filters: str) -> HttpResponseBase:
    if name not in PAPERS:
        return streamed_response(name, status_file(rows, day.on, today=day.today))
    if rows.count() > MOST_ON_PAPER:
        raise Http404
    paper = status_document(rows, day.on, today=day.today, filters=filters)
    return document_response(paper, name, f"status-{day.on.isoformat()}-{get_language()}")
