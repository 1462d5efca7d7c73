"""Where solutions were shared, drawn for a brochure or leaflet: one sign a place, of how far it truly is there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from seoulution.apps.cities.models import City
from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.publishing.compose.spoken import Spoken
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.standing_signs import SIGNS
from seoulution.drawing.worldmap import Marker, MarkerKind, world_map
from seoulution.engine.dossier.document import Figure
from seoulution.engine.vocabulary import Language, Standing

TOLD, PROVIDER = "told", "provider"
LETTERING = 1.7
"""A map fills the width of a page at about half its natural size."""


@dataclass(frozen=True, slots=True)
class Receiving:
    """A place on the map. `standing` is None where only the solution's text tells of it."""

    city: City
    standing: Standing | None


def receiving(told: Iterable[Spoken]) -> list[Receiving]:
    """Places that received the solutions, each once, with the furthest standing of the engagements there; Seoul is not among them."""
    told = list(told)
    codes = {shared.city for each in told for shared in each.record.shared if shared.city}
    furthest = {standing: rank for rank, (standing, _shape, _paint) in enumerate(SIGNS)}
    standings: dict[str, Standing] = {}
    solutions = [each.solution for each in told]
    rows = shown_to_all().filter(solutions__in=solutions).select_related("city").distinct()
    for row in rows:
        here = Standing(row.standing)
        best = standings.setdefault(row.city.code, here)
        standings[row.city.code] = min(best, here, key=lambda standing: furthest[standing])
    cities = City.objects.filter(code__in=codes | set(standings), is_provider=False).order_by("name_en")
    return [Receiving(city, standings.get(city.code)) for city in cities]


def receivers_map(told: Sequence[Spoken], title: str, *, sourced: bool = True) -> Figure | None:
    """The map; none where no place on record received them. The caption names no place: names stand on the map and in the text.

    sourced : whether it cites where each place lies, for which a leaflet has no room
    """
    placed = [each for each in receiving(told) if each.city.latitude is not None and each.city.longitude is not None]
    if not placed:
        return None
    paper = told[0].paper
    provider = City.objects.filter(is_provider=True).first()
    kinds = [MarkerKind(standing.value, label(Standing, standing), shape, paint) for standing, shape, paint in SIGNS]
    kinds += [MarkerKind(TOLD, _("Told in the text"), "circle", "five"), MarkerKind(PROVIDER, _("Seoul"), "square", "gap-ink")]
    korean = paper.language is Language.KO
    markers = [_marker(each.city, each.standing or TOLD, korean) for each in placed]
    sources = [each.city.record.place_source for each in placed]
    if provider is not None and provider.latitude is not None and provider.longitude is not None:
        markers.insert(0, _marker(provider, PROVIDER, korean))
    names = ", ".join(each.city.name_ko if korean else each.city.name_en for each in placed)
    drawn = world_map(markers, kinds, title=title, description=f"{title}: {names}", standalone=True, lettering=LETTERING)
    caption = _("Signs show how far each cooperation is, as far as is known.")
    cite = paper.cite(*dict.fromkeys(sources)) if sourced else ()
    return Figure(caption, drawn.svg, f"{title}: {names}", cite)


def _marker(city: City, kind: str, korean: bool) -> Marker:
    name = city.name_ko if korean else city.name_en
    return Marker(city.code, name, city.longitude or 0.0, city.latitude or 0.0, kind, named=True)
