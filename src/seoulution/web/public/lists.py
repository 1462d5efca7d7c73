"""What every public list shares: pages of fifty, and an order named in the address."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

PER_PAGE: Final = 50
M = TypeVar("M", bound=Model)


def ordered(rows: QuerySet[M], request: HttpRequest, orders: Mapping[str, str], default: str) -> QuerySet[M]:
    """By `sort=key` or `sort=-key`; an unknown key is the default order."""
    asked = request.GET.get("sort", "")
    chosen = asked if asked.lstrip("-") in orders and asked.count("-") <= 1 else default
    sign = "-" if chosen.startswith("-") else ""
    return rows.order_by(sign + orders[chosen.lstrip("-")], "pk")


def page_of(
    rows: Sequence[Any] | QuerySet[M], request: HttpRequest, per_page: int = PER_PAGE, *, count: int | None = None
) -> Page[Any]:
    """The page asked for; a number that is none, or too high, leads to the nearest. `count` : of all rows, where it is known."""
    paginator = Paginator(rows, per_page)
    if count is not None:
        paginator.count = count  # where Django keeps it once it was asked for
    return paginator.get_page(request.GET.get("page"))


def query_of(request: HttpRequest) -> str:
    """The address's parameters without the page, to be put behind a download's address."""
    query = request.GET.copy()
    query.pop("page", None)
    encoded = query.urlencode()
    return f"?{encoded}" if encoded else ""
