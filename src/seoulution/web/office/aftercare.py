"""Aftercare: all engagements in operation with the worst first, and the tab of one with its levels, readings, looks and warnings."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.aftercare_states import (
    COUNTING,
    aftercare_of,
    level_of,
    looked_after,
    with_aftercare,
    worst_first,
)
from seoulution.apps.engagements.models import ServiceLevel, ServiceReading
from seoulution.drawing.charts.readings import Read, readings_chart
from seoulution.drawing.numbers import readable_number
from seoulution.engine.engagements.aftercare import LevelState, level_state
from seoulution.web.office.engagement_file import file_context, found
from seoulution.web.office.lists import page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.component_values import Link

TONES = {LevelState.KEPT: "good", LevelState.MISSED: "blocked", LevelState.NO_READING: "missing"}


@dataclass(frozen=True, slots=True)
class LevelShown:
    """A level with its readings, the latest first, and its chart; `chart` is empty before the first reading."""

    row: ServiceLevel
    state: LevelState
    tone: str
    chart: str
    readings: tuple[ServiceReading, ...]
    struck: tuple[ServiceReading, ...]


@needs(Permission.SEE_OFFICE)
def listing(request: SignedInRequest) -> HttpResponse:
    """Everything in operation; `only=warnings` leaves out what needs nothing."""
    today = timezone.localdate()
    rows = with_aftercare(looked_after(visible_to(request.user)).select_related("city", "owner").defer("data", "city__data"))
    states = worst_first(rows.order_by("position", "pk"), today)
    warned = [each for each in states if each.warnings]
    only = request.GET.get("only") == "warnings"
    context = {
        "page": page_of(request, warned if only else states),
        "views": [
            Link(_("All in operation"), "?", not only, len(states)),
            Link(_("With early warnings"), "?only=warnings", only, len(warned)),
        ],
        "today": today,
        "tones": TONES,
    }
    return render(request, "office/aftercare.html", context)


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest, code: str) -> HttpResponse:
    """The tab of one engagement."""
    row = found(request, code)
    today = timezone.localdate()
    levels = row.service_levels.select_related("recorded_by").prefetch_related("readings__recorded_by", COUNTING)
    shown = [_shown(each) for each in levels]
    care = aftercare_of(with_aftercare(visible_to(request.user)).get(pk=row.pk), today)
    context: dict[str, Any] = {
        **file_context(request, row, "office:engagement_aftercare"),
        "warnings": care.warnings,
        "levels": [each for each in shown if each.row.ended_on is None],
        "ended": [each for each in shown if each.row.ended_on is not None],
        "checks": row.aftercare_checks.select_related("recorded_by"),
        "today": today,
    }
    return render(request, "office/engagement_aftercare.html", context)


def _shown(row: ServiceLevel) -> LevelShown:
    level = level_of(row)
    state = level_state(level, timezone.localdate())
    readings = sorted(row.readings.all(), key=lambda each: (each.read_on, each.pk), reverse=True)
    return LevelShown(
        row,
        state,
        TONES[state],
        _chart(row),
        tuple(each for each in readings if not each.struck_reason),
        tuple(each for each in readings if each.struck_reason),
    )


def _chart(row: ServiceLevel) -> str:
    level = level_of(row)
    if not level.readings:
        return ""
    language = get_language() or "en"
    bound = readable_number(row.bound.normalize(), language)
    words = _("at least %(bound)s") if row.higher_is_better else _("at most %(bound)s")
    reads = [Read(each.on, float(each.value), level.keeps(each.value)) for each in level.readings]
    return readings_chart(
        reads,
        bound=float(row.bound),
        bound_label=words % {"bound": bound},
        title=row.measure,
        unit=row.unit,
        language=language,
        description="; ".join(f"{each.on.isoformat()}: {each.value.normalize():f} {row.unit}" for each in level.readings),
    )
