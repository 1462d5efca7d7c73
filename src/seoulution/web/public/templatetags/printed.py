"""What a page offers to be printed: a language to choose, and a button for each format. Works without script."""

from functools import cache
from typing import Any, Final

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.publishing.papers import FORMATS
from seoulution.web.shared.choices import LANGUAGE_NAMES
from seoulution.web.shared.writing import written

register: Final = template.Library()
TEMPLATE: Final = "public/_printed.html"


@register.inclusion_tag(TEMPLATE)
def leaflet_downloads(code: str) -> dict[str, Any]:
    """The leaflet of a solution."""
    addresses = [(name, reverse("public:leaflet", args=(code, name))) for name in FORMATS]
    return _offered("leaflet", _("Leaflet"), _("This solution on one sheet of paper, to print and hand on."), addresses)


@register.inclusion_tag(TEMPLATE)
def brochure_downloads(sector: str) -> dict[str, Any]:
    """The brochure of a sector that offers solutions; nothing where none is chosen."""
    if not sector:
        return {"addresses": ()}
    addresses = [(name, reverse("public:brochure", args=(sector, name))) for name in FORMATS]
    return _offered("brochure", _("Sector brochure"), _("All solutions of this sector in one brochure."), addresses)


def _offered(identifier: str, title: str, lead: str, addresses: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "identifier": identifier,
        "title": title,
        "lead": lead,
        "addresses": addresses,
        "languages": _languages(get_language() or ""),
    }


@cache
def _languages(current: str) -> SafeString:
    """Each in its own name, whoever reads; the reader's own is chosen."""
    return written(
        '<option value="{}" lang="{}"{}>{}</option>',
        [(code, code, " selected" if code == current else "", name) for code, name in LANGUAGE_NAMES.items()],
    )
