"""Lists of the workbench in pages of fifty."""

from collections.abc import Sequence
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

ROWS_PER_PAGE: Final = 50


def page_of(request: HttpRequest, rows: Sequence[Any] | QuerySet[Any]) -> Page[Any]:
    """The page asked for; a bad number leads to the first or last."""
    return Paginator(rows, ROWS_PER_PAGE).get_page(request.GET.get("page"))
