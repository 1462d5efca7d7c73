"""Sign in, sign out, choose a password, choose a language."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts import services
from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.web.shared.access import SignedInRequest, open_to_all, signed_in


class _SignIn(LoginView):
    template_name = "shared/sign_in.html"
    redirect_authenticated_user = True

    def get_default_redirect_url(self) -> str:
        return landing(cast(User, self.request.user))


sign_in = open_to_all(_SignIn.as_view())
sign_out = open_to_all(LogoutView.as_view())


def landing(user: User) -> str:
    """Where a person begins: the first desk that their role opens."""
    desks = (
        (Permission.SEE_OFFICE, "office:today"),
        (Permission.SEE_BUREAU_DESK, "bureaus:desk"),
        (Permission.SEE_PARTNER_PORTAL, "partner_portal:desk"),
        (Permission.SEE_TRANSLATIONS, "translators:overview"),
    )
    return next((redirect(name).url for permission, name in desks if user.may(permission)), redirect("public:home").url)


@signed_in
def choose_password(request: SignedInRequest) -> HttpResponse:
    """The one page a one-time password opens."""
    form = SetPasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.choose_password(request.user, form.cleaned_data["new_password1"])
        update_session_auth_hash(request, request.user)
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
