"""allauth's own doors are shut: no sign-up, no list of its pages, a picture for cameras."""

import pytest
from django.test import Client, RequestFactory

from seoulution.apps.accounts.models import User
from seoulution.web.shared.signing_in.adapters import AccountAdapter, OpenIdAdapter, SecondFactorAdapter

pytestmark = pytest.mark.trust


def test_nobody_signs_up() -> None:
    request = RequestFactory().get("/")
    assert not AccountAdapter(request).is_open_for_signup(request)
    assert not OpenIdAdapter(request).is_open_for_signup(request, None)


def test_a_local_socket_has_an_address_that_says_so() -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="")
    assert AccountAdapter(request).get_client_ip(request) == "::"


def test_the_picture_is_dark_on_white_and_names_the_person() -> None:
    adapter = SecondFactorAdapter()
    assert adapter.get_totp_label(User(username="kim")) == "kim"
    assert 'fill="white"' in adapter.build_totp_svg("otpauth://totp/kim?secret=JBSWY3DP")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/account/signup/", "/account/email/", "/account/password/reset/", "/account/2fa/", "/accounts/login/", "/admin/"])  # fmt: skip
def test_what_we_do_not_need_is_not_there(path: str) -> None:
    assert Client().get(path).status_code == 404
