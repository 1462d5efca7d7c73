"""T23: limits at the real doors. What one city uses up is never another's, and spam leaves the office usable."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from seoulution.apps.accounts.limits import LIMITS
from seoulution.apps.accounts.models import Bucket
from seoulution.apps.demand.models import Channel, SharingRequest
from seoulution.apps.demand.services import Incoming, receive

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
SPAMMER, NEIGHBOUR, ELSEWHERE = "203.0.113.9", "203.0.113.9", "198.51.100.4"


def empty(code: str) -> None:
    """All buckets of a limit are used up, as if the tries had been made."""
    assert Bucket.objects.filter(limit=code).update(tokens=0.0)


def asks(client: Client, address: str) -> Any:
    fields = {"city": "Hanoi", "text": "Our pipes leak.", "language": "en", "lang": "en"}
    return client.post(reverse("public:ask"), fields, REMOTE_ADDR=address)


def browser(mark: str) -> Client:
    client = Client()
    client.cookies["csrftoken"] = mark * 32
    return client


def test_one_browser_that_asks_too_often_reads_what_to_do_and_its_neighbour_asks_on() -> None:
    spammer, neighbour = browser("a"), browser("b")
    assert asks(spammer, SPAMMER).status_code == 302
    empty("ask-browser")
    refused = asks(spammer, SPAMMER)
    assert refused.status_code == 429 and int(refused.headers["Retry-After"]) > 0
    assert "programme office" in refused.content.decode() and "stays on this device" in refused.content.decode()
    assert asks(neighbour, NEIGHBOUR).status_code == 302, "another browser of the same city hall"


def test_one_address_that_asks_too_often_silences_no_other_city() -> None:
    assert asks(browser("a"), SPAMMER).status_code == 302
    empty("ask-address")
    assert asks(browser("c"), SPAMMER).status_code == 429
    assert asks(browser("d"), ELSEWHERE).status_code == 302


def test_wrong_links_are_slowed_and_a_right_one_still_opens_from_the_same_place() -> None:
    _request, token = receive(Incoming("Our pipes leak.", "Hanoi"), channel=Channel.FORM, by=None)
    forged = reverse("city_portal:enter", args=["A" * 43])
    assert Client().get(forged, REMOTE_ADDR=SPAMMER).status_code == 404
    empty("link-refused")
    assert Client().get(forged, REMOTE_ADDR=SPAMMER).status_code == 429
    assert Client().get(reverse("city_portal:enter", args=[token]), REMOTE_ADDR=SPAMMER).status_code == 302


def test_what_is_written_by_one_link_is_not_counted_to_another() -> None:
    doors = []
    for city in ("Hanoi", "Lima"):
        row, token = receive(Incoming("Our pipes leak.", city), channel=Channel.FORM, by=None)
        client = Client()
        client.get(reverse("city_portal:enter", args=[token]))
        doors.append((row, client))
    send = reverse("city_portal:message")
    assert doors[0][1].post(send, {"text": "one"}).status_code == 302
    empty("link-written")
    assert doors[0][1].post(send, {"text": "two"}).status_code == 429
    assert doors[1][1].post(send, {"text": "three"}).status_code == 302


@pytest.mark.parametrize(("code", "path"), [("api-read", "/api/sources"), ("search", "/solutions/?q=water")])
def test_reading_and_searching_are_counted_by_address(code: str, path: str) -> None:
    assert Client().get(path, REMOTE_ADDR=SPAMMER).status_code == 200
    empty(code)
    assert Client().get(path, REMOTE_ADDR=SPAMMER).status_code == 429
    assert Client().get(path, REMOTE_ADDR=ELSEWHERE).status_code == 200


@pytest.mark.parametrize("path", ["/", "/solutions/", "/ask/", "/cities/", "/status/", "/sign-in/"])
def test_who_only_reads_is_not_counted(path: str) -> None:
    """Pages without a limit cost nothing more."""
    Client().get(path)
    assert not Bucket.objects.exists()


def test_proxies_that_are_not_ours_cannot_make_up_addresses(settings: Any) -> None:
    assert asks(browser("a"), SPAMMER).status_code == 302
    empty("ask-address")
    fields = {"city": "Hanoi", "text": "x", "language": "en", "lang": "en"}
    forged = browser("e").post(reverse("public:ask"), fields, REMOTE_ADDR=SPAMMER, HTTP_X_FORWARDED_FOR="192.0.2.77")
    assert forged.status_code == 429


def test_ten_thousand_requests_of_spam_leave_the_list_usable(signed_in_as: Callable[[str], Client]) -> None:
    """The page in under 300 ms of this process's time."""
    spam = SharingRequest(
        city_as_written="Nowhere", text="buy now " * 50, channel=Channel.FORM, received_at="2026-11-01T00:00Z"
    )
    rows = []
    for number in range(10_000):
        row = SharingRequest(
            code=f"spam-{number}",
            city_as_written=spam.city_as_written,
            text=spam.text,
            channel=spam.channel,
            received_at=spam.received_at,
        )
        rows.append(row)
    SharingRequest.objects.bulk_create(rows, batch_size=2_000)
    client = signed_in_as("officer")
    client.get(reverse("office:requests"))
    began = time.process_time()
    assert client.get(reverse("office:requests")).status_code == 200
    assert time.process_time() - began < 0.3


def test_every_limit_of_the_table_stands_at_a_door() -> None:
    """Nothing is promised that no page asks for."""
    from tests.repository.tree import python_files

    sources = "".join(
        path.read_text(encoding="utf-8") for path in python_files("src") if "limits.py" not in path.name or "web" in path.parts
    )
    assert not [code for code in LIMITS if f'"{code}"' not in sources]
