"""T9-T11: the private link of a city. How pages answer to it is in tests/web/city_portal; here is what an attacker would try."""

import json
import re
import statistics
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

import pytest
import time_machine
from django.conf import settings
from django.core import signing
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st
from tests.trust.readable import readable
from tests.trust.world import World

from seoulution.apps.accounts.models import Bucket
from seoulution.apps.demand import links
from seoulution.apps.demand.models import StatusLink
from seoulution.apps.demand.services import issue_link, revoke_links, say
from seoulution.apps.publishing.services.dossiers import share_dossier
from seoulution.web.office.engagement_bulk import SALT

pytestmark = [pytest.mark.django_db, pytest.mark.trust]

FILE: Final = "city_portal:file"


def opened(token: str) -> Any:
    """The answer to whoever comes with a token."""
    return Client().get(reverse("city_portal:enter", kwargs={"token": token}))


def test_a_token_has_256_bits_and_no_two_are_alike() -> None:
    """T9: at least 128 bits; 43 characters of base64 carry 256."""
    tokens = {links.new_token() for _ in range(2000)}
    assert len(tokens) == 2000 and {len(token) for token in tokens} == {43}
    letters = {letter for token in tokens for letter in token}
    assert len(letters) == 64


def test_only_a_hash_is_stored_anywhere(world: World) -> None:
    """T9: the token stands in no column of any table, history included."""
    opened(world.token)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        )
        tables = [name for (name,) in cursor.fetchall()]
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}" AS one WHERE one::text LIKE %s', [f"%{world.token}%"])
            assert cursor.fetchone() == (0,), table
    assert len(tables) > 40
    assert StatusLink.objects.get().token_hash == links.token_hash(world.token) != world.token


def test_opening_and_prefetching_change_nothing(world: World) -> None:
    """T9: mail scanners open links; nothing may happen by GET or HEAD."""
    tables = ("demand_sharingrequest", "demand_statuslink", "demand_message", "demand_need", "demand_sharingrequestevent")

    def counted() -> list[Any]:
        with connection.cursor() as cursor:
            found = []
            for table in tables:
                cursor.execute(
                    f"SELECT count(*), md5(coalesce(string_agg(one::text, chr(10) ORDER BY one::text), '')) FROM \"{table}\" AS one"
                )
                found.append(cursor.fetchone())
            return found

    say(world.request, text="Which district?", by=world.officer)
    before = counted()
    scanner = Client()
    for method in (scanner.get, scanner.head, scanner.get):
        method(reverse("city_portal:enter", kwargs={"token": world.token}))
        method(reverse(FILE))
    assert counted() == before


def test_the_address_of_every_page_after_the_first_is_clean(world: World) -> None:
    """T9: no page of the file links to, or names, the secret; so nothing can leak it as a referrer."""
    share_dossier(world.request.dossiers.all()[0], by=world.officer)
    city = Client()
    first = city.get(reverse("city_portal:enter", kwargs={"token": world.token}))
    assert first.headers["Location"] == reverse(FILE) and first.headers["Referrer-Policy"] == "no-referrer"
    for name, about in ((FILE, ""), ("city_portal:dossier", "dossier"), ("city_portal:dossier_download", "dossier_paper")):
        answer = city.get(reverse(name, kwargs=world.arguments[about]))
        assert answer.status_code == 200 and world.token.encode() not in answer.content


def test_no_document_carries_it(world: World) -> None:
    """T9: the dossier as a value, and so every paper made of it, knows nothing of the link."""
    assert world.token not in json.dumps(world.request.dossiers.all()[0].document)


@pytest.mark.parametrize("name", ["pdf", "docx", "hwpx"])
def test_no_finished_paper_carries_it(world: World, name: str) -> None:
    """T9: as the city takes it away: text, facts such as author and title, links, and every other object of the file."""
    share_dossier(world.request.dossiers.all()[0], by=world.officer)
    city = Client()
    city.get(reverse("city_portal:enter", kwargs={"token": world.token}))
    answer: Any = city.get(reverse("city_portal:dossier_download", kwargs={**world.arguments["dossier_paper"], "name": name}))
    told = readable(b"".join(answer) if answer.streaming else answer.content)
    assert answer.status_code == 200 and world.request.code in told, "it is the paper, and it was read"
    assert world.token not in told and links.token_hash(world.token) not in told


