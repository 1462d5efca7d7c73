"""The catalogue: every solution, or those that answer a need in a visitor's words, narrowed in the address, to be taken along as a sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.queries import headlines, speak_names
from seoulution.apps.matching.search import Found, Search
from seoulution.apps.matching.shelf import Flags, Shelf, shelf
from seoulution.apps.publishing.compose.solution_paper import COSTS
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.quoting import results_said
from seoulution.drawing.numbers import percent
from seoulution.engine.vocabulary import Sector, SolutionKind
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.public.downloads import SHEETS, sheet_response
from seoulution.web.public.facets import chosen_in, facets, in_use
from seoulution.web.public.lists import ordered, page_of, query_of
from seoulution.web.public.need_search import search_for, shown
from seoulution.web.public.templatetags.found import Card
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.limits import asks_for_words, limited, searches
from seoulution.web.shared.tags.records import is_korean, named

ORDERS: Final = {
    "name": "name_en",
    "sector": "sector",
    "evidence": "evidence_grade",
    "complete": "completeness",
    "cost": "cost_class",
}
FOUND_PER_PAGE: Final = 20
"""Each is shown with its reasons, which are read, not scanned."""
_FIELDS: Final[Mapping[str, str]] = {"sector": "sector", "cost": "cost_class", "evidence": "evidence_grade"}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the address asks for. `found` : what answers the need and has the chosen facets, best first; None without a need."""

    shelf: Shelf
    chosen: Mapping[str, str]
    search: Search | None
    found: Sequence[Found] | None
    flags: Flags | None


def _asked(request: HttpRequest) -> _Asked:
    search = search_for(request.GET.get("q", ""), as_written="exact" in request.GET)
    on_offer = shelf() if search is None or search.shelf is None else search.shelf
    chosen = chosen_in(request, on_offer)
    if search is None:
        return _Asked(on_offer, chosen, None, None, None)
    narrowed = dict(zip(on_offer.codes, on_offer.narrowed(chosen), strict=True))
    found = [one for one in search.found if narrowed.get(one.hit.solution)]
    return _Asked(on_offer, chosen, search, found, on_offer.flags(one.hit.solution for one in search.found))


def _rows(request: HttpRequest, chosen: Mapping[str, str]) -> QuerySet[PolicySolution]:
    """All solutions with the chosen facets, in the order that the address names."""
    rows = PolicySolution.objects.offered().filter(
        **{_FIELDS[name]: value for name, value in chosen.items() if name in _FIELDS}
    )
    if "kind" in chosen:
        rows = rows.filter(**{"is_knowledge" if chosen["kind"] == "knowledge" else "is_exportable": True})
    if "stage" in chosen:
        rows = rows.filter(lowest_level__lte=int(chosen["stage"]), highest_level__gte=int(chosen["stage"]))
    return ordered(rows, request, ORDERS, "sector")


def _of(found: Sequence[Found], rows: QuerySet[PolicySolution]) -> dict[str, PolicySolution]:
    """The solutions of these hits by code, read as `rows` says."""
    codes = [one.hit.solution for one in found]
    read = list(rows.filter(code__in=codes).select_related("owner"))
    speak_names(read, get_language() or "en")
    return {row.code: row for row in read}


@open_to_all
@limited(searches, only=asks_for_words)
def listing(request: HttpRequest) -> HttpResponse:
    """Cards: fifty solutions on a page, or twenty that answer what was asked, each with its reasons."""
    asked = _asked(request)
    context: dict[str, object] = {
        "asked": request.GET.get("q", "")[:2_000],
        "chosen": asked.chosen,
        "facets": facets(request, asked.shelf, asked.chosen, asked.flags),
        "in_use": in_use(asked.chosen),
        "search": asked.search,
        "sheets": SHEETS,
        "query": query_of(request),
    }
    context |= _listed(request, asked) if asked.found is None else _answered(request, asked)
    return render(request, "public/solutions.html", context)


