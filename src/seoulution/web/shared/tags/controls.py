"""Tags for what a person presses: icon, button, chips, tabs, pagination, copy link."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest
from django.template import Context, Library
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from seoulution.web.shared.addresses import changed_address
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.icons import SIGNS

register = Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """A sign beside words; hidden from screen readers because the words say it."""
    return SIGNS[name]


@register.simple_tag
def button(
    label: str,
    href: str = "",
    kind: str = "",
    icon: str = "",
    type: str = "submit",
    name: str = "",
    value: str = "",
    form: str = "",
    small: bool = False,
    reason: str = "",
) -> SafeString:
    """A link when `href` is given, a button otherwise. With `reason` it cannot be pressed, and the reason stands beneath."""
    said = (label, href, kind, icon, type, name, value, form, reason)
    return _button(small, *(each if isinstance(each, str) else str(each) for each in said))


@lru_cache(maxsize=5_000, typed=True)
def _button(
    small: bool, label: str, href: str, kind: str, icon: str, type: str, name: str, value: str, form: str, reason: str
) -> SafeString:
    """The same few stand in every row; remembered by type too: what is safe already and what only reads alike are two."""
    look = format_html("button{}{}", f" button--{kind}" if kind else "", " button--small" if small else "")
    sign = SIGNS[icon] if icon else ""
    if reason:
        return format_html(
            '<span class="button-with-reason"><button class="{}" type="button" aria-disabled="true">{}{}</button>'
            '<span class="button-with-reason__reason">{}</span></span>',
            look,
            sign,
            label,
            reason,
        )
    if href:
        return format_html('<a class="{}" href="{}">{}{}</a>', look, href, sign, label)
    named = format_html(' name="{}" value="{}"', name, value) if name else ""
    of = format_html(' form="{}"', form) if form else ""
    return format_html('<button class="{}" type="{}"{}{}>{}{}</button>', look, type, named, of, sign, label)


@register.inclusion_tag("shared/components/tabs.html")
def tabs(links: Sequence[Link], label: str = "") -> dict[str, Any]:
    """Views of one thing, each with its own address."""
    return {"links": links, "label": label}


@register.inclusion_tag("shared/components/chips.html")
def chips(links: Sequence[Link], label: str = "") -> dict[str, Any]:
    """Short choices in a row, each a link; the current one is filled."""
    return {"links": links, "label": label}


@register.inclusion_tag("shared/components/active_filters.html", takes_context=True)
def active_filters(context: Context, filters: Sequence[tuple[str, str, str]], keep: str = "") -> dict[str, Any]:
    """What the list is narrowed to: (parameter, value, words) each; a cross removes one, a link removes all but `keep`."""
    request: HttpRequest = context["request"]
    removable = [Link(words, _without(request, parameter, value)) for parameter, value, words in filters]
    kept = urlencode({keep: request.GET[keep]}) if keep and request.GET.get(keep) else ""
    return {"filters": removable, "clear": f"{request.path}?{kept}" if kept else request.path}


@register.inclusion_tag("shared/components/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any], parameter: str = "page") -> dict[str, Any]:
    """Pages of a list; the filters stay in the address."""
    request: HttpRequest = context["request"]
    numbered = [
        (number, changed_address(request, {parameter: str(number)}) if isinstance(number, int) else "")
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    return {
        "page": page,
        "numbered": numbered,
        "previous": changed_address(request, {parameter: str(page.number - 1)}) if page.has_previous() else "",
        "next": changed_address(request, {parameter: str(page.number + 1)}) if page.has_next() else "",
    }


@register.inclusion_tag("shared/components/copy_link.html", takes_context=True)
def copy_link(context: Context, href: str, label: str = "") -> dict[str, Any]:
    """Copies the full address of a row or figure; without script it is a link to it."""
    request: HttpRequest = context["request"]
    return {"href": request.build_absolute_uri(href), "label": label or _("Copy link")}


def _without(request: HttpRequest, parameter: str, value: str) -> str:
    query = request.GET.copy()
    query.setlist(parameter, [kept for kept in query.getlist(parameter) if kept != value])
    query.pop("page", None)
    encoded = query.urlencode()
    return f"{request.path}?{encoded}" if encoded else request.path
