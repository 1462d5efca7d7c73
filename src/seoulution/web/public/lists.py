"""What every public list shares: pages of fifty, an order named in the address, filters said in words."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

import django_filters
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


def filters_in_use(filtered: django_filters.FilterSet) -> list[tuple[str, str, str]]:
    """(parameter, value, words) of each filter that narrows the list."""
    used = []
    data: Mapping[str, Any] = filtered.form.cleaned_data if filtered.form.is_valid() else {}
    for name, value in data.items():
        if value in (None, ""):
            continue
        field = filtered.form.fields[name]
        words = {str(code): text for code, text in getattr(field, "choices", ())}.get(str(value), value)
        used.append((name, str(value), f"{field.label}: {words}"))
    return used


def query_of(request: HttpRequest) -> str:
    """The address's parameters without the page, to be put behind a download's address."""
    query = request.GET.copy()
    query.pop("page", None)
    encoded = query.urlencode()
    return f"?{encoded}" if encoded else ""
