"""Tags for the frame of a page: navigation, language and theme, breadcrumbs, messages.

The frame stands on every page and is nearly always the same: what depends on nothing but the arguments of a private function here
is remembered by them, addresses and words in the reader's language among them, so that it can't grow old.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from django.contrib.messages.storage.base import Message
from django.template import Context, Library
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from seoulution.engine.vocabulary import Language
from seoulution.web.shared.addresses import address
from seoulution.web.shared.choices import LANGUAGE_NAMES
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.icons import SIGNS
from seoulution.web.shared.navigation import FOOTER_ABOUT, FOOTER_RIGHTS, NAVIGATION, home_of, links
from seoulution.web.shared.notices import UNDO_SECONDS, undo_address
from seoulution.web.shared.preferences import THEMES
from seoulution.web.shared.signing.counts import waiting_counts

register = Library()

MOST_SIDE_BY_SIDE: Final = 3
CURRENT_PAGE: Final = format_html(' aria-current="{}"', "page")
_THEME_SIGNS: Final = {"light": "sun", "dark": "moon", "system": "system"}


@register.simple_tag(takes_context=True)
def navigation(context: Context, audience: str, counts: Mapping[str, int] | None = None) -> SafeString:
    """The audience's main pages, the one we are on marked; papers that wait for the reader's signature are counted."""
    if counts is None:
        counts = waiting_counts(getattr(context.get("request"), "user", None), audience)
    return _navigation(tuple(links(NAVIGATION[audience], _path(context), counts)), _("Main"))


@lru_cache(maxsize=200)
def _navigation(links: tuple[Link, ...], title: str) -> SafeString:
    entries = [
        (
            link.href,
            CURRENT_PAGE if link.current else "",
            link.label,
            format_html('<span class="navigation__count">{}</span>', link.count) if link.count else "",
        )
        for link in links
    ]
    return format_html(
        '<nav class="navigation" id="site-navigation" popover aria-label="{}"><ul class="navigation__list">{}\n</ul></nav>\n',
        title,
        format_html_join("", '\n  <li><a class="navigation__link" href="{}"{}>{}{}</a></li>', entries),
    )


@register.simple_tag
def home_address(audience: str = "public") -> str:
    """Where the wordmark leads."""
    return home_of(audience)


@register.simple_tag
def footer_links() -> SafeString:
    """The two columns of the footer."""
    columns = ((_("About"), tuple(links(FOOTER_ABOUT))), (_("Service"), tuple(links(FOOTER_RIGHTS))))
    return format_html("{}\n{}\n", *(_column(title, entries) for title, entries in columns))


@lru_cache(maxsize=200)
def _column(title: str, links: tuple[Link, ...]) -> SafeString:
    if not links:
        return SafeString("")
    entries = format_html_join("", '<li><a href="{}">{}</a></li>', ((link.href, link.label) for link in links))
    return format_html('<nav aria-label="{}"><h2>{}</h2><ul>{}</ul></nav>', title, title, entries)


@register.simple_tag(takes_context=True)
def language_switch(context: Context) -> SafeString:
    """The languages of this page, each in its own name: side by side when few, behind one button when many; comes back to this page."""
    codes = tuple(context.get("interface_languages") or ())
    if not codes:
        return SafeString("\n")
    return _choice(context, "set_language", "", _languages(codes, context.get("page_language", ""), _("Language")))


@lru_cache(maxsize=100)
def _languages(codes: tuple[str, ...], chosen: str, title: str) -> SafeString:
    names = {code: LANGUAGE_NAMES[Language(code)] for code in codes}
    buttons = format_html_join(
        "",
        '<button name="language" value="{}" lang="{}" aria-pressed="{}">{}</button>',
        ((code, code, _pressed(code == chosen), name) for code, name in names.items()),
    )
    if len(codes) <= MOST_SIDE_BY_SIDE:
        return format_html('<div class="switch" role="group" aria-label="{}">{}</div>', title, buttons)
    return format_html(
        '<details class="choice" name="masthead"><summary class="choice__button">{}<span class="visually-hidden">{}: </span>'
        '<span lang="{}">{}</span></summary><div class="choice__list" role="group" aria-label="{}">{}</div></details>',
        SIGNS["globe"],
        title,
        chosen,
        names.get(chosen, ""),
        title,
        buttons,
    )


@register.simple_tag(takes_context=True)
def theme_switch(context: Context) -> SafeString:
    """Light, dark, or as the system says."""
    words = {"light": _("Light"), "dark": _("Dark"), "system": _("As the system")}
    buttons = _themes(tuple((theme, words[theme]) for theme in THEMES), context.get("theme") or "system", _("Brightness"))
    return _choice(context, "set_theme", " data-theme-switch", buttons)


@lru_cache(maxsize=100)
def _themes(themes: tuple[tuple[str, str], ...], chosen: str, title: str) -> SafeString:
    buttons = format_html_join(
        "",
        '<button name="theme" value="{}" title="{}" aria-label="{}" aria-pressed="{}">{}</button>',
        ((theme, words, words, _pressed(theme == chosen), SIGNS[_THEME_SIGNS[theme]]) for theme, words in themes),
    )
    return format_html('<div class="switch" role="group" aria-label="{}">{}</div>', title, buttons)


def _choice(context: Context, name: str, marked: str, buttons: SafeString) -> SafeString:
    """A form that keeps a visitor's choice and comes back to this page."""
    return format_html(
        '<form action="{}" method="post"{}><input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<input type="hidden" name="next" value="{}">{}</form>\n',
        address(name),
        marked,
        context.get("csrf_token"),
        _full_path(context),
        buttons,
    )


def _pressed(is_chosen: bool) -> str:
    return "true" if is_chosen else "false"


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
