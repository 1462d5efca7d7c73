"""How allauth does things here: no sign-up, our pages, our idea of where a request came from, secrets sealed."""

import time
from typing import Any, Final

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from qrcode.image.svg import SvgPathFillImage

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.queries import prepared_for
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.accounts.services.second_factor import has_second_factor
from seoulution.web.shared.client import client_address
from seoulution.web.shared.signing_in.landing import landing
from seoulution.web.shared.signing_in.proof import SECOND_FACTOR, prove

NOWHERE: Final = "::"
"""What the list of devices says where a request came by a local socket."""


class AccountAdapter(DefaultAccountAdapter):
    """Passwords and what follows them."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request) or NOWHERE

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return landing(request.user)  # type: ignore[arg-type]

    def post_login(self, request: HttpRequest, user: User, **facts: Any) -> HttpResponse:
        """Notes when the person proved who they are, and whether a second factor stood behind it."""
        response: HttpResponse = super().post_login(request, user, **facts)
        by_open_id = "sociallogin" in (facts.get("signal_kwargs") or {})
        prove(request, time.time())
        vouched = by_open_id and settings.OPEN_ID is not None and settings.OPEN_ID.has_second_factor
        request.session[SECOND_FACTOR] = vouched or has_second_factor(user)
        if not request.session[SECOND_FACTOR] and user.may(Permission.SEE_OFFICE) and not settings.SECOND_FACTOR_REQUIRED:
            messages.info(request, _("A second factor keeps your account safe. Set it up under your name, at the top."))
        return response

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Our pages say what happened themselves."""

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        return unknown_person(request)


class SecondFactorAdapter(DefaultMFAAdapter):
    """What the device shows beside its code."""

    def get_totp_label(self, user: User) -> str:
        return user.username

    def build_totp_svg(self, url: str) -> str:
        """On white whatever the theme: cameras look for dark on light."""
        return str(qrcode.make(url, image_factory=SvgPathFillImage, border=3).to_string(encoding="unicode"))


class OpenIdAdapter(DefaultSocialAccountAdapter):
    """The city hall says who somebody is; whether they have an account here was said by a manager before."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """The first time, links to the one account prepared under an address that the city hall has verified."""
        if sociallogin.is_existing:
            return
        verified = [address.email for address in sociallogin.email_addresses if address.verified]
        user = prepared_for(verified)
        if user is None:
            raise ImmediateHttpResponse(unknown_person(request))
        sociallogin.connect(request, user)

    def on_authentication_error(self, request: HttpRequest, provider: Any, **facts: Any) -> None:
        raise ImmediateHttpResponse(render(request, "shared/account/open_id_failed.html", status=400))


def unknown_person(request: HttpRequest) -> HttpResponse:
    """Whom to ask; the same for somebody unknown and for a closed account."""
    return render(request, "shared/account/unknown_person.html", status=403)
