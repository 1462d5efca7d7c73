"""The person's own page: password, second factor, devices, language."""

import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.forms import PasswordChangeForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts import services
from seoulution.apps.accounts.services.second_factor import has_second_factor, recovery_codes_left
from seoulution.apps.accounts.services.sessions import end_all_sessions
from seoulution.apps.accounts.services.sessions import end_session as end_one
from seoulution.web.shared.access import SignedInRequest, signed_in
from seoulution.web.shared.choices import LANGUAGE_NAMES
from seoulution.web.shared.languages import COMPLETE
from seoulution.web.shared.signing_in.devices import devices_of
from seoulution.web.shared.signing_in.landing import landing
from seoulution.web.shared.signing_in.proof import keep_this_session, prove


@signed_in
def account(request: SignedInRequest) -> HttpResponse:
    """Everything one can change about the own account."""
    return _page(request, PasswordChangeForm(request.user))


@signed_in
@require_POST
def password(request: SignedInRequest) -> HttpResponse:
    """A new password, by the old one; every other session ends."""
    form = PasswordChangeForm(request.user, request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    services.choose_password(request.user, form.cleaned_data["new_password1"])
    keep_this_session(request, request.user)
    prove(request, time.time())
    messages.success(request, _("The new password is set. All other devices were signed out."))
    return redirect("account")


@signed_in
@require_POST
def language(request: SignedInRequest) -> HttpResponse:
    """The language of the pages, and of the mails to this person."""
    chosen = request.POST.get("language", "")
    if chosen not in {one.value for one in COMPLETE}:
        return _page(request, PasswordChangeForm(request.user), status=422)
    services.choose_language(request.user, chosen)
    response = redirect("account")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=365 * 24 * 3600,
        samesite="Lax",
        httponly=True,
        secure=request.is_secure(),
    )
    return response


@signed_in
@require_POST
def end_session(request: SignedInRequest) -> HttpResponse:
    """Signs one device out, or all but this one."""
    which = request.POST.get("session", "")
    if which == "others":
        end_all_sessions(request.user)
        keep_this_session(request, request.user)
        messages.success(request, _("All other devices were signed out."))
    elif which.isdecimal() and len(which) < 18 and end_one(request.user, int(which)):
        messages.success(request, _("The device was signed out."))
    else:
        messages.info(request, _("That device was signed out already."))
    return redirect("account")


def _page(request: SignedInRequest, form: PasswordChangeForm, *, status: int = 200) -> HttpResponse:
    user = request.user
    form.fields["old_password"].widget.attrs.pop("autofocus", None)
    context = {
        "form": form,
        "has_second_factor": has_second_factor(user),
        "codes_left": recovery_codes_left(user),
        "devices": devices_of(request, user),
        "languages": [(one.value, LANGUAGE_NAMES[one]) for one in COMPLETE],
        "back": landing(user),
    }
    return render(request, "shared/account/account.html", context, status=status)
