"""Confirming who one is, when the sign-in is older than a quarter of an hour and much hangs on the next step."""

import time
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.services.limits import take
from seoulution.apps.accounts.services.second_factor import has_second_factor, prove_second_factor
from seoulution.web.shared.access import SignedInRequest, signed_in
from seoulution.web.shared.limits import by_address, too_many
from seoulution.web.shared.signing_in.proof import prove


class _Proof(forms.Form):
    """The code where there is a second factor; otherwise the password."""

    proof = forms.CharField(max_length=200, strip=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.by_code = user, has_second_factor(user)
        field = self.fields["proof"]
        field.label = _("Code of your device") if self.by_code else _("Your password")
        field.widget = (
            forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True})
            if self.by_code
            else forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True})
        )

    def clean_proof(self) -> str:
        given: str = self.cleaned_data["proof"]
        if not (prove_second_factor(self.user, given) if self.by_code else self.user.check_password(given)):
            raise forms.ValidationError(_("That is not right. Nothing was changed; try again."))
        return given


@signed_in
def confirm(request: SignedInRequest) -> HttpResponse:
    """One field; then back to the page that asked."""
    after = _after(request)
    if request.method == "POST":
        exhausted = take(("second-factor", f"{request.user.pk} {by_address(request)}"))
        if exhausted is not None:
            return too_many(request, exhausted)
    form = _Proof(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        prove(request, time.time())
        return redirect(after)
    context = {"form": form, "next": after, "can_prove": form.by_code or request.user.has_usable_password()}
    return render(request, "shared/account/confirm.html", context, status=422 if request.method == "POST" else 200)


def _after(request: HttpRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return asked if ours and asked.startswith("/") else reverse("account")
