"""Regions and themes in words."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REGIONS: Final[Mapping[str, Promise]] = {
    "southeast_asia": _("South-East Asia"),
    "south_asia": _("South Asia"),
    "east_asia": _("East Asia"),
    "central_asia": _("Central Asia"),
    "middle_east": _("Middle East"),
    "africa": _("Africa"),
    "americas": _("Americas"),
    "oceania": _("Oceania"),
    "europe": _("Europe"),
}

THEMES: Final[Mapping[str, Promise]] = {
    "people": _("People"),
    "economy": _("Economy"),
    "housing": _("Housing"),
    "water": _("Water"),
    "sewage": _("Sewage"),
    "waste": _("Waste"),
    "transport": _("Transport"),
    "environment": _("Environment"),
    "digital": _("Digital city"),
    "government": _("Government"),
}
"""In the order in which a profile is read."""
