"""Who read whose data: the record, what to look at each month, and whether the seals still fit."""

from datetime import date
from typing import Final

import django_filters
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.forms import DateInput
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from seoulution.apps.accounts.access_review import MANY_IN_A_DAY, review_of
from seoulution.apps.accounts.kept_seals import NAME as KEPT_FILE
from seoulution.apps.accounts.kept_seals import compare_kept_seals
from seoulution.apps.accounts.models import AccessRecord
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.accounts.services.access_records import verify_chain
from seoulution.formats.tables import Column
from seoulution.web.office.lists import page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.list_downloads import PARAMETER, Listing, download_links, list_response
from seoulution.web.shared.signing_in.proof import recently_proved

LATEST: Final = 1_000
"""Seals checked each time the page is opened; the whole record on demand."""
ACTIONS: Final = {
    "view": pgettext_lazy("access", "read"),
    "export": pgettext_lazy("access", "exported"),
    "download": pgettext_lazy("access", "downloaded"),
}


class AccessFilter(django_filters.FilterSet):
    """Filters live in the address."""

    who = django_filters.CharFilter(label=gettext_lazy("Person"), field_name="username", lookup_expr="iexact")
    what = django_filters.CharFilter(label=gettext_lazy("Code of the record"), field_name="about_code", lookup_expr="iexact")
    action = django_filters.ChoiceFilter(
        label=gettext_lazy("What was done"), choices=list(ACTIONS.items()), empty_label=gettext_lazy("Anything")
    )
    day = django_filters.DateFilter(
        label=gettext_lazy("Day"), field_name="at", lookup_expr="date", widget=DateInput(attrs={"type": "date"})
    )

    class Meta:
        model = AccessRecord
        fields: list[str] = []


@needs(Permission.SEE_ACCESS_RECORDS)
@recently_proved
def listing(request: SignedInRequest) -> HttpResponseBase:
    """Newest first; as a file with the filters of the address."""
    found = AccessFilter(request.GET, queryset=AccessRecord.objects.order_by("-id"))
    if request.GET.get(PARAMETER):
        return list_response(request.GET[PARAMETER], _file(found.qs))
    whole = "whole" in request.GET
    context = {
        "filter": found,
        "page": page_of(request, found.qs),
        "chain": verify_chain(latest=None if whole else LATEST),
        "whole": whole,
        "downloads": download_links(request),
    }
    return render(request, "office/access_records.html", context)


def _file(rows: QuerySet[AccessRecord]) -> Listing:
    labels = {
        "at": _("When"),
        "username": _("Person"),
        "address": _("From which address"),
        "about": _("Kind of record"),
        "about_code": _("Code of the record"),
        "whose": _("Whose data"),
        "action": _("What was done"),
        "reason": _("Reason"),
        "seal": _("Seal"),
    }
    columns = [Column(key, label) for key, label in labels.items()]
    lines = ({key: str(getattr(row, key) or "") for key in labels} | {"at": row.at.isoformat()} for row in rows.iterator(2_000))
    return Listing(_("Who read whose data"), "access-records", columns, lines)


@needs(Permission.SEE_ACCESS_RECORDS)
def review(request: SignedInRequest) -> HttpResponse:
    """One month: who read much in a day, at odd hours, and what was taken away with which reason."""
    month = _month(request.GET.get("month", ""))
    found = review_of(month)
    context = {
        "review": found,
        "month": month,
        "many": MANY_IN_A_DAY,
        "ends": compare_kept_seals(timezone.now()),
        "kept_file": KEPT_FILE,
        "odd": Paginator(found.odd, 50).get_page(1),
        "taken": Paginator(found.taken, 100).get_page(1),
    }
    return render(request, "office/access_review.html", context)


def _month(written: str) -> date:
    try:
        return date.fromisoformat(f"{written}-01")
    except ValueError:
        return timezone.localdate().replace(day=1)
