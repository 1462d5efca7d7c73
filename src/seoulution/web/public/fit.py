"""Which city a reader of a solution means: the edition for that city answers how it would fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from seoulution.apps.cities.models import City
from seoulution.apps.cities.queries import cities_suggested, city_named
from seoulution.formats.cleaning import clean_text


@dataclass(frozen=True, slots=True)
class Fit:
    """What is asked, and the city meant. Without `city`, `suggested` holds the places that may have been meant."""

    asked: str
    city: City | None
    suggested: Sequence[City] = ()


def fit_of(asked: str) -> Fit | None:
    """None when nothing was asked. A city goes by its code or any of its names; the provider is not its own receiver."""
    name = clean_text(asked)[:200].strip()
    if not name:
        return None
    city = city_named(name)
    if city is None or city.is_provider:
        return Fit(name, None, [row for row in cities_suggested(name) if not row.is_provider])
    return Fit(name, city)
