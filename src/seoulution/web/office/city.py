"""The city workspace: what is known and missing, the city beside Seoul, and everything that happened with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.models import City, Indicator, Milestone
from seoulution.apps.cities.queries import engine_indicators, engine_observation, observation_rows, provider_past
from seoulution.apps.cities.queries import sourced as sourced_figure
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import Promise
from seoulution.apps.network.models import Agency
from seoulution.engine.cities.milestones import milestones_after
from seoulution.engine.cities.profile import CityProfile, Observation, Reading, profile
from seoulution.reference.schema import cities as schema
from seoulution.reference.schema.base import Gap
from seoulution.web.office.city_beside import beside
from seoulution.web.office.history import MOST, events_of
from seoulution.web.office.lists import sources_of
from seoulution.web.office.promises import with_states
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.component_values import Fact, Link
from seoulution.web.shared.tags.records import named

HEADLINES = ("population", "population-growth", "density", "gdp-per-head", "urban-share")


@dataclass(frozen=True, slots=True)
class Known:
    """One row of the profile."""

    name: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Asked:
    """One gap: the question and the body that could answer."""

    about: str
    question: Gap
    ask: str
    href: str


@needs(Permission.SEE_OFFICE)
def workspace(request: SignedInRequest, code: str) -> HttpResponse:
    """Everything of one place on one page; people and requests only for those who may see them."""
    city = get_object_or_404(City.objects.select_related("country"), code=code)
    record: schema.City = city.record
    today = timezone.localdate()
    rows = observation_rows(city)
    observations: Sequence[Observation] = [engine_observation(row) for row in rows]
    names = {row.code: row for row in Indicator.objects.all()}
    known = profile(observations, engine_indicators(), today=today)
    past = provider_past()
    compared = beside(city, observations, past, names, request.GET)
    sectors = tuple(dict.fromkeys([*(each.sector for each in record.expected), *(each.sector for each in record.issues)]))
    steps = milestones_after(compared.match, [row.record for row in Milestone.objects.filter(withdrawn_on=None)], sectors)
    promises = Promise.objects.filter(
        Q(engagement__in=visible_to(request.user).filter(city=city)) | Q(engagement=None, sharing_request__city=city)
    )
    context: dict[str, Any] = {
        "city": city,
        "record": record,
        "facts": _headlines(known, names),
        "themes": _themes(known, names),
        "stand_ins": len(known.stand_ins),
        "missing": [named(names[code]) for code in known.missing],
        "gaps": _gaps(record, names),
        "beside": compared,
        "milestones": steps,
        "milestone_sectors": sectors,
        "expected": [(each, _figure(each.population), _figure(each.area)) for each in record.expected],
        "ties": city.ties.filter(withdrawn_on=None),
        "engagements": visible_to(request.user).filter(city=city),
        "promises": with_states(promises.select_related("engagement", "owner"), today),
        "requests": _requests(request, city),
        "history": _history(request, city),
        "trail": [Link(_("Cities"), "../")],
        "sources": {row.source.code: row.source for row in rows}
        | sources_of(city.data, [_data(step) for step in steps], codes=_series_sources(compared.match)),
    }
    return render(request, "office/city.html", context)


def _headlines(known: CityProfile, names: Mapping[str, Indicator]) -> list[Fact]:
    return [Fact(named(names[code]), known.readings[code].best if code in known.readings else None) for code in HEADLINES]


def _themes(known: CityProfile, names: Mapping[str, Indicator]) -> list[tuple[str, list[Known]]]:
    themes: dict[str, list[Known]] = {}
    for code, row in names.items():
        if code in known.readings:
            themes.setdefault(row.theme, []).append(Known(named(row), known.readings[code]))
    return [(theme_words(theme), rows) for theme, rows in themes.items()]


def theme_words(theme: str) -> str:
    """A theme of the profile in words."""
    words = {
        "people": _("People and area"),
        "economy": _("Economy"),
        "housing": _("Housing"),
        "water": _("Water"),
        "sewage": _("Sewage"),
        "waste": _("Waste"),
        "transport": _("Transport"),
        "environment": _("Environment"),
        "digital": _("Digital services"),
        "government": _("City government"),
    }
    return words.get(theme, theme)


def _gaps(record: schema.City, names: Mapping[str, Indicator]) -> list[Asked]:
    bodies = {row.code: row for row in Agency.objects.filter(code__in={gap.ask for gap in record.gaps})}
    places = {row.code: row for row in City.objects.filter(code__in={gap.ask for gap in record.gaps})}
    asked = []
    for gap in record.gaps:
        body = bodies.get(gap.ask)
        name = named(body) if body else named(places[gap.ask]) if gap.ask in places else gap.ask
        about = named(names[gap.about]) if gap.about in names else gap.about
        asked.append(Asked(about, gap, name, body.code if body else ""))
    return asked


def _figure(figure: Any) -> Any:
    return None if figure is None else sourced_figure(figure)


def _series_sources(match: Any) -> set[str]:
    return {code for each in match.compared for code in each.series_sources}


def _data(step: schema.Milestone) -> dict[str, Any]:
    return {"sources": step.sources}


def _requests(request: SignedInRequest, city: City) -> Any:
    """None says that the reader may not see them, which is not the same as none."""
    if not request.user.may(Permission.SEE_REQUESTS):
        return None
    return SharingRequest.objects.filter(city=city).select_related("assigned_to")


def _history(request: SignedInRequest, city: City) -> Any:
    if not request.user.may(Permission.SEE_HISTORY):
        return None
    own = events_of(
        "cities.CityEvent", Q(pgh_obj=city), ("name_ko", "name_en", "data", "is_target", "withdrawn_on"), named(city)
    )
    shown = ("stage", "standing", "ending", "lead", "data", "withdrawn_on")
    titles = {row.pk: named(row) for row in visible_to(request.user).filter(city=city)}
    own += events_of("engagements.EngagementEvent", Q(pgh_obj__in=titles), shown, titles)
    return sorted(own, key=lambda event: event.when, reverse=True)[:MOST]
