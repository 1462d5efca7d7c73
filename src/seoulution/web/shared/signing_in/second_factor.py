"""The second factor: asked at sign-in, set up, taken away, and its recovery codes."""

import base64
from typing import Any, Final

from allauth.account.stages import LoginStageController
from allauth.mfa.adapter import get_adapter
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.services.limits import take
from seoulution.apps.accounts.services.second_factor import (
    has_second_factor,
    prove_second_factor,
    remove_second_factor,
    renew_recovery_codes,
    set_up_second_factor,
)
from seoulution.web.shared.access import SignedInRequest, open_to_all, signed_in
from seoulution.web.shared.limits import by_address, too_many
from seoulution.web.shared.signing_in.proof import SECOND_FACTOR, keep_this_session, recently_proved

_SECRET: Final = "second_factor_secret"  # noqa: S105 - a name in the session
WRONG: Final = gettext_lazy("The code is wrong, or was used already. Wait for the next one and type it.")


class CodeForm(forms.Form):
    """Six digits of the device, or a recovery code."""

    code = forms.CharField(
        label=pgettext_lazy("one-time", "Code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "text", "autofocus": True}),
    )


@open_to_all
def ask(request: HttpRequest) -> HttpResponse:
    """After the password: the code. Ten tries in a quarter of an hour for one account from one address."""
    stage = None if request.user.is_authenticated else LoginStageController.enter(request, AuthenticateStage.key)
    if stage is None:
        return render(request, "shared/account/second_factor_ask.html", {"over": True}, status=400)
    user, form = stage.login.user, CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        exhausted = take(("second-factor", f"{user.pk} {by_address(request)}"))
        if exhausted is not None:
            return too_many(request, exhausted)
        if prove_second_factor(user, form.cleaned_data["code"]):
            answer: HttpResponse = stage.exit()
            return answer
        form.add_error("code", str(WRONG))
    return _page(request, "shared/account/second_factor_ask.html", {"form": form})


@signed_in
@recently_proved
def set_up(request: SignedInRequest) -> HttpResponse:
    """A picture for the device; the device is kept once it has shown a right code."""
    form = CodeForm(request.POST or None)
    secret = request.session.setdefault(_SECRET, generate_totp_secret())
    if request.method == "POST" and form.is_valid():
        codes = set_up_second_factor(request.user, secret=secret, code=form.cleaned_data["code"])
        if codes is not None:
            del request.session[_SECRET]
            request.session[SECOND_FACTOR] = True
            keep_this_session(request, request.user)
            return render(request, "shared/account/recovery_codes.html", {"codes": codes, "is_new": True})
        form.add_error("code", str(WRONG))
    adapter = get_adapter()
    picture = adapter.build_totp_svg(adapter.build_totp_url(request.user, secret))
    context = {
        "form": form,
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "picture": "data:image/svg+xml;base64," + base64.b64encode(picture.encode()).decode(),
        "is_there": has_second_factor(request.user),
    }
    return _page(request, "shared/account/second_factor_set_up.html", context)


@signed_in
@require_POST
@recently_proved
def remove(request: SignedInRequest) -> HttpResponse:
    """Takes the own second factor away; every other session ends."""
    remove_second_factor(request.user, by=request.user)
    request.session[SECOND_FACTOR] = False
    keep_this_session(request, request.user)
    messages.success(request, _("The second factor is gone. Set up a new one soon."))
    return redirect("account")


@signed_in
@require_POST
@recently_proved
def recovery_codes(request: SignedInRequest) -> HttpResponse:
    """Ten new codes, shown this once; the old ones end."""
    if not has_second_factor(request.user):
        messages.error(request, _("Set up the second factor first: recovery codes stand in for it."))
        return redirect("account_second_factor")
    return render(request, "shared/account/recovery_codes.html", {"codes": renew_recovery_codes(request.user)})


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, context, status=422 if request.method == "POST" else 200)
