"""T9-T11 for the links of an engagement's parties: what an attacker would try. Keys play no part: only a hash is compared."""

import logging
import re
import statistics
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final
from urllib.parse import quote

import pytest
import time_machine
from django.core import signing
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from tests.apps.publishing.shared import engagement, firm, link_for, told

from seoulution.apps.accounts.models import Bucket
from seoulution.apps.demand import links
from seoulution.apps.publishing.models import LinkRefusal, Opening, PartyLink
from seoulution.apps.publishing.party_links import party_link_of
from seoulution.apps.publishing.services.party_links import reissue_party_link, revoke_party_link

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
Person = Callable[..., Any]
FILE: Final = "/c/"


def opened(token: str, client: Client | None = None) -> Any:
    """The answer to whoever comes with a token."""
    return (client or Client()).get(reverse("city_portal:enter", kwargs={"token": token}))


def bearer(token: str) -> Client:
    client = Client()
    opened(token, client)
    return client


def test_the_first_visit_leaves_the_secret_behind_and_records_no_reading(person: Person) -> None:
    """T9: a cookie that scripts can't read, a clean address, no referrer; what a mail scanner fetches counts for nothing."""
    officer, row = person("officer"), engagement()
    item, (_, token) = told(row, officer), link_for(row, officer)
    first = Client().get(reverse("city_portal:enter", kwargs={"token": token}), secure=True)
    cookie = first.cookies["__Host-city"]
    assert first.headers["Location"] == FILE and first.headers["Referrer-Policy"] == "no-referrer"
    assert cookie["httponly"] and cookie["secure"] and cookie["path"] == "/" and not cookie["domain"]
    scanner = Client()
    for method in (scanner.get, scanner.head):
        method(reverse("city_portal:enter", kwargs={"token": token}))
        method(f"/c/engagements/{row.code}/")
    assert not Opening.objects.exists() and not LinkRefusal.objects.exists()
    for address in (f"/c/engagements/{row.code}/", f"/c/items/{item.pk}/"):
        assert token.encode() not in scanner.get(address).content


def test_only_a_hash_is_stored_anywhere_and_no_log_names_the_token(person: Person, caplog: Any) -> None:
    """T9: in no column of any table, history included; in no log line, also of refused attempts."""
    caplog.set_level(logging.DEBUG)
    officer, row = person("officer"), engagement()
    link, token = link_for(row, officer)
    client = bearer(token)
    client.get(f"/c/engagements/{row.code}/")
    revoke_party_link(link, reason="lost", by=officer)
    opened(token)
    client.get(FILE)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        )
        tables = [name for (name,) in cursor.fetchall()]
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}" AS one WHERE one::text LIKE %s', [f"%{token}%"])
            assert cursor.fetchone() == (0,), table
    assert "publishing_linkrefusal" in tables and token not in caplog.text


def refused_answers(person: Person) -> dict[str, str]:
    """A token of each kind that opens nothing."""
    officer, row = person("officer"), engagement()
    revoked_link, revoked = link_for(row, officer, holder="One")
    revoke_party_link(revoked_link, reason="lost", by=officer)
    replaced_link, replaced = link_for(row, officer, holder="Two")
    reissue_party_link(replaced_link, by=officer)
    _, expired = link_for(row, officer, holder="Three")
    PartyLink.objects.filter(token_hash=links.token_hash(expired)).update(
        issued_at=timezone.now() - timedelta(days=9), expires_at=timezone.now() - timedelta(seconds=1)
    )
    with time_machine.travel(timezone.now() + timedelta(days=800)):
        _, ahead = link_for(row, officer, holder="Four")
    return {
        "forged": links.new_token(),
        "revoked": revoked,
        "replaced": replaced,
        "expired": expired,
        "ahead": ahead,
        "hash": links.token_hash(ahead),
        "other purpose": signing.TimestampSigner().sign(row.code),
    }


def test_every_refusal_is_one_same_answer_and_is_counted(person: Person) -> None:
    """T10, T11: forged, revoked, replayed after a reissue, expired, dated ahead by a wrong clock, made for something else."""
    answers = {}
    tokens = refused_answers(person)
    for name, token in tokens.items():
        client = Client()
        entered = opened(token, client)
        client.cookies["city"] = token
        kept = client.get(FILE)
        answers[name] = (entered.status_code, entered.content, kept.status_code, entered.headers["Referrer-Policy"])
        assert "city" not in entered.cookies
    assert len({(status, kept, policy) for status, _body, kept, policy in answers.values()}) == 1
    lengths = {len(body) for _status, body, _kept, _policy in answers.values()}
    assert max(lengths) - min(lengths) <= 2 * max(len(token) for token in tokens.values()) * 11
    counted = {row.cause: row.attempts for row in LinkRefusal.objects.filter(address="127.0.0.1")}
    assert set(counted) == {"unknown", "revoked", "expired", "not_yet"}
    assert sum(row.attempts for row in LinkRefusal.objects.all()) == 2 * len(tokens)


