"""Places of cooperation on the world map, each with the sign of how far it truly is."""

from collections.abc import Mapping, Sequence
from typing import Final

from django.utils.translation import gettext as _

from seoulution.apps.cities.models import City
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.standing_signs import SIGNS
from seoulution.drawing.worldmap import Marker, MarkerKind, WorldMap, world_map
from seoulution.engine.dossier.document import Figure
from seoulution.engine.vocabulary import Standing
from seoulution.web.shared.addresses import address
from seoulution.web.shared.tags.records import named

PROVIDER = "provider"
ENDED: Final = "ended"
NOT_KNOWN: Final = "not_known"
RANK: Final = {
    code: number for number, code in enumerate((*(str(standing) for standing, _shape, _paint in SIGNS), ENDED, NOT_KNOWN))
}
"""Furthest first; what has ended stands behind what goes on, and what nobody knows comes last."""


def map_of(
    engagements: Sequence[Engagement], *, title: str, standalone: bool = False, signs: Mapping[int, str] | None = None
) -> WorldMap:
    """One marker a place, leading to its page.

    signs : by key, where it is not the present standing that is shown
    """
    shown = {row.pk: (signs or {}).get(row.pk, row.standing) for row in engagements}
    by_city: dict[int, list[Engagement]] = {}
    for each in engagements:
        if each.city.latitude is not None and each.city.longitude is not None:
            by_city.setdefault(each.city_id, []).append(each)
    furthest_first = [sorted(rows, key=lambda row: RANK[shown[row.pk]]) for rows in by_city.values()]
    markers = [_marker(rows, shown[rows[0].pk]) for rows in furthest_first]
    kinds = [MarkerKind(standing.value, label(Standing, standing), shape, paint) for standing, shape, paint in SIGNS]
    others = (MarkerKind(ENDED, _("Ended"), "square", "quiet"), MarkerKind(NOT_KNOWN, _("Not known"), "ring", "quiet"))
    kinds += [kind for kind in others if kind.code in {marker.kind for marker in markers}]
    return world_map(markers, kinds, title=title, description=_words(markers), standalone=standalone)


def figure_of(engagements: Sequence[Engagement], *, title: str, signs: Mapping[int, str] | None = None) -> Figure:
    """The same map for a paper."""
    world = map_of(engagements, title=title, standalone=True, signs=signs)
    places = ", ".join(dict.fromkeys(named(each.city) for each in engagements))
    return Figure(caption=title, svg=world.svg, alternative=f"{title}: {places}")


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


def _marker(rows: Sequence[Engagement], kind: str) -> Marker:
    city = rows[0].city
    assert city.longitude is not None and city.latitude is not None
    return Marker(
        code=city.code,
        label=named(city),
        longitude=city.longitude,
        latitude=city.latitude,
        kind=kind,
        href=address("public:city", city.code),
        detail="; ".join(named(row) for row in rows),
    )


def _words(markers: Sequence[Marker]) -> str:
    return "; ".join(f"{marker.label}: {marker.detail}" for marker in markers)
