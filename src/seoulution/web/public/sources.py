"""Every document that a figure or sentence here rests on."""

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.network.models import Source
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.public.downloads import SHEETS, sheet_response
from seoulution.web.public.lists import ordered, page_of, query_of
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.filters_used import filters_in_use

ORDERS = {"code": "code", "title": "title", "publisher": "publisher", "published": "published"}


class SourceFilter(django_filters.FilterSet):
    """Filters live in the address."""

    q = django_filters.CharFilter(label=gettext_lazy("Words in title, publisher or code"), method="by_words", max_length=200)

    class Meta:
        model = Source
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Source], name: str, value: str) -> QuerySet[Source]:
        for word in value.split()[:8]:
            rows = rows.filter(Q(title__icontains=word) | Q(publisher__icontains=word) | Q(code__icontains=word))
        return rows


def _found(request: HttpRequest) -> tuple[SourceFilter, QuerySet[Source]]:
    filtered = SourceFilter(request.GET, queryset=Source.objects.all())
    return filtered, ordered(filtered.qs, request, ORDERS, "code")


@open_to_all
def listing(request: HttpRequest) -> HttpResponse:
    """Fifty on a page."""
    filtered, rows = _found(request)
    context = {
        "filter": filtered,
        "in_use": filters_in_use(filtered),
        "page": page_of(rows, request),
        "sheets": SHEETS,
        "query": query_of(request),
    }
    return render(request, "public/sources.html", context)


@open_to_all
def download(request: HttpRequest, name: str) -> HttpResponse:
    """The same list as a sheet."""
    columns = [
        Column("code", _("Code")),
        Column("title", _("Title"), width=60),
        Column("publisher", _("Publisher"), width=30),
        Column("published", _("Published")),
        Column("retrieved_on", _("Retrieved"), ColumnKind.DATE),
        Column("address", _("Address"), width=50),
    ]
    _filter, rows = _found(request)
    return sheet_response(name, _("Sources"), columns, (_row(row) for row in rows), "sources")


def _row(row: Source) -> Row:
    return {
        "code": row.code,
        "title": row.title,
        "publisher": row.publisher,
        "published": row.published,
        "retrieved_on": row.retrieved_on,
        "address": row.address,
    }
