"""All engagements that exist for a person: one filtered list, seen as a table, a board of stages, a map or a calendar."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.accounts.views_kept import saved_by
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.kept_answers import Listed, counted, few
from seoulution.apps.engagements.models import Engagement
from seoulution.formats.geojson import Point
from seoulution.formats.tables import Column, Row
from seoulution.web.office import engagement_board, engagement_calendar, engagement_map
from seoulution.web.office.engagement_columns import ALL, BY_KEY, ListColumn, chosen_columns, fields_of
from seoulution.web.office.engagement_filter import EngagementFilter
from seoulution.web.office.engagement_rows_read import rows_of
from seoulution.web.office.lists import keys_of, ordered, page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.addresses import changed_address
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.large_downloads import proof_for_so_many
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, streamed_response
from seoulution.web.shared.once import fresh_key

ORDERS: Final = {column.key: column.sort for column in ALL if column.sort}
DEFAULT_ORDER: Final = ("row", "position", "code")
VIEWS: Final = ("table", "board", "map", "calendar")
PAGE_NAME: Final = "office:engagements"


def filtered(request: SignedInRequest) -> tuple[EngagementFilter, QuerySet[Engagement]]:
    """The filter of the address, and the rows it leaves in the order of the address."""
    found = EngagementFilter(request.GET, queryset=visible_to(request.user), request=request)
    return found, ordered(request, found.qs, ORDERS, DEFAULT_ORDER)


@needs(Permission.SEE_OFFICE)
def listing(request: SignedInRequest) -> HttpResponseBase:
    """The list in the view asked for; an unknown view is the table."""
    found, chosen = filtered(request)
    columns = chosen_columns(request.GET.getlist("columns"))
    if name := request.GET.get(PARAMETER):
        asked = proof_for_so_many(request, counted(chosen, *found.rests_on))
        return asked or streamed_response(name, _file(chosen, columns))
    view = request.GET.get("view", "")
    view = view if view in VIEWS else "table"
    context = {
        "filter_fields": found.filled.fields,
        "in_use": found.filled.in_use,
        "view": view,
        "views": _views(request, view),
        "downloads": download_links(request, ("xlsx", "csv", "geojson")),
        "saved": saved_by(request.user, PAGE_NAME),
        "list_query": _query(request),
        "new_href": reverse("office:engagement_new") if request.user.may(Permission.WORK_ENGAGEMENTS) else "",
        "may_change": request.user.may(Permission.WORK_ENGAGEMENTS),
        "submission": fresh_key(),
        **_shown(request, view, found, chosen, columns),
    }
    return render(request, "office/engagements.html", context)


def _shown(
    request: SignedInRequest,
    view: str,
    found: EngagementFilter,
    chosen: QuerySet[Engagement],
    columns: Sequence[ListColumn],
) -> dict[str, Any]:
    """What the view shows, with the count of all rows."""
    rests_on = found.rests_on
    searched = few(chosen, *rests_on) if found.is_searched and view in ("table", "board") else None
    if view == "board":
        board = engagement_board.board_of(request, chosen, *rests_on, searched=searched)
        return {"board": board, "count": sum(column.count for column in board)}
    if view == "map":
        return engagement_map.map_context(request, Listed.of(chosen), *rests_on)
    if view == "calendar":
        return {"calendar": engagement_calendar.calendar_of(request, chosen, *rests_on), "count": counted(chosen, *rests_on)}
    if searched is not None:
        page = page_of(request, [pk for pk, _stage in searched])
    else:
        listed = Listed.of(chosen)
        page = keys_of(request, listed, counted(listed, *rests_on), *rests_on)
    kept = [(name, value) for name, values in request.GET.lists() if name not in ("columns", "page") for value in values]
    return {
        "page": page,
        "rows": rows_of(list(page.object_list), fields_of(columns)),
        "columns": columns,
        "all_columns": ALL,
        "kept": kept,
        "count": page.paginator.count,
    }


def _query(request: SignedInRequest) -> str:
    query = request.GET.copy()
    for name in ("page", "month", "day", PARAMETER):
        query.pop(name, None)
    return query.urlencode()


def _views(request: SignedInRequest, current: str) -> list[Link]:
    words = {"table": _("Table"), "board": _("Board"), "map": _("Map"), "calendar": _("Calendar")}
    return [Link(words[view], changed_address(request, {"view": view, "page": None}), view == current) for view in VIEWS]


def _file(rows: QuerySet[Engagement], columns: Sequence[ListColumn]) -> Listing:
    """The same rows in the same order with the chosen columns, and the code that names each for good."""
    taken = tuple(dict.fromkeys((BY_KEY["code"], *columns)))
    placed = (*fields_of(taken), "city__longitude", "city__latitude")

    def read() -> Iterator[Mapping[str, Any]]:
        yield from rows.values(*placed).iterator(chunk_size=2000)

    def said(row: Mapping[str, Any]) -> Row:
        return {column.key: column.says(row) for column in taken}

    points = (
        Point(row["code"], row["city__longitude"], row["city__latitude"], said(row))
        for row in read()
        if row["city__longitude"] is not None and row["city__latitude"] is not None
    )
    files: list[Column] = [column.column for column in taken]
    return Listing(_("Engagements"), "engagements", files, (said(row) for row in read()), points)
