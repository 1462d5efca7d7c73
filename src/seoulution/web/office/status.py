"""The office's own status of sharing as of any day: also what is not public, as far as it exists for the person."""

from typing import Any, Final

from django.db.models import Count, F, QuerySet
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.past import begun_by, without_known_beginning
from seoulution.apps.publishing.compose.status_paper import status_paper
from seoulution.apps.publishing.status import Counts, lines_of
from seoulution.engine.vocabulary import Language
from seoulution.web.office.downloads import Listing, download_links, list_response
from seoulution.web.office.lists import page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.documents import document_response
from seoulution.web.shared.place_map import figure_of, map_of
from seoulution.web.shared.status_day import day_asked
from seoulution.web.shared.status_files import columns, map_points, sheet_row, signs_of

PAPERS: Final = ("pdf", "docx", "hwpx")
MOST: Final = 1000
"""Up to so many rows the map is drawn and the list leaves as a file; longer lists leave from the list of engagements."""


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest) -> HttpResponseBase:
    """Counts, map and table of the day; `download` in the address asks for a file of the same rows."""
    day = day_asked(request, timezone.localdate())
    rows = begun_by(visible_to(request.user), day.on).select_related("city__country")
    rows = rows.order_by(F("opened_on").asc(nulls_first=True), "position", "pk")
    counts = _counts(rows)
    wanted = request.GET.get("download")
    few = counts.engagements <= MOST
    if wanted:
        if not few:
            raise Http404
        return _file(rows, wanted, request)
    shown = page_of(request, rows.defer("city__data", "city__country__data"))
    drawn = list(rows.defer("data", "city__data", "city__country__data")) if few else []
    context: dict[str, Any] = {
        "day": day,
        "counts": counts,
        "page": shown,
        "lines": lines_of(list(shown), day.on, today=day.today),
        "unknown": without_known_beginning(visible_to(request.user), day.on).count(),
        "map": map_of(drawn, title=_("Status of policy sharing on the map"), signs=signs_of(drawn, day.on, today=day.today))
        if drawn
        else None,
        "downloads": download_links(request, ("xlsx", "csv", "geojson", *PAPERS)) if few else [],
        "few": few,
        "most": MOST,
    }
    return render(request, "office/status.html", context)


def _counts(rows: QuerySet[Engagement]) -> Counts:
    """Counted by the database, for lists of any length."""
    found = rows.order_by().aggregate(
        countries=Count("city__country", distinct=True), places=Count("city", distinct=True), engagements=Count("pk")
    )
    return Counts(**found)


def _file(rows: QuerySet[Engagement], name: str, request: SignedInRequest) -> HttpResponse:
    day = day_asked(request, timezone.localdate())
    found = list(rows)
    lines = lines_of(found, day.on, today=day.today)
    title = _("Status of policy sharing")
    if name in PAPERS:
        language = Language.KO if (get_language() or "").startswith("ko") else Language.EN
        signs = signs_of(found, day.on, today=day.today)
        world = figure_of(found, title=_("Status of policy sharing on the map"), signs=signs) if found else None
        paper = status_paper(lines, language, day=day.on, world=world, now=timezone.localtime())
        return document_response(paper, name, f"status-{day.on.isoformat()}-{language}")
    values = [sheet_row(line, day.on) for line in lines]
    listing = Listing(title, f"status-{day.on.isoformat()}", columns(), values, map_points(lines, day.on))
    return list_response(name, listing)
