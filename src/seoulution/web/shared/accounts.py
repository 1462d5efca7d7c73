"""Sign in, sign out, choose a password, choose a language."""

import time
from typing import Any, cast

from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from seoulution.apps.accounts import services
from seoulution.apps.accounts.models import User
from seoulution.web.shared.access import SignedInRequest, open_to_all, signed_in
from seoulution.web.shared.limits import by_address, is_post, limited
from seoulution.web.shared.signing_in.landing import landing
from seoulution.web.shared.signing_in.proof import keep_this_session, prove


class SignInForm(AuthenticationForm):
    """Django's own, with one sentence of ours: its Korean writes two particles for the reader to choose from."""

    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": gettext_lazy("The user name or the password is not right. Capital and small letters count."),
    }


class _SignIn(LoginView):
    authentication_form = SignInForm
    template_name = "shared/sign_in.html"
    redirect_authenticated_user = True

    def get_default_redirect_url(self) -> str:
        return landing(cast(User, self.request.user))

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """A right password is the first step: the second factor, where there is one, comes next."""
        answer: HttpResponse = perform_login(
            self.request, form.get_user(), email_verification="none", redirect_url=self.get_redirect_url() or None
        )
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "open_id": settings.OPEN_ID}


def _tries(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    address = by_address(request)
    name = request.POST.get("username", "")[:150].strip().lower()
    return ("sign-in-name", f"{name} {address}"), ("sign-in-address", address)


sign_in = open_to_all(limited(_tries, only=is_post)(cast(Any, _SignIn.as_view())))
sign_out = open_to_all(LogoutView.as_view())


@signed_in
def choose_password(request: SignedInRequest) -> HttpResponse:
    """The one page a one-time password opens."""
    form = SetPasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.choose_password(request.user, form.cleaned_data["new_password1"])
        keep_this_session(request, request.user)
        prove(request, time.time())
        messages.success(request, _("Your password is set. The one-time password no longer works."))
        return redirect(landing(request.user))
    return render(request, "shared/choose_password.html", {"form": form}, status=422 if request.method == "POST" else 200)


@open_to_all
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Keeps the language in a cookie and, when signed in, leads back to the page."""
    language = request.POST.get("language", "")
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        target = "/"
    response = redirect(target)
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=365 * 24 * 3600,
            samesite="Lax",
            httponly=True,
            secure=request.is_secure(),
        )
    return response
