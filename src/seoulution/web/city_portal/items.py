"""One thing shared with whoever holds the link: to read, and to take along as a file. Both are recorded as a reading."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from seoulution.apps.publishing.models import SharedItem
from seoulution.apps.publishing.services.openings import record_opening
from seoulution.web.city_portal.holder import Holder, for_party, language_for
from seoulution.web.shared import page_language
from seoulution.web.shared.shared_items import item_context, item_file


@for_party
def item(request: HttpRequest, holder: Holder, pk: int) -> HttpResponse:
    """The thing as a page; what was not shared with this party, or no longer is, does not exist here."""
    row = get_object_or_404(holder.items(), pk=pk)
    language = language_for(request, holder)
    back = reverse("city_portal:engagement", args=[row.engagement.code])
    context = {**item_context(row, language), "back": back, "ask_href": back + "#say"}
    response = page_language.page(request, language, "city_portal/item.html", context)
    _opened(request, holder, row)
    return response


@for_party
def download(request: HttpRequest, holder: Holder, pk: int, name: str) -> HttpResponse:
    """The same as a file."""
    row = get_object_or_404(holder.items(), pk=pk)
    response = item_file(row, name)
    _opened(request, holder, row)
    return response


def _opened(request: HttpRequest, holder: Holder, row: SharedItem) -> None:
    """A HEAD asks whether it is there and reads nothing."""
    if request.method == "GET":
        record_opening(row, link=holder.party_link, status_link=holder.status_link)
