"""Places of cooperation on the world map, each with the sign of how far it truly is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from seoulution.apps.cities.models import City
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.past_columns import ENDED, NOT_KNOWN
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.standing_signs import SIGNS
from seoulution.drawing.worldmap import Marker, MarkerKind, WorldMap, world_map
from seoulution.engine.vocabulary import Standing
from seoulution.web.shared.addresses import address
from seoulution.web.shared.tags.records import named

PROVIDER = "provider"
SAID: Final = 100
"""Up to so many places are told one by one to those who do not see the map."""
RANK: Final = {
    code: number for number, code in enumerate((*(str(standing) for standing, _shape, _paint in SIGNS), ENDED, NOT_KNOWN))
}
"""Furthest first; what has ended stands behind what goes on, and what nobody knows comes last."""


@dataclass(frozen=True, slots=True)
class PlaceSign:
    """A place with its sign, what is said of it, and how many engagements it stands for."""

    city: City
    sign: str
    detail: str
    number: int


def map_of(engagements: Sequence[Engagement], *, title: str) -> WorldMap:
    """A few engagements as they stand today, one marker a place."""
    by_city: dict[int, list[Engagement]] = {}
    for each in engagements:
        by_city.setdefault(each.city_id, []).append(each)
    furthest_first = [sorted(rows, key=lambda row: RANK[row.standing]) for rows in by_city.values()]
    places = [PlaceSign(rows[0].city, rows[0].standing, "; ".join(map(named, rows)), len(rows)) for rows in furthest_first]
    return map_of_places(places, title=title)


def map_of_places(places: Sequence[PlaceSign], *, title: str, standalone: bool = False) -> WorldMap:
    """One marker a place, leading to its page. Places whose position is not known are left out."""
    markers = [
        Marker(
            code=each.city.code,
            label=named(each.city),
            longitude=each.city.longitude,
            latitude=each.city.latitude,
            kind=each.sign,
            href=address("public:city", each.city.code),
            detail=each.detail,
        )
        for each in places
        if each.city.longitude is not None and each.city.latitude is not None
    ]
    kinds = [MarkerKind(standing.value, label(Standing, standing), shape, paint) for standing, shape, paint in SIGNS]
    others = (MarkerKind(ENDED, _("Ended"), "square", "quiet"), MarkerKind(NOT_KNOWN, _("Not known"), "ring", "quiet"))
    kinds += [kind for kind in others if kind.code in {marker.kind for marker in markers}]
    return world_map(
        markers, kinds, title=title, description=_words(markers) if len(markers) <= SAID else title, standalone=standalone
    )


def city_map(city: City, provider: City | None, *, title: str) -> WorldMap | None:
    """Where a place lies, with the provider city for reference."""
    if city.latitude is None or city.longitude is None:
        return None
    kinds = [MarkerKind("place", named(city), "circle", "one")]
    markers = [Marker(city.code, named(city), city.longitude, city.latitude, "place", named=True)]
    if provider is not None and provider.latitude is not None and provider.longitude is not None and provider.pk != city.pk:
        kinds.append(MarkerKind(PROVIDER, _("Provider city"), "diamond", "gap-ink"))
        markers.append(Marker(provider.code, named(provider), provider.longitude, provider.latitude, PROVIDER, named=True))
    return world_map(markers, kinds, title=title, description=title)


def _words(markers: Sequence[Marker]) -> str:
    return "; ".join(f"{marker.label}: {marker.detail}" for marker in markers)
