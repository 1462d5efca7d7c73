"""T34: the connection drops after the server committed and before the answer. The form is sent again; nothing happens twice or is lost.

Real server, real sockets, a database of its own.
"""

import http.client
import random
import re
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from typing import Any, Final

import psycopg
import pytest
from tests.trust.dropping import Dropper, dropping
from tests.trust.reckoning import reckon
from tests.trust.served import Answer, Browser, Site, served
from tests.trust.writing import Person, Written, signed_in

pytestmark = pytest.mark.trust
ROUNDS: Final = 5
PASSWORD: Final = "drei gelbe fische schwimmen"


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with django_db_blocker.unblock(), served(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture
def dropper(site: Site) -> Iterator[Dropper]:
    with dropping(site.port) as running:
        yield running


@pytest.fixture(scope="module")
def officer(site: Site) -> dict[str, str]:
    """The cookies of an officer who chose an own password."""
    said = subprocess.run(
        [sys.executable, "-m", "seoulution.cli", "person", "trusted", "--role", "officer"],
        env=dict(site.environment), capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    one_time = said.stdout.strip().rsplit(" ", 1)[1]
    browser = Browser(site.port)
    page = browser.get("/sign-in/").text
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    signed = browser.post("/sign-in/", {"csrfmiddlewaretoken": token[1], "username": "trusted", "password": one_time})
    assert signed.status == 302, signed.text[:500]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', browser.get("/choose-password/").text)
    assert token
    chosen = browser.post(
        "/choose-password/", {"csrfmiddlewaretoken": token[1], "new_password1": PASSWORD, "new_password2": PASSWORD}
    )
    assert chosen.status == 302, chosen.text[:500]
    return browser.cookies


def persistently(browser: Browser, path: str, fields: dict[str, str]) -> Answer:
    """Sends the same form until an answer comes, as a person presses the button again."""
    for _ in range(10):
        try:
            return browser.post(path, fields)
        except (ConnectionError, http.client.HTTPException):
            continue
    raise AssertionError("no answer in ten tries")


def requests_with(site: Site, mark: str) -> list[str]:
    return [code for (code,) in site.rows("SELECT code FROM demand_sharingrequest WHERE text LIKE %s ORDER BY id", f"%{mark}%")]


@pytest.mark.parametrize("drops", [1, 3])
def test_the_ask_form_makes_one_request_however_often_its_answer_is_lost(site: Site, dropper: Dropper, drops: int) -> None:
    """Each request is there once, and its sender is led to it and can open it."""
    for number in range(ROUNDS):
        browser, mark = Browser(dropper.port), f"mark-ask-{drops}-{number}"
        fields = browser.hidden("/ask/?lang=en") | {
            "city": "Hanoi",
            "text": f"Our pipes leak, {mark}.",
            "language": "en",
            "lang": "en",
        }
        dropper.after = drops
        answer = persistently(browser, "/ask/", fields)
        (code,) = requests_with(site, mark)
        assert answer.status == 302 and answer.location == f"/c/?sent={code}", answer
        assert mark in browser.get(answer.location).text
    assert dropper.lost == ROUNDS * drops


def test_a_form_that_never_reached_the_server_is_not_lost_either(site: Site, dropper: Dropper) -> None:
    """The connection drops on the way in."""
    browser = Browser(dropper.port)
    fields = browser.hidden("/ask/?lang=en") | {
        "city": "Hanoi",
        "text": "Our pipes leak, mark-before.",
        "language": "en",
        "lang": "en",
    }
    dropper.before, dropper.after = 2, 1
    persistently(browser, "/ask/", fields)
    assert len(requests_with(site, "mark-before")) == 1


def test_an_impatient_second_press_waits_for_the_first(site: Site) -> None:
    """The same form four times at once: one request, and all are led to it."""
    first = Browser(site.port)
    fields = first.hidden("/ask/?lang=en") | {
        "city": "Hanoi",
        "text": "Our pipes leak, mark-twice.",
        "language": "en",
        "lang": "en",
    }
    answers: list[Answer] = []
    presses = [
        threading.Thread(target=lambda: answers.append(Browser(site.port, dict(first.cookies)).post("/ask/", fields)))
        for _ in range(4)
    ]
    for press in presses:
        press.start()
    for press in presses:
        press.join()
    (code,) = requests_with(site, "mark-twice")
    assert [answer.status for answer in answers] == [302] * 4
    assert {answer.location for answer in answers} == {f"/c/?sent={code}"}


def test_a_request_taken_in_at_the_office_is_kept_once(site: Site, dropper: Dropper, officer: dict[str, str]) -> None:
    """The office's own form, with a dropped answer each time."""
    for number in range(ROUNDS):
        browser, mark = Browser(dropper.port, dict(officer)), f"mark-office-{number}"
        fields = browser.hidden("/office/requests/new/") | {
            "city": "Hanoi",
            "text": f"Buses are late, {mark}.",
            "language": "en",
        }
        dropper.after = 1
        answer = persistently(browser, "/office/requests/new/", fields)
        (code,) = requests_with(site, mark)
        assert answer.status == 302 and answer.location == f"/office/requests/{code}/", answer


def test_a_need_and_a_message_are_added_once(site: Site, dropper: Dropper, officer: dict[str, str]) -> None:
    """Two more forms of the workspace, each on the same request."""
    code = "metro-manila-2013"
    browser = Browser(dropper.port, dict(officer))
    need = browser.hidden(f"/office/requests/{code}/needs/add/") | {
        "text": "mark-need: meters for every house",
        "sector": "water",
    }
    dropper.after = 2
    assert persistently(browser, f"/office/requests/{code}/needs/add/", need).status == 302
    assert site.rows("SELECT count(*) FROM demand_need WHERE text LIKE %s", "mark-need%") == [(1,)]
    action = f"/office/requests/{code}/message/"
    word = browser.hidden(f"/office/requests/{code}/", action=action) | {"text": "mark-word: which district?"}
    dropper.after = 2
    assert persistently(browser, action, word).status == 302
    assert site.rows("SELECT count(*) FROM demand_message WHERE text LIKE %s", "mark-word%") == [(1,)]


def test_every_kind_of_daily_work_is_written_once(site: Site, dropper: Dropper) -> None:
    """Opening, contact, promise, task, stage and a change of several: two answers lost each time, and each part counted."""
    said = subprocess.run(
        [sys.executable, "-m", "seoulution.cli", "person", "drop-manager", "--role", "manager"],
        env=dict(site.environment), capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    cookies = signed_in(site.port, "drop-manager", said.stdout.strip().rsplit(" ", 1)[1]).cookies
    for name in ("drop-first", "drop-second"):
        subprocess.run(
            [sys.executable, "-m", "seoulution.cli", "person", name, "--role", "officer"],
            env=dict(site.environment), capture_output=True, check=True, timeout=120,
        )  # fmt: skip
    person = Person(
        0, Browser(dropper.port, cookies), ("drop-first", "drop-second"), random.Random(1), threading.Event(), gives_up=0.0
    )
    person.prepare()
    written = []
    for act in (person.open, person.contact, person.promise, person.task, person.move, person.move, person.change_several):
        mark = f"mark-{uuid.uuid4().hex}"
        dropper.after = 2
        act(mark)
        assert dropper.after == 0
        written.append(Written(act.__name__, mark, sure=True))
    with psycopg.connect(site.database) as connection:
        found = reckon(connection, written)
    assert (found.lost, found.doubled, found.half) == ([], [], [])
    assert found.sure.total() == 7


def test_without_its_key_the_same_form_would_count_twice(site: Site, dropper: Dropper) -> None:
    """Canary: the same losses on a form whose key was taken away do make duplicates, so the losses are real."""
    browser = Browser(dropper.port)
    fields = browser.hidden("/ask/?lang=en") | {
        "city": "Hanoi",
        "text": "Our pipes leak, mark-canary.",
        "language": "en",
        "lang": "en",
    }
    del fields["submission"]
    dropper.after = 2
    persistently(browser, "/ask/", fields)
    assert len(requests_with(site, "mark-canary")) == 3


def test_the_log_of_all_this_carries_no_private_link(site: Site) -> None:
    """T9: links were issued, opened and repeated above; an unknown one and a broken page are added here."""
    browser = Browser(site.port)
    fields = browser.hidden("/ask/?lang=en") | {
        "city": "Hanoi",
        "text": "Our pipes leak, mark-log.",
        "language": "en",
        "lang": "en",
    }
    assert browser.post("/ask/", fields).status == 302
    token = browser.cookies["city"]
    assert browser.get(f"/c/{token}/").status == 302
    assert browser.get(f"/c/{token}x/").status == 404 and browser.get(f"/c/{token}/no/such/page/").status == 404
    assert browser.post(f"/c/{token}/", {}).status == 403
    log = site.log.read_text()
    assert "/c/…" in log, "the server logged the refusals above, with the secret taken out"
    assert token not in log