def _listed(request: HttpRequest, asked: _Asked) -> dict[str, object]:
    """Read as plain values: fifty records with their owners take twice as long."""
    language = get_language() or "en"
    own = "name_ko" if is_korean() else "name_en"
    fields = ("pk", "code", "sector", "evidence_grade", "completeness", own, f"owner__{own}")
    many = int(np.count_nonzero(asked.shelf.narrowed(asked.chosen)))
    page = page_of(_rows(request, asked.chosen).values_list(*fields, named=True), request, count=many)
    listed = list(page.object_list)
    told = headlines([row.pk for row in listed], language)
    results = results_said([row.pk for row in listed], timezone.localdate(), told)
    evidence = _("Evidence %(grade)s · filled in %(share)s")
    cards = [
        Card(
            code,
            sector,
            told.get(pk, {}).get("name") or name,
            results[pk],
            evidence % {"grade": grade, "share": percent(share, language, 0)},
            owner,
        )
        for pk, code, sector, grade, share, name, owner in listed
    ]
    return {"page": page, "cards": cards, "brochure_of": _brochure_of(asked)}


def _brochure_of(asked: _Asked) -> str:
    """The chosen sector, where it has a solution on offer, whatever else the list is narrowed by."""
    sector = asked.chosen.get("sector", "")
    return sector if sector and asked.shelf.columns["sector"][sector].any() else ""


def _answered(request: HttpRequest, asked: _Asked) -> dict[str, object]:
    assert asked.search is not None and asked.found is not None
    page = page_of(asked.found, request, FOUND_PER_PAGE)
    rows = PolicySolution.objects.offered().defer("data", "owner__data")
    return {
        "page": page,
        "results": shown(asked.search, _of(list(page), rows), list(page), timezone.localdate()),
        "as_written": _other(request, q=asked.search.asked, exact="1"),
        "offered": _other(request, q=asked.search.spelling.offered),
        "weak": _("Weak match"),
        "why": _("Why it fits"),
    }


def _other(request: HttpRequest, **values: str) -> str:
    query = request.GET.copy()
    for name in ("page", "exact"):
        query.pop(name, None)
    for name, value in values.items():
        query[name] = value
    return f"{request.path}?{query.urlencode()}"


@open_to_all
def download(request: HttpRequest, name: str) -> HttpResponse:
    """The same list as a sheet, in the same order; of a search with its reasons."""
    columns = [
        Column("code", _("Code")),
        Column("name", _("Solution")),
        Column("sector", _("Sector")),
        Column("kinds", _("Kind")),
        Column("result", _("Result"), width=60),
        Column("owner", _("Owner")),
        Column("cost", _("Cost class")),
        Column("started", _("Started"), ColumnKind.NUMBER),
        Column("evidence", _("Evidence")),
        Column("completeness", _("Filled in (%)"), ColumnKind.NUMBER),
        Column("sources", _("Sources of the result")),
    ]
    today = timezone.localdate()
    asked = _asked(request)
    if asked.search is None or asked.found is None:
        rows = list(_rows(request, asked.chosen).select_related("owner"))
        results = results_said([row.pk for row in rows], today)
        return sheet_response(name, _("Solutions"), columns, (_row(row, results[row.pk]) for row in rows), "solutions")
    columns += [Column("weak", _("Weak match")), Column("why", _("Why it fits"), width=60)]
    cards = shown(asked.search, _of(asked.found, PolicySolution.objects.offered()), asked.found, today)
    found = (
        {**_row(card.solution, card.result), "weak": _("Yes") if card.weak else _("No"), "why": "\n".join(card.reasons)}
        for card in cards
    )
    return sheet_response(name, _("Solutions"), columns, found, "solutions")


def _row(row: PolicySolution, result: str) -> Row:
    record = row.record
    return {
        "code": row.code,
        "name": named(row),
        "sector": label(Sector, row.sector),
        "kinds": ", ".join(label(SolutionKind, kind) for kind in record.kinds),
        "result": result,
        "owner": named(row.owner),
        "cost": str(COSTS[row.cost_class]),
        "started": record.started,
        "evidence": row.evidence_grade,
        "completeness": round(row.completeness * 100),
        "sources": ", ".join(record.result.sources),
    }
