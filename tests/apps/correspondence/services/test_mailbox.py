"""A mailbox is read over real IMAP: new letters once, the large by their head, and nothing is marked before it is kept."""

import imaplib
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.formats.letters import letter
from tests.trust.served import free_port

from seoulution.apps.correspondence.models import IncomingMail
from seoulution.apps.correspondence.services import intake, mailbox
from seoulution.config.mail import MailboxSettings, Tls

pytestmark = pytest.mark.django_db

_PYMAP = "from pymap.main import main; main()"


@pytest.fixture(scope="module")
def server() -> Iterator[MailboxSettings]:
    """pymap with its mailboxes in memory, as a process of its own."""
    port = free_port()
    services = ["--no-service", "admin", "--no-service", "managesieve"]
    command = [sys.executable, "-c", _PYMAP, "--host", "127.0.0.1", "--port", str(port), "--no-tls", *services]
    process = subprocess.Popen([*command, "dict", "--demo-data"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 30
        while time.monotonic() < until and process.poll() is None:
            with suppress(OSError, imaplib.IMAP4.error):
                imaplib.IMAP4("127.0.0.1", port, timeout=2).shutdown()
                break
            time.sleep(0.05)
        yield MailboxSettings("127.0.0.1", port, Tls.NONE, "demouser", "demopass", timeout=5)
    finally:
        process.kill()
        process.wait()


@contextmanager
def _client(server: MailboxSettings) -> Iterator[imaplib.IMAP4]:
    client = imaplib.IMAP4(server.host, server.port, timeout=5)
    client.login(server.user, server.password)
    yield client
    client.logout()


@pytest.fixture
def box(
    server: MailboxSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> MailboxSettings:
    """A folder of its own, and a home of its own."""
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))
    with _client(server) as client:
        client.create(request.node.name)
    return replace(server, folder=request.node.name)


def _delivered(box: MailboxSettings, *letters: bytes) -> None:
    with _client(box) as client:
        for each in letters:
            client.append(box.folder, "", imaplib.Time2Internaldate(time.time()), each.replace(b"\n", b"\r\n"))


def _unseen(box: MailboxSettings) -> int:
    with _client(box) as client:
        client.select(box.folder, readonly=True)
        return len(client.search(None, "UNSEEN")[1][0].split())


def test_new_letters_are_taken_in_once_and_marked(box: MailboxSettings) -> None:
    _delivered(box, letter(text="첫째"), letter(text="둘째", message_id="<two@manila.example>"))
    assert mailbox.fetch(box) == 2
    assert mailbox.fetch(box) == 0
    assert set(IncomingMail.objects.values_list("text", "how")) == {("첫째", "mailbox"), ("둘째", "mailbox")}
    assert _unseen(box) == 0


def test_a_kill_between_keeping_and_marking_takes_in_none_twice(box: MailboxSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    _delivered(box, letter())

    class Killed(BaseException):
        pass

    real = intake.take_in

    def dying(*args: Any, **kwargs: Any) -> Any:
        real(*args, **kwargs)
        raise Killed

    monkeypatch.setattr(mailbox, "take_in", dying)
    with pytest.raises(Killed):
        mailbox.fetch(box)
    assert _unseen(box) == 1
    monkeypatch.setattr(mailbox, "take_in", real)
    assert mailbox.fetch(box) == 0
    assert IncomingMail.objects.count() == 1
    assert _unseen(box) == 0


def test_a_letter_too_large_comes_with_its_head_and_says_what_is_missing(box: MailboxSettings, settings: Any) -> None:
    settings.ATTACHMENT_LIMIT_BYTES = 2_000
    _delivered(box, letter(text="word " * 2_000))
    assert mailbox.fetch(box) == 1
    mail = IncomingMail.objects.get()
    assert (mail.subject, mail.text) == ("Pipes", "")
    assert [one["finding"] for one in mail.attachments] == ["upload.too-large"]


def test_what_is_no_letter_stays_in_the_mailbox_and_stops_nothing(box: MailboxSettings) -> None:
    _delivered(box, b"Subject: nobody\n\nx", letter())
    assert mailbox.fetch(box) == 1


def test_a_folder_that_is_not_there_is_an_error_and_not_an_empty_mailbox(box: MailboxSettings) -> None:
    with pytest.raises(imaplib.IMAP4.error):
        mailbox.fetch(replace(box, folder="nowhere"))