@tries(max_examples=60, deadline=None)
@given(place=st.integers(0, 42), letter=st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"))
def test_a_token_with_one_letter_changed_is_not_that_token(place: int, letter: str) -> None:
    """T10: no part of it can be guessed by itself, and no look-alike is equal."""
    token = "q8Zc3nV1xT7bK5wR9yP2mL4sD6fG0hJ8aE3uI5oN7tY"
    changed = token[:place] + letter + token[place + 1 :]
    assert (links.token_hash(changed) == links.token_hash(token)) is (changed == token)


@pytest.mark.parametrize("shape", ["upper", "padded", "space", "twice", "nul", "surrogate", "hash", "empty", "percent"])
def test_other_spellings_of_a_token_open_nothing(world: World, shape: str) -> None:
    """T10: only the token itself, not its hash, its case or its neighbours."""
    token = world.token
    cookie = {
        "upper": token.swapcase(), "padded": token + "=", "space": token + " ", "twice": token + token, "nul": token[:20] + "\x00" + token[20:],
        "surrogate": "\udcff" * 43, "hash": links.token_hash(token), "empty": "", "percent": "%" + token,
    }[shape]  # fmt: skip
    assert links.link_of(cookie, now=timezone.now()) is None


def test_a_token_made_for_another_purpose_opens_nothing(world: World) -> None:
    """T10: signed values of the same server, session keys and form tokens are no links."""
    client = Client()
    client.get(reverse("public:ask"))
    others = (
        signing.dumps({"request": world.request.pk}),
        signing.TimestampSigner().sign(world.request.code),
        client.cookies["csrftoken"].value,
    )
    assert all(opened(other).status_code == 404 for other in others)


def test_the_link_of_one_request_opens_nothing_of_another(world: World) -> None:
    """T10: another object, here a dossier and a file of somebody else's request."""
    from seoulution.apps.demand.models import Channel
    from seoulution.apps.demand.services import Incoming, receive

    share_dossier(world.request.dossiers.all()[0], by=world.officer)
    _, token = receive(Incoming(text="Our buses are late.", city_as_written="Hue"), channel=Channel.FORM, by=None)
    stranger = Client()
    stranger.get(reverse("city_portal:enter", kwargs={"token": token}))
    assert stranger.get(reverse(FILE)).status_code == 200
    for name, about in (
        ("city_portal:dossier", "dossier"),
        ("city_portal:dossier_download", "dossier_paper"),
        ("city_portal:attachment", "city_attachment"),
    ):
        assert stranger.get(reverse(name, kwargs=world.arguments[about])).status_code == 404


def test_a_dossier_that_was_not_shared_is_not_there(world: World) -> None:
    """T10: the city sees what the office gave it."""
    city = Client()
    city.get(reverse("city_portal:enter", kwargs={"token": world.token}))
    assert city.get(reverse("city_portal:dossier", kwargs=world.arguments["dossier"])).status_code == 404


def test_revoking_and_reissuing_end_the_old_link_at_once(world: World) -> None:
    """T10: also for a browser that holds it already."""
    holder = Client()
    holder.get(reverse("city_portal:enter", kwargs={"token": world.token}))
    assert holder.get(reverse(FILE)).status_code == 200
    second = issue_link(world.request, by=world.officer)
    assert opened(world.token).status_code == 404 and holder.get(reverse(FILE)).status_code == 404
    assert opened(second).status_code == 302
    assert revoke_links(world.request) == 1
    assert opened(second).status_code == 404


def test_a_new_server_secret_neither_opens_nor_closes_links(world: World, settings: Any) -> None:
    """T10: links rest on their row, not on a key; rotating the key is safe."""
    settings.SECRET_KEY = "another-secret-" + "x" * 60
    assert opened(world.token).status_code == 302
    assert opened("A" * 43).status_code == 404


@pytest.mark.parametrize("days", [1, 30, 365, 3650])
def test_a_link_from_the_future_is_refused_now(world: World, days: int) -> None:
    """T11: the server's clock was ahead when it was issued."""
    with time_machine.travel(timezone.now() + timedelta(days=days)):
        token = issue_link(world.request, by=None)
    assert opened(token).status_code == 404


@pytest.mark.parametrize(("minutes", "opens"), [(4, True), (6, False)])
def test_a_clock_may_differ_by_five_minutes(world: World, minutes: int, opens: bool) -> None:
    """T11: two servers never agree to the second."""
    with time_machine.travel(timezone.now() + timedelta(minutes=minutes), tick=False):
        token = issue_link(world.request, by=None)
    assert (opened(token).status_code == 302) is opens


def test_a_link_lives_as_long_as_it_says_and_not_a_second_longer(world: World) -> None:
    """T11: the end is in the row."""
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        token = issue_link(world.request, by=None)
        clock.move_to(start + timedelta(days=settings.STATUS_LINK_DAYS) - timedelta(seconds=1))
        assert opened(token).status_code == 302
        clock.shift(timedelta(seconds=1))
        assert opened(token).status_code == 404


def refused_tokens(world: World) -> dict[str, str]:
    """A token of each kind that opens nothing."""
    revoked = issue_link(world.request, by=None)
    expired = issue_link(world.request, by=None)
    with time_machine.travel(timezone.now() + timedelta(days=800)):
        ahead = issue_link(world.request, by=None)
    StatusLink.objects.filter(token_hash=links.token_hash(revoked)).update(revoked_at=timezone.now())
    StatusLink.objects.filter(token_hash=links.token_hash(expired)).update(
        issued_at=timezone.now() - timedelta(days=9), expires_at=timezone.now() - timedelta(days=1), revoked_at=None
    )
    StatusLink.objects.filter(token_hash=links.token_hash(ahead)).update(revoked_at=None)
    tampered = ahead[:-1] + ("A" if ahead[-1] != "A" else "B")
    return {"unknown": links.new_token(), "revoked": revoked, "expired": expired, "ahead": ahead, "tampered": tampered}


def test_every_refusal_is_one_same_answer(world: World) -> None:
    """T10: status, page and headers; only what was typed and what is new each time differ."""
    told = set()
    for token in refused_tokens(world).values():
        answer = opened(token)
        page = re.sub(r'"[A-Za-z0-9]{64}"', "", answer.content.decode()).replace(token, "TOKEN")
        kept = tuple(sorted((name, value) for name, value in answer.headers.items() if name != "Content-Length"))
        told.add((answer.status_code, page, kept, tuple(sorted(answer.cookies))))
    assert len(told) == 1


def test_the_whole_answer_takes_the_same_time_whatever_the_reason(world: World) -> None:
    """T10: as somebody outside would measure it: the quickest of twenty-five in turn within 10 ms, as others work here too."""
    tokens = refused_tokens(world)
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


def test_a_key_that_is_rotated_keeps_people_signed_in_while_it_is_a_fallback_and_not_longer(
    world: World, person: Callable[..., Any], settings: Any
) -> None:
    """T10: `SECRET_KEY_FALLBACKS`: sessions, and what was sealed into a form before, count until the old key goes."""
    first = settings.SECRET_KEY
    officer = person("officer", name="of-the-old-key")
    here, away = Client(), Client()
    for client in (here, away):
        client.post(reverse("sign_in"), {"username": officer.username, "password": "correct horse battery"})
    sealed = signing.dumps({"1": 1}, salt=SALT)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "the-new-key-" + "n" * 60, [first]
    assert signing.loads(sealed, salt=SALT) == {"1": 1} and opened(world.token).status_code == 302
    assert here.get(reverse("account")).status_code == 200
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(signing.BadSignature):
        signing.loads(sealed, salt=SALT)
    assert opened(world.token).status_code == 302
    assert here.get(reverse("account")).status_code == 200, "it came by meanwhile, and goes on under the new key"
    assert away.get(reverse("account")).status_code == 302, "it did not"


def test_refusals_take_the_same_time_whatever_the_reason(world: World) -> None:
    """T10: an unknown, a revoked and an expired token are refused within 10 ms of each other (medians of 25)."""
    revoked = issue_link(world.request, by=None)
    expired = issue_link(world.request, by=None)
    StatusLink.objects.filter(token_hash=links.token_hash(expired)).update(
        issued_at=timezone.now() - timedelta(days=9), expires_at=timezone.now() - timedelta(days=1)
    )
    took: dict[str, list[float]] = {"unknown": [], "revoked": [], "expired": []}
    for _ in range(25):
        for name, token in (("unknown", links.new_token()), ("revoked", revoked), ("expired", expired)):
            start = time.perf_counter()
            assert links.link_of(token, now=timezone.now()) is None
            took[name].append(time.perf_counter() - start)
    medians = [statistics.median(times) for times in took.values()]
    assert max(medians) - min(medians) < 0.010
