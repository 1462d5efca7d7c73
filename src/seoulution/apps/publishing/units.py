"""Units of figures in words. A unit without an entry is shown as its source has it."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

UNITS: Final[Mapping[str, Promise | str]] = {
    "percent": "%",
    "%": "%",
    "share": "",
    "persons": _("people"),
    "people": _("people"),
    "km2": "km²",
    "km": "km",
    "persons-per-km2": _("people per km²"),
    "m3-per-day": _("m³ a day"),
    "hours-per-day": _("hours a day"),
    "percent-per-year": _("% a year"),
    "usd": "USD",
    "usd-2015": _("US dollars of 2015"),
    "vehicles": _("vehicles"),
    "vehicles-per-1000": _("vehicles per 1,000 people"),
    "km-per-hour": "km/h",
    "number": "",
    "years": _("years"),
}


def unit_words(unit: str) -> str:
    """The unit in the language that is active."""
    return str(UNITS.get(unit, unit))
