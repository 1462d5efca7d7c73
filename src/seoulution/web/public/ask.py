"""Asking Seoul: a form in eleven languages, no account, and at the end the city's private link."""

from datetime import timedelta
from typing import Final
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from seoulution.apps.accounts.services.limits import take
from seoulution.apps.cities.models import City
from seoulution.apps.demand.attachments import AttachmentNotKept
from seoulution.apps.demand.models import Channel, SharingRequest
from seoulution.apps.demand.services import Incoming, issue_link
from seoulution.apps.matching.services import take_in
from seoulution.engine.vocabulary import Language
from seoulution.web.public.ask_form import MOST_CHARACTERS, AskForm
from seoulution.web.shared import city_link, page_language
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.limits import by_address, by_browser, too_many
from seoulution.web.shared.once import fresh_key, once

RETRY: Final = timedelta(hours=1)
"""How long a form whose answer was lost on the way may be sent again and still lead to its file."""


@open_to_all
def ask(request: HttpRequest) -> HttpResponse:
    """The form; sent, it leads to the city's file. What was typed is never lost to an error."""
    language = page_language.chosen(request)
    if request.method != "POST":
        return _page(request, language, AskForm(initial=_initial(request)))
    exhausted = take(("ask-browser", by_browser(request)), ("ask-address", by_address(request)))
    if exhausted is not None:
        with page_language.spoken(language):
            return too_many(request, exhausted)
    try:
        with page_language.spoken(language):
            response = _send(request, language)
    except (AttachmentNotKept, OperationalError):
        return _page(request, language, AskForm(request.POST), status=503, storage_failed=True)
    return _with_link(request, response)


@once
def _send(request: HttpRequest, language: Language) -> HttpResponse:
    form = AskForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, language, form, status=422)
    given = form.cleaned_data
    incoming = Incoming(
        text=given["text"],
        city_as_written=form.city_meant(),
        declared_language=given["language"],
        answer_language=language.value,
        requester_name=given["requester_name"],
        requester_role=given["requester_role"],
        requester_email=given["requester_email"],
        files=given["attachments"],
    )
    kept, token = take_in(incoming, channel=Channel.FORM, today=timezone.localdate(), by=None)
    response = redirect(reverse("city_portal:file") + f"?sent={kept.code}")
    city_link.hand_over(request, response, token)
    return response


def _with_link(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A form sent twice leads to the first request; whoever holds its key sent it, so they get a new link and the old one ends."""
    if not isinstance(response, HttpResponseRedirect) or response.cookies:
        return response
    code = parse_qs(urlsplit(response.url).query).get("sent", [""])[0]
    kept = SharingRequest.objects.filter(code=code, channel=Channel.FORM, received_at__gt=timezone.now() - RETRY).first()
    if kept is not None:
        city_link.hand_over(request, response, issue_link(kept, by=None))
    return response


def _initial(request: HttpRequest) -> dict[str, str]:
    """What another page of ours hands over: the words of a search, a city."""
    return {"text": request.GET.get("text", "")[:MOST_CHARACTERS], "city": request.GET.get("city", "")[:200]}


def _page(
    request: HttpRequest, language: Language, form: AskForm, *, status: int = 200, storage_failed: bool = False
) -> HttpResponse:
    korean = language is Language.KO
    names = City.objects.filter(withdrawn_on=None, is_provider=False).values_list("name_ko" if korean else "name_en", flat=True)
    context = {
        "form": form,
        "city_names": sorted(names),
        "submission": request.POST.get("submission") or fresh_key(),
        "storage_failed": storage_failed,
        "link_days": settings.STATUS_LINK_DAYS,
    }
    return page_language.page(request, language, "public/ask.html", context, status=status)
