"""The private link: swapped for a cookie at once, and one same answer to everything that does not open."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from tests.web.city_portal.holding import asked, holder
from tests.web.public.asking import without_tokens

from seoulution.apps.demand.models import StatusLink
from seoulution.apps.demand.services import issue_link, revoke_links

pytestmark = pytest.mark.django_db


def test_a_valid_link_becomes_a_cookie_and_a_clean_address():
    _row, token = asked()
    client = Client()
    answer = client.get(f"/c/{token}/")
    assert answer.status_code == 302 and answer["Location"] == "/c/"
    assert answer["Referrer-Policy"] == "no-referrer" and answer["Cache-Control"] == "no-store"
    cookie = client.cookies["city"]
    assert cookie.value == token and cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["path"] == "/"
    page = client.get("/c/")
    assert page.status_code == 200 and page["Cache-Control"] == "no-store" and token not in page.content.decode()


def test_over_tls_the_cookie_belongs_to_the_host_alone():
    _row, token = asked()
    client = Client()
    client.get(f"/c/{token}/", secure=True)
    cookie = client.cookies["__Host-city"]
    assert cookie["secure"] and cookie["path"] == "/" and not cookie["domain"]


def _tampered(token: str) -> str:
    return ("A" if token[0] != "A" else "B") + token[1:]


@pytest.mark.parametrize(
    "how", ["forged", "tampered", "shortened", "expired", "revoked", "reissued", "future", "hostile", "long"]
)
def test_whatever_does_not_open_gets_one_same_answer(how: str):
    row, token = asked()
    now = timezone.now()
    tokens = {
        "forged": "A" * 43,
        "tampered": _tampered(token),
        "shortened": token[:-1],
        "hostile": "%00%0b%3Cscript%3E",
        "long": "x" * 4000,
    }
    if how == "expired":
        StatusLink.objects.update(issued_at=now - timedelta(days=400), expires_at=now - timedelta(seconds=1))
    elif how == "revoked":
        revoke_links(row)
    elif how == "reissued":
        issue_link(row, by=None)
    elif how == "future":
        StatusLink.objects.update(issued_at=now + timedelta(days=800), expires_at=now + timedelta(days=1200))
    answer = Client().get(f"/c/{tokens.get(how, token)}/")
    never = Client().get("/c/an-address-that-was-never-a-link/")
    assert answer.status_code == never.status_code == 404
    assert _plain(answer.content) == _plain(never.content)
    assert not answer.cookies.get("city") and answer["Cache-Control"] == "no-store"


def _plain(page: bytes) -> str:
    """Without tokens, and without the chooser's own links, which repeat the address asked for."""
    return re.sub(r'(href|value)="/c/[^"]*"', r'\1=""', without_tokens(page))


def test_a_link_issued_while_the_clock_was_years_ahead_does_not_open_now():
    row, _token = asked()
    with time_machine.travel(timezone.now() + timedelta(days=3 * 365)):
        token = issue_link(row, by=None)
        assert Client().get(f"/c/{token}/").status_code == 302
    assert Client().get(f"/c/{token}/").status_code == 404


def test_a_link_runs_out_with_its_cookie():
    _row, token = asked()
    client = holder(token)
    assert client.get("/c/").status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=366)):
        assert client.get("/c/").status_code == 404
        assert Client().get(f"/c/{token}/").status_code == 404


def test_a_cookie_of_a_revoked_link_opens_nothing():
    row, token = asked()
    client = holder(token)
    revoke_links(row)
    for address in ("/c/", "/c/dossiers/1/", "/c/dossiers/1/pdf/"):
        assert client.get(address).status_code == 404
    assert client.post("/c/message/", {"text": "hello"}).status_code == 404


def test_opening_the_link_changes_nothing():
    row, token = asked()
    before = list(StatusLink.objects.values())
    for _ in range(3):
        holder(token).get("/c/")
    assert list(StatusLink.objects.values()) == before
    row.refresh_from_db()
    assert row.state == "new" and row.revision == type(row).objects.get(pk=row.pk).revision


def test_leaving_forgets_the_link_on_this_device_only():
    _row, token = asked()
    client = holder(token)
    assert client.get("/c/leave/").status_code == 405
    answer = client.post("/c/leave/")
    assert answer.status_code == 302 and answer.cookies["city"].value == ""
    assert client.get("/c/").status_code == 404
    assert holder(token).get("/c/").status_code == 200
