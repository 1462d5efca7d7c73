"""The engagements on the world: one mark per place, by the furthest stage reached there."""

from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any, Final

from django.db.models import Count, Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from seoulution.apps.cities.models import City
from seoulution.apps.engagements.kept_answers import Listed, counted, state_of
from seoulution.drawing.worldmap import Marker, MarkerKind, WorldMap, world_map
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_rows_read import rows_of
from seoulution.web.office.lists import keys_of
from seoulution.web.shared.tags.records import named

GROUPS: Final[Mapping[Stage, str]] = {
    Stage.EXCHANGE: "begun",
    Stage.OPPORTUNITY: "begun",
    Stage.TRAINING: "training",
    Stage.CONSULTING: "advice",
    Stage.FEASIBILITY: "advice",
    Stage.MAIN_PROJECT: "project",
    Stage.OPERATION: "project",
    Stage.FEEDBACK: "project",
}
ORDER: Final = tuple(Stage)
FIELDS: Final = (
    "pk", "code", "name_ko", "name_en", "stage", "city__code", "city__name_ko", "city__name_en", "city__latitude",
)  # fmt: skip
"""What the list beneath the map says of each."""


def _kinds() -> tuple[MarkerKind, ...]:
    return (
        MarkerKind("begun", _("Exchange, opportunity"), "ring", "two"),
        MarkerKind("training", _("Invited training"), "square", "four"),
        MarkerKind("advice", _("Consulting, feasibility study"), "triangle", "three"),
        MarkerKind("project", _("Main project, operation"), "circle", "one"),
    )


def map_context(request: HttpRequest, listed: Listed, *rests_on: type[Model]) -> dict[str, Any]:
    """The map of all rows, and beneath it the rows themselves, page by page."""
    page = keys_of(request, listed, counted(listed, *rests_on), *rests_on)
    world = _map(state_of(*rests_on), listed, get_language())
    return {"world": world, "page": page, "listed": rows_of(list(page.object_list), FIELDS), "count": page.paginator.count}


@lru_cache(maxsize=100)
def _map(state: Hashable, listed: Listed, language: str | None) -> WorldMap:
    """Every place of the list once, counted by the database; places without coordinates are in the list below the map only.

    Drawn once for each state of what it reads.
    """
    counts: dict[int, dict[Stage, int]] = {}
    for city, stage, number in listed.rows.order_by().values_list("city", "stage").annotate(number=Count("pk")):
        counts.setdefault(city, {})[Stage(stage)] = number
    places = City.objects.filter(pk__in=counts, longitude__isnull=False, latitude__isnull=False).defer("data")
    markers = [
        Marker(
            code=city.code,
            label=named(city),
            longitude=city.longitude or 0.0,
            latitude=city.latitude or 0.0,
            kind=GROUPS[max(counts[city.pk], key=ORDER.index)],
            href=reverse("office:city", args=[city.code]),
            detail=_count(sum(counts[city.pk].values())),
        )
        for city in places.order_by("name_en")
    ]
    title = _("Engagements on the world map")
    return world_map(markers, _kinds(), title=title, description=_("One mark per place, by the furthest stage reached there."))


def _count(number: int) -> str:
    return ngettext("%(count)d engagement", "%(count)d engagements", number) % {"count": number}
