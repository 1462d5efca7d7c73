"""T23: who reached a limit reads why and what to do, programs get it as JSON, and nobody else is touched."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from seoulution.apps.accounts.limits import LIMITS
from seoulution.apps.accounts.models import Bucket
from seoulution.apps.accounts.services.limits import Exhausted
from seoulution.web.shared.limits import by_account, by_address, by_browser, is_post, limited, too_many

pytestmark = [pytest.mark.django_db, pytest.mark.trust]


def test_a_person_reads_when_it_is_open_again_and_another_way() -> None:
    request = RequestFactory().get("/sign-in/")
    request.user = AnonymousUser()  # type: ignore[assignment]
    answer = too_many(request, Exhausted(LIMITS["ask-browser"], 130))
    page = answer.content.decode()
    assert answer.status_code == 429 and answer.headers["Retry-After"] == "130"
    assert "about 3 minutes" in page and "programme office" in page and str(LIMITS["ask-browser"].said) in page


def test_a_program_gets_the_seconds() -> None:
    answer = too_many(RequestFactory().get("/api/solutions"), Exhausted(LIMITS["api-read"], 5))
    assert answer.headers["Content-Type"] == "application/json" and answer.headers["Retry-After"] == "5"


def test_only_what_is_sent_counts_where_it_says_so() -> None:
    view = limited(lambda request: [("ask-browser", "x")], only=is_post)(lambda request: HttpResponse())
    view(RequestFactory().get("/"))
    assert not Bucket.objects.exists()
    view(RequestFactory().post("/"))
    assert Bucket.objects.count() == 1


def test_two_browsers_behind_one_address_are_two(person: Callable[..., Any]) -> None:
    one = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", CSRF_COOKIE="a")
    other = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", CSRF_COOKIE="b")
    assert by_browser(one) != by_browser(other) and by_address(one) == by_address(other)
    one.user = person("officer")
    other.user = AnonymousUser()  # type: ignore[assignment]
    assert by_account(one) != by_account(other) == "192.0.2.1"


def test_trying_many_passwords_of_one_name_silences_neither_another_name_nor_another_place(person: Callable[..., Any]) -> None:
    """A city hall behind one address; and a name tried from elsewhere."""
    person("officer")
    person("manager")

    def tried(name: str, password: str, address: str) -> int:
        given = {"username": name, "password": password}
        return Client().post(reverse("sign_in"), given, REMOTE_ADDR=address).status_code

    statuses = {tried("officer", f"wrong {number}", "203.0.113.9") for number in range(LIMITS["sign-in-name"].most)}
    assert statuses == {200} and tried("officer", "correct horse battery", "203.0.113.9") == 429
    assert tried("manager", "correct horse battery", "203.0.113.9") == 302
    assert tried("officer", "correct horse battery", "203.0.113.10") == 302


def test_a_forged_forwarding_header_gets_no_bucket_of_its_own() -> None:
    for number in range(LIMITS["sign-in-name"].most + 1):
        answer = Client().post(
            reverse("sign_in"), {"username": "x", "password": "y"}, HTTP_X_FORWARDED_FOR=f"198.51.100.{number}"
        )
    assert answer.status_code == 429
