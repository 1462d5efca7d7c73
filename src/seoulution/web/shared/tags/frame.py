"""Tags for the frame of a page: navigation, language and theme, breadcrumbs, messages."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.contrib.messages.storage.base import Message
from django.template import Context, Library

from seoulution.engine.vocabulary import Language
from seoulution.web.shared.addresses import address
from seoulution.web.shared.choices import LANGUAGE_NAMES
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.navigation import FOOTER_ABOUT, FOOTER_RIGHTS, NAVIGATION, home_of, links
from seoulution.web.shared.notices import UNDO_SECONDS, undo_address
from seoulution.web.shared.preferences import THEMES

register = Library()

MOST_SIDE_BY_SIDE: Final = 3


@register.inclusion_tag("shared/components/navigation.html", takes_context=True)
def navigation(context: Context, audience: str, counts: Mapping[str, int] | None = None) -> dict[str, Any]:
    """The audience's main pages, the one we are on marked."""
    return {"links": links(NAVIGATION[audience], _path(context), counts)}


@register.simple_tag
def home_address(audience: str = "public") -> str:
    """Where the wordmark leads."""
    return home_of(audience)


@register.inclusion_tag("shared/components/footer_links.html", takes_context=True)
def footer_links(context: Context) -> dict[str, Any]:
    """The two columns of the footer."""
    return {"about": links(FOOTER_ABOUT), "rights": links(FOOTER_RIGHTS)}


@register.inclusion_tag("shared/components/language_switch.html", takes_context=True)
def language_switch(context: Context) -> dict[str, Any]:
    """The languages of this page, each in its own name: side by side when few, behind one button when many; comes back to this page."""
    codes = context.get("interface_languages") or ()
    languages = [(code, LANGUAGE_NAMES[Language(code)]) for code in codes]
    return {
        "languages": languages,
        "many": len(languages) > MOST_SIDE_BY_SIDE,
        "chosen_name": dict(languages).get(context.get("page_language", ""), ""),
        "chosen": context.get("page_language", ""),
        "next": _full_path(context),
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("shared/components/theme_switch.html", takes_context=True)
def theme_switch(context: Context) -> dict[str, Any]:
    """Light, dark, or as the system says."""
    return {
        "themes": THEMES,
        "chosen": context.get("theme") or "system",
        "action": address("set_theme"),
        "next": _full_path(context),
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("shared/components/breadcrumbs.html")
def breadcrumbs(trail: Sequence[Link]) -> dict[str, Any]:
    """The way here; the page itself is not repeated."""
    return {"trail": trail}


@register.inclusion_tag("shared/components/toast.html", takes_context=True)
def toast(context: Context, message: Message | str, level: str = "info") -> dict[str, Any]:
    """A message after an action; one made by `notices.undoable` offers to undo it for ten seconds."""
    tags = getattr(message, "extra_tags", "") or ""
    undo = undo_address(tags)
    shown_as = getattr(message, "level_tag", level)
    return {
        "text": str(message),
        "level": shown_as,
        "undo": undo,
        "seconds": UNDO_SECONDS if undo else 0 if shown_as == "error" else 6,
        "csrf_token": context.get("csrf_token"),
    }


def _path(context: Context) -> str:
    request = context.get("request")
    return request.path if request is not None else ""


def _full_path(context: Context) -> str:
    request = context.get("request")
    return request.get_full_path() if request is not None else "/"
