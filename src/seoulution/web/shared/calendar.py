"""The person's own calendar: a page to get or revoke its private address, and what calendar programs read there."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from seoulution.apps.accounts.services.limits import take
from seoulution.apps.engagements.calendar_feeds import entries_of, feed_of
from seoulution.apps.engagements.models import CalendarFeed
from seoulution.apps.engagements.services.calendar_feeds import issue_feed, revoke_feed
from seoulution.formats import ics
from seoulution.web.shared.access import SignedInRequest, by_private_link, signed_in
from seoulution.web.shared.errors import not_found
from seoulution.web.shared.limits import too_many


@by_private_link
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar as a file. Changes nothing; whatever is wrong with the address, there is no such page."""
    request.is_private = True  # type: ignore[attr-defined]
    now = timezone.now()
    found = feed_of(token, now=now)
    if found is None:
        refused = not_found(request, Http404())
        refused["Referrer-Policy"] = "no-referrer"
        return refused
    exhausted = take(("calendar-feed", f"feed {found.pk}"))
    if exhausted is not None:
        return too_many(request, exhausted)
    host = request.get_host().partition(":")[0]
    with translation.override(found.user.language or settings.LANGUAGE_CODE):
        entries = entries_of(found.user, now=now, host=host, base=f"{request.scheme}://{request.get_host()}")
        data = ics.ics_bytes("Seoulution", entries, now=now)
    response = HttpResponse(data, content_type=ics.CONTENT_TYPE)
    response["Content-Disposition"] = 'attachment; filename="seoulution.ics"'
    response["Referrer-Policy"] = "no-referrer"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Robots-Tag"] = "noindex"
    return response


@signed_in
def page(request: SignedInRequest) -> HttpResponse:
    """Whether there is an address, until when, and how it is used."""
    return _page(request)


def _page(request: SignedInRequest, address: str = "") -> HttpResponse:
    standing = CalendarFeed.objects.filter(user=request.user, revoked_at=None, expires_at__gt=timezone.now()).first()
    response = render(request, "shared/calendar.html", {"standing": standing, "address": address})
    if address:
        response.headers["Referrer-Policy"] = "no-referrer"
    return response


@signed_in
@require_POST
def issue(request: SignedInRequest) -> HttpResponse:
    """A new address, shown this once; the old one ends. A repeated press makes another and ends this one."""
    token = issue_feed(by=request.user, now=timezone.now())
    return _page(request, request.build_absolute_uri(reverse("calendar_feed", args=[token])))


@signed_in
@require_POST
def revoke(request: SignedInRequest) -> HttpResponse:
    """No program reads the calendar any more."""
    if revoke_feed(by=request.user, now=timezone.now()):
        messages.success(request, _("Revoked: the address opens nothing any more."))
    return redirect("calendar")
