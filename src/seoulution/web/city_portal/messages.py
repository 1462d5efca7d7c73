"""A word from the city: free, about one need, or about one figure."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.services.limits import take
from seoulution.apps.cities.models import Indicator
from seoulution.apps.demand import services
from seoulution.apps.demand.models import SharingRequest
from seoulution.formats.cleaning import clean_text
from seoulution.web.city_portal.file import file_context
from seoulution.web.city_portal.holder import for_holder, language_of
from seoulution.web.shared import page_language
from seoulution.web.shared.limits import too_many
from seoulution.web.shared.once import once
from seoulution.web.shared.tags.records import indicator_name

MOST_CHARACTERS = 10_000


@require_POST
@once
@for_holder
def send(request: HttpRequest, row: SharingRequest) -> HttpResponse:
    """Keeps the word in the file, where the office reads it. What the office wrote before counts as read."""
    exhausted = take(("link-written", f"request {row.pk}"))
    if exhausted is not None:
        return too_many(request, exhausted)
    text = clean_text(request.POST.get("text", "")).strip()
    if not text or len(text) > MOST_CHARACTERS:
        context = {**file_context(request, row), "unsent": text, "unsent_is_long": bool(text)}
        return page_language.page(request, language_of(request, row), "city_portal/file.html", context, status=422)
    services.say(row, text=_about(request, row) + text, by=None)
    services.mark_read(row, by_city=True)
    messages.success(request, _("Sent. The office reads it in this file and answers here."))
    return redirect("city_portal:file")


def _about(request: HttpRequest, row: SharingRequest) -> str:
    """Names the need or figure a word is about; an unknown one is left out rather than refused."""
    pk, indicator = request.POST.get("need", ""), request.POST.get("figure", "")
    if pk.isdecimal() and len(pk) < 10 and (need := row.needs.filter(pk=int(pk)).first()):
        return _("About the need “%(need)s”:") % {"need": need.text} + "\n"
    if indicator and (found := Indicator.objects.filter(code=clean_text(indicator)[:120]).first()):
        return _("About the figure “%(figure)s”:") % {"figure": indicator_name(found)} + "\n"
    return ""
