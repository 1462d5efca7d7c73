"""Tags for tables: a region that scrolls on small screens, heads that sort through the address."""

from typing import Any

from django.http import HttpRequest
from django.template import Context, Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = Library()

SORT = "sort"


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


@register.inclusion_tag("shared/components/column_head.html", takes_context=True)
def column(context: Context, label: str, sort: str = "", number: bool = False, title: str = "") -> dict[str, Any]:
    """A column head. With `sort` it is a link: ascending, then descending, kept in the address as `sort=key` or `sort=-key`."""
    request: HttpRequest | None = context.get("request")
    if not sort or request is None:
        return {"label": label, "number": number, "title": title, "href": "", "order": ""}
    chosen = request.GET.get(SORT, "")
    order = {sort: "ascending", "-" + sort: "descending"}.get(chosen, "")
    query = request.GET.copy()
    query[SORT] = "-" + sort if order == "ascending" else sort
    query.pop("page", None)
    return {"label": label, "number": number, "title": title, "href": f"{request.path}?{query.urlencode()}", "order": order}
