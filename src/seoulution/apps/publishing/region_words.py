"""Regions of the world in words."""

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
