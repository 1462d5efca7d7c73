"""The engagements on the world: one mark per place, by the furthest stage reached there."""

from collections.abc import Mapping, Sequence
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seoulution.apps.cities.models import City
from seoulution.apps.engagements.models import Engagement
from seoulution.drawing.worldmap import Marker, MarkerKind, WorldMap, world_map
from seoulution.engine.vocabulary import Stage
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


def _kinds() -> tuple[MarkerKind, ...]:
    return (
        MarkerKind("begun", _("Exchange, opportunity"), "ring", "two"),
        MarkerKind("training", _("Invited training"), "square", "four"),
        MarkerKind("advice", _("Consulting, feasibility study"), "triangle", "three"),
        MarkerKind("project", _("Main project, operation"), "circle", "one"),
    )


def engagement_map(rows: Sequence[Engagement]) -> WorldMap:
    """Every place of the list once; places without coordinates are in the list below the map only."""
    by_city: dict[str, list[Engagement]] = {}
    places: dict[str, City] = {}
    for row in rows:
        by_city.setdefault(row.city.code, []).append(row)
        places[row.city.code] = row.city
    markers = [
        Marker(
            code=code,
            label=named(city),
            longitude=city.longitude,
            latitude=city.latitude,
            kind=_furthest(by_city[code]),
            href=reverse("office:city", args=[code]),
            detail=_count(len(by_city[code])),
        )
        for code, city in places.items()
        if city.longitude is not None and city.latitude is not None
    ]
    title = _("Engagements on the world map")
    return world_map(markers, _kinds(), title=title, description=_("One mark per place, by the furthest stage reached there."))


def _furthest(rows: Sequence[Engagement]) -> str:
    return GROUPS[max((Stage(row.stage) for row in rows), key=ORDER.index)]


def _count(number: int) -> str:
    return ngettext("%(count)d engagement", "%(count)d engagements", number) % {"count": number}
