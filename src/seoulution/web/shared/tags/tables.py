"""Tags for tables: a region that scrolls on small screens, heads that sort through the address."""

from django.http import HttpRequest
from django.template import Context, Library
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from seoulution.web.shared.addresses import changed_address
from seoulution.web.shared.icons import SIGNS

register = Library()

SORT = "sort"
_ORDER_SIGNS = {"ascending": "sort-up", "descending": "sort-down", "": "sort"}


@register.simple_block_tag
def datatable(
    content: SafeString,
    caption: str,
    caption_hidden: bool = False,
    compact: bool = False,
    cards: bool = False,
    scrolls: bool = False,
    note: str = "",
) -> SafeString:
    """A table around `<thead>` and `<tbody>`. `cards` turns rows into cards on a phone (cells carry `data-label`)."""
    values = {
        "content": content,
        "caption": caption,
        "caption_hidden": caption_hidden,
        "compact": compact,
        "cards": cards,
        "scrolls": scrolls,
        "note": note,
    }
    return render_to_string("shared/components/datatable.html", values)


@register.simple_tag(takes_context=True)
def column(context: Context, label: str, sort: str = "", number: bool = False, title: str = "") -> SafeString:
    """A column head. With `sort` it is a link: ascending, then descending, kept in the address as `sort=key` or `sort=-key`."""
    request: HttpRequest | None = context.get("request")
    if not sort or request is None:
        return _head(str(label), number, title, "", "")
    chosen = request.GET.get(SORT, "")
    order = {sort: "ascending", "-" + sort: "descending"}.get(chosen, "")
    href = changed_address(request, {SORT: "-" + sort if order == "ascending" else sort, "page": None})
    return _head(str(label), number, title, href, order)


def _head(label: str, number: bool, title: str, href: str, order: str) -> SafeString:
    look = SafeString(' class="number"') if number else ""
    ordered = format_html(' aria-sort="{}"', order) if order else ""
    told = format_html(' title="{}"', title) if title else ""
    shown = format_html('<a class="sort" href="{}">{}{}</a>', href, label, SIGNS[_ORDER_SIGNS[order]]) if href else label
    return format_html('<th scope="col"{}{}{}>{}</th>', look, ordered, told, shown)
