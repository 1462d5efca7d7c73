"""The status of sharing on the world map: one mark per place, counted by the database for lists of any length."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seoulution.apps.cities.models import City
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.past_columns import with_sign
from seoulution.apps.publishing.status import Counts
from seoulution.drawing.worldmap import WorldMap
from seoulution.engine.dossier.document import Figure
from seoulution.web.shared.place_map import RANK, PlaceSign, map_of_places
from seoulution.web.shared.tags.records import named

NAMED: Final = 200
"""Up to so many engagements each mark names its own; in longer lists it says how many they are."""


def places_of(rows: QuerySet[Engagement], day: date, *, today: date) -> Sequence[PlaceSign]:
    """Each place of the rows once, with the furthest sign of the day."""
    signs: dict[int, dict[str, int]] = {}
    counted = with_sign(rows.order_by(), day, today=today).values_list("city", "sign_then").annotate(number=Count("pk"))
    for city, sign, number in counted:
        signs.setdefault(city, {})[sign] = number
    names: dict[int, list[str]] = {}
    if signs and sum(sum(each.values()) for each in signs.values()) <= NAMED:
        for row in rows.select_related(None).only("city", "name_ko", "name_en"):
            names.setdefault(row.city_id, []).append(named(row))
    cities = City.objects.filter(pk__in=signs).defer("data").order_by("name_en", "pk") if signs else ()
    return [_place(city, signs[city.pk], names.get(city.pk, ())) for city in cities]


def _place(city: City, signs: Mapping[str, int], names: Sequence[str]) -> PlaceSign:
    number = sum(signs.values())
    detail = "; ".join(names) or ngettext("%(number)s engagement", "%(number)s engagements", number) % {"number": number}
    return PlaceSign(city, min(signs, key=RANK.__getitem__), detail, number)


def counts_of_places(places: Sequence[PlaceSign]) -> Counts:
    """Countries, places and engagements, counted with the map."""
    return Counts(len({each.city.country_id for each in places}), len(places), sum(each.number for each in places))


def status_map(places: Sequence[PlaceSign]) -> WorldMap | None:
    """None where there is no place."""
    return map_of_places(places, title=_title()) if places else None


def status_figure(places: Sequence[PlaceSign]) -> Figure | None:
    """The same map for a paper."""
    if not places:
        return None
    world = map_of_places(places, title=_title(), standalone=True)
    return Figure(caption=_title(), svg=world.svg, alternative=f"{_title()}: {', '.join(named(each.city) for each in places)}")


def _title() -> str:
    return _("Status of policy sharing on the map")
