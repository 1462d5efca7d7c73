"""Target cities: six criteria with weights in the address, ranked with the doubt that weights and missing measures leave."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.models import City
from seoulution.apps.publishing.labels import label
from seoulution.apps.targeting.models import Criterion
from seoulution.apps.targeting.queries import FEWEST_CONDITIONS, Measured, measured
from seoulution.drawing.charts import Bar, bar_chart
from seoulution.drawing.worldmap import Marker, MarkerKind, WorldMap, world_map
from seoulution.engine.targeting.acceptability import DRAWS, SEED, Ranked, normal, ranking
from seoulution.engine.targeting.criteria import TargetCriterion
from seoulution.engine.targeting.moves import Move, moves_of
from seoulution.engine.vocabulary import Sector
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.office.lists import sources_of
from seoulution.web.shared.access import needs
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.tags.records import named

PREFIX = "w_"
MOST = 10
PLACES = 3
"""Weights run from 0 to 10; the bars show the chance of the first three places."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A criterion with the weight chosen and its share of the whole."""

    row: Criterion
    criterion: TargetCriterion
    name: str
    field: str
    weight: float
    share: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A city with its measures, its ranks and what would move it up."""

    measured: Measured
    ranked: Ranked
    moves: tuple[Move, ...]
    missing: tuple[str, ...]
    cells: tuple[str, ...]


@needs(Permission.SEE_OFFICE)
def page(request: HttpRequest) -> HttpResponse:
    """The ranking for the weights in the address; the same address gives the same answer."""
    chosen = weights_of(request.GET)
    cities = list(City.objects.filter(is_target=True, withdrawn_on=None).select_related("country"))
    found = measured(cities, today=timezone.localdate())
    alternatives = [each.alternative for each in found]
    by_code = {each.city.code: each for each in found}
    moves = moves_of(alternatives, chosen)
    criteria = _weighed(chosen)
    names = {each.criterion: each.name for each in criteria}
    placed = [
        Placed(
            by_code[ranked.code],
            ranked,
            moves[ranked.code],
            tuple(names[criterion] for criterion in ranked.missing),
            _cells(by_code[ranked.code]),
        )
        for ranked in ranking(alternatives, chosen)
    ]
    if name := request.GET.get(PARAMETER):
        return list_response(name, _listing(placed, criteria))
    context = {
        "criteria": criteria,
        "placed": placed,
        "chart": _chart(placed),
        "world": _map(placed),
        "names": names,
        "draws": DRAWS,
        "seed": SEED,
        "places": PLACES,
        "fewest": FEWEST_CONDITIONS,
        "expected": _expected(),
        "downloads": download_links(request),
        "sources": sources_of([each.row.data for each in criteria]),
    }
    return render(request, "office/targets.html", context)


def field_of(criterion: TargetCriterion) -> str:
    """The name of a criterion's weight in the address."""
    return PREFIX + criterion.value.replace("-", "_")


def weights_of(asked: Mapping[str, str]) -> dict[TargetCriterion, float]:
    """Weights from 0 to 10 as given; one that is missing or no number counts as 1."""
    return {criterion: _weight(asked.get(field_of(criterion), "")) for criterion in TargetCriterion}


def _weight(written: str) -> float:
    try:
        weight = float(written)
    except ValueError:
        return 1.0
    return min(max(weight, 0.0), float(MOST)) if math.isfinite(weight) else 1.0


def _weighed(chosen: Mapping[TargetCriterion, float]) -> list[Weighed]:
    shares = normal(chosen)
    rows = {row.code: row for row in Criterion.objects.filter(withdrawn_on=None)}
    return [
        Weighed(rows[each.value], each, named(rows[each.value]), field_of(each), chosen[each], shares.get(each, 0.0))
        for each in TargetCriterion
    ]


def _cells(each: Measured) -> tuple[str, ...]:
    """The six measures in words, in the order of the criteria."""
    distance = each.alternative.measures[TargetCriterion.PROXIMITY]
    fit = each.trajectory.distance
    a_year = _("% a year")
    ties = {2.0: _("sister city"), 1.0: _("friendship city"), 0.0: _("none")}
    return (
        f"{distance:,.0f} km" if distance is not None else "",
        f"{_plain(each.growth.value)} {a_year} ({each.growth.year})" if each.growth is not None else "",
        ties[each.alternative.measures[TargetCriterion.AFFINITY] or 0.0],
        _("%(count)s on record") % {"count": each.requests},
        f"{fit:.2f}" if fit is not None else "",
        _("%(met)s of %(decided)s conditions hold") % {"met": each.conditions_met, "decided": each.conditions_decided},
    )


def _plain(value: Decimal | str) -> str:
    """2.600000 is written 2.6."""
    return value if isinstance(value, str) else f"{value.normalize():f}"


def _chart(placed: list[Placed]) -> str:
    bars = [
        Bar(named(each.measured.city), each.ranked.within(PLACES), note=_first(each.ranked), strong=number < PLACES)
        for number, each in enumerate(placed)
    ]
    title = _("Chance of being among the first three")
    return bar_chart(bars, title=title, unit="share", language=get_language() or "en", most=1.0) if bars else ""


def _first(ranked: Ranked) -> str:
    return _("first in %(share)s %% of draws") % {"share": round(100 * ranked.first)}


def _map(placed: list[Placed]) -> WorldMap:
    kinds = (
        MarkerKind("ahead", _("More often than not among the first three"), "circle", "one"),
        MarkerKind("behind", _("Other target cities"), "ring", "two"),
    )
    markers = [
        Marker(
            code=each.measured.city.code,
            label=named(each.measured.city),
            longitude=each.measured.city.longitude,
            latitude=each.measured.city.latitude,
            kind="ahead" if each.ranked.within(PLACES) > 0.5 else "behind",
            href=f"../cities/{each.measured.city.code}/",
        )
        for each in placed
        if each.measured.city.longitude is not None and each.measured.city.latitude is not None
    ]
    title = _("Target cities on the map")
    return world_map(markers, kinds, title=title, description=title)


def _expected() -> list[tuple[str, list[tuple[City, str]]]]:
    """The briefing's expected cities by sector, as printed."""
    by_sector: dict[str, list[tuple[City, str]]] = {}
    for row in City.objects.filter(withdrawn_on=None).exclude(data__expected=[]):
        for each in row.data.get("expected", ()):
            by_sector.setdefault(each["sector"], []).append((row, each["printed"]))
    return [(label(Sector, sector), by_sector[sector]) for sector in Sector if sector in by_sector]


def _listing(placed: list[Placed], criteria: list[Weighed]) -> Listing:
    columns = (
        Column("code", _("Code")),
        Column("city", _("City")),
        Column("score", _("Score"), ColumnKind.NUMBER),
        Column("low", _("Lowest score"), ColumnKind.NUMBER),
        Column("high", _("Highest score"), ColumnKind.NUMBER),
        Column("first", _("Share of draws in which it is first"), ColumnKind.NUMBER),
        Column("within", _("Share of draws among the first three"), ColumnKind.NUMBER),
        *(Column(each.field, f"{each.name} ({each.share:.0%})") for each in criteria),
    )
    rows: list[Row] = [
        {
            "code": each.ranked.code,
            "city": named(each.measured.city),
            "score": round(each.ranked.score, 4),
            "low": round(each.ranked.low, 4),
            "high": round(each.ranked.high, 4),
            "first": each.ranked.first,
            "within": each.ranked.within(PLACES),
            **{one.field: cell for one, cell in zip(criteria, each.cells, strict=True)},
        }
        for each in placed
    ]
    return Listing(_("Target cities"), "target-cities", columns, rows)
