"""Regions and themes in words."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from seoulution.apps.publishing.region_words import REGIONS as REGIONS

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
