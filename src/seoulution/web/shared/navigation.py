"""The main ways through each audience's pages, and the footer's. A name no page has claimed yet is not shown, so no link is dead."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from django.urls import NoReverseMatch, URLResolver, get_resolver, get_script_prefix, get_urlconf
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from seoulution.web.shared.addresses import address
from seoulution.web.shared.component_values import Link

Entry = tuple[str, str | Promise]

NAVIGATION: Final[Mapping[str, Sequence[Entry]]] = {
    "public": (
        ("public:solutions", _("Solutions")),
        ("public:cities", _("Cities")),
        ("public:status", _("Status of sharing")),
        ("public:figures", _("About the figures")),
        ("public:ask", _("Ask Seoul")),
    ),
    "office": (
        ("office:today", _("Today")),
        ("office:requests", _("Requests")),
        ("office:engagements", _("Engagements")),
        ("office:signing", _("To sign")),
        ("office:promises", _("Promises")),
        ("office:cities", _("Cities")),
        ("office:solutions", _("Solutions")),
        ("office:claims", _("Claims")),
        ("office:targets", _("Target cities")),
        ("office:funds", _("Funds")),
        ("office:network", _("Network")),
        ("office:training", _("Training and alumni")),
        ("office:results", _("Results")),
        ("office:documents", _("Documents sent")),
    ),
    "city_portal": (),
    "partner_portal": (
        ("partner_portal:desk", _("Overview")),
        ("partner_portal:engagements", _("Engagements")),
        ("partner_portal:consortia", _("Consortia")),
        ("partner_portal:references", _("References")),
    ),
    "bureaus": (
        ("bureaus:desk", _("Overview")),
        ("bureaus:solutions", _("Our solutions")),
        ("bureaus:claims", _("Is this still true?")),
        ("bureaus:referrals", _("Referred to us")),
        ("bureaus:feedback", _("Feedback from cities")),
        ("bureaus:signing", _("To sign")),
    ),
    "translators": (
        ("translators:overview", _("Translations")),
        ("translators:files", _("Files for agencies")),
    ),
}

FOOTER_ABOUT: Final[Sequence[Entry]] = (
    ("public:figures", _("About the figures")),
    ("public:sources", _("Sources and corrections")),
    ("public:open-data", _("Open data")),
    ("api-docs", _("Interface for programs")),
)
FOOTER_RIGHTS: Final[Sequence[Entry]] = (
    ("public:privacy", _("Privacy")),
    ("public:accessibility", _("Accessibility")),
    ("public:licence", _("Licence")),
    ("public:contact", _("Contact")),
)


def links(entries: Sequence[Entry], path: str = "", counts: Mapping[str, int] | None = None) -> list[Link]:
    """The entries that lead somewhere; the one whose address is the longest beginning of `path` is current.

    An entry above the others, such as Today, is current on its own page only.
    """
    reached, above_all = _reached(tuple(entries), get_language(), get_resolver(get_urlconf()), get_script_prefix())
    begun = (at for _name, _label, at in reached if path == at or (at not in above_all and path.startswith(at)))
    current = max(begun, key=len, default=None)
    return [Link(label, at, at == current, (counts or {}).get(name)) for name, label, at in reached]


@lru_cache(maxsize=200)
def _reached(
    entries: tuple[Entry, ...], language: str | None, pages: URLResolver, mounted_at: str
) -> tuple[tuple[tuple[str, str, str], ...], frozenset[str]]:
    """Name, words and address of each, and the addresses that stand above all others; remembered by all that they are made of."""
    reached = tuple((name, str(label), at) for name, label in entries if (at := _address(name)) is not None)
    addresses = [at for _name, _label, at in reached]
    above_all = (one for one in addresses if len(addresses) > 2 and all(other.startswith(one) for other in addresses))
    return reached, frozenset(above_all)


def home_of(audience: str) -> str:
    """Where the wordmark leads: the audience's first page, or the site's root."""
    entries = {
        "office": "office:today",
        "partner_portal": "partner_portal:desk",
        "bureaus": "bureaus:desk",
        "translators": "translators:overview",
    }
    return _address(entries.get(audience, "public:home")) or "/"


def _address(name: str) -> str | None:
    try:
        return address(name)
    except NoReverseMatch:
        return None