def test_a_refusal_says_the_same_down_to_headers_and_cookies(person: Person) -> None:
    """T10: for a token made for another purpose too; only what was typed and what is new each time differ."""
    told = set()
    for token in refused_answers(person).values():
        answer = opened(token)
        page = (
            re.sub(r'"[A-Za-z0-9]{64}"', "", answer.content.decode())
            .replace(escape(token), "TOKEN")
            .replace(quote(token), "TOKEN")
        )
        kept = tuple(sorted((name, value) for name, value in answer.headers.items() if name != "Content-Length"))
        told.add((answer.status_code, page, kept, tuple(sorted(answer.cookies))))
    assert len(told) == 1


def test_the_whole_refusal_takes_the_same_time_for_a_token_of_another_purpose_too(person: Person) -> None:
    """T10: as somebody outside would measure it: the quickest of twenty-five in turn within 10 ms, as others work here too."""
    tokens = refused_answers(person)
    took: dict[str, list[float]] = {name: [] for name in tokens}
    for number in range(27):
        Bucket.objects.all().delete()  # nothing is slowed down here
        for name, token in tokens.items():
            start = time.perf_counter()
            opened(token)
            if number > 1:
                took[name].append(time.perf_counter() - start)
    quickest = {name: min(times) for name, times in took.items()}
    assert max(quickest.values()) - min(quickest.values()) < 0.010, quickest


def test_a_wrong_clock_within_five_minutes_is_forgiven_and_not_beyond(person: Person) -> None:
    """T11: validity is the row's; a link from a clock ahead works once the true time has come."""
    officer, row, now = person("officer"), engagement(), timezone.now()
    with time_machine.travel(now + timedelta(minutes=4)):
        _, near = link_for(row, officer, holder="Near")
    with time_machine.travel(now + timedelta(minutes=7)):
        _, far = link_for(row, officer, holder="Far")
    assert party_link_of(near, now=now) and party_link_of(far, now=now) is None
    assert party_link_of(far, now=now + timedelta(minutes=3))


def test_all_refusals_take_the_same_time(person: Person) -> None:
    """T10: within ten milliseconds."""
    tokens = refused_answers(person)
    took: dict[str, list[float]] = {name: [] for name in tokens}
    for _ in range(15):
        for name, token in tokens.items():
            start = time.perf_counter()
            assert party_link_of(token, now=timezone.now()) is None
            took[name].append(time.perf_counter() - start)
    medians = [statistics.median(times) for times in took.values()]
    assert max(medians) - min(medians) < 0.010


def test_the_link_of_one_opens_nothing_of_another(person: Person) -> None:
    """T10: another engagement, another party of the same engagement, the request's own pages."""
    officer, row, other = person("officer"), engagement(), engagement(1)
    foreign = [told(other, officer), told(row, officer, to=firm(1)), told(row, officer)]
    _, token = link_for(row, officer, to=firm())
    client = bearer(token)
    assert client.get(f"/c/engagements/{row.code}/").status_code == 200
    assert client.get(f"/c/engagements/{other.code}/").status_code == 404
    assert client.post(f"/c/engagements/{other.code}/answer/", {"text": "x"}).status_code == 404
    for item in foreign:
        assert client.get(f"/c/items/{item.pk}/").status_code == 404
        assert client.get(f"/c/items/{item.pk}/file/").status_code == 404


def test_a_page_that_stays_open_ends_with_its_link(person: Person) -> None:
    """T10: revoked while the city reads: the next page is refused, whatever the browser still holds."""
    officer, row = person("officer"), engagement()
    item, (link, token) = told(row, officer), link_for(row, officer)
    client = bearer(token)
    assert client.get(f"/c/items/{item.pk}/").status_code == 200
    revoke_party_link(link, reason="the person has left", by=officer)
    assert client.get(f"/c/items/{item.pk}/").status_code == 404
    assert client.post(f"/c/engagements/{row.code}/answer/", {"text": "x"}).status_code == 404
    assert item.openings.count() == 1
