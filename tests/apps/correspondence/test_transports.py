"""Either way of leaving says clearly what became of the mail; a broken header never leaves."""

import socket
import threading
from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.utils import timezone

from seoulution.apps.correspondence.models import OutgoingMail
from seoulution.apps.correspondence.transports import FolderTransport, NobodyKnows, NotTaken, SmtpTransport, written
from seoulution.config.mail import SmtpSettings, Tls


def _mail(**fields: str) -> OutgoingMail:
    given = {
        "to": "kim@seoul.example",
        "subject": "알림",
        "body": "말",
        "why": "계정",
        "language": "ko",
        "message_id": "<a1@here>",
    }
    return OutgoingMail(**(given | fields), queued_at=timezone.now())


def test_the_same_row_is_always_the_same_mail() -> None:
    mail = _mail()
    assert bytes(written(mail)) == bytes(written(mail))
    assert bytes(written(mail)).isascii()


@pytest.mark.parametrize("field", ["subject", "to", "message_id", "language"])
def test_a_line_end_in_a_header_is_refused_for_good(field: str, tmp_path: Path) -> None:
    with pytest.raises(NotTaken) as refused:
        FolderTransport(tmp_path).send(_mail(**{field: "a@b.example\nBcc: c@d.example"}))
    assert refused.value.for_good
    assert list(tmp_path.iterdir()) == []


def test_the_folder_keeps_one_whole_file_however_often_it_is_written(tmp_path: Path) -> None:
    way = FolderTransport(tmp_path / "mail")
    way.send(_mail())
    way.send(_mail())
    (file,) = (tmp_path / "mail").iterdir()
    kept = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (file.name, kept["Subject"], kept["Auto-Submitted"]) == ("a1@here.eml", "알림", "auto-generated")


def test_a_folder_that_refuses_is_tried_again_later(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file where the folder should be")
    with pytest.raises(NotTaken) as refused:
        FolderTransport(tmp_path / "mail").send(_mail())
    assert not refused.value.for_good


def _server(conversation: Callable[[socket.socket], None]) -> SmtpSettings:
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with listening, listening.accept()[0] as client:
            conversation(client)

    threading.Thread(target=serve, daemon=True).start()
    return SmtpSettings("127.0.0.1", listening.getsockname()[1], Tls.NONE, timeout=2)


def _until_data(client: socket.socket) -> None:
    client.sendall(b"220 here\r\n")
    for answer in (b"250 here\r\n", b"250 sender\r\n", b"250 recipient\r\n", b"354 go on\r\n"):
        client.recv(4096)
        client.sendall(answer)


def test_a_connection_that_ends_before_the_words_is_a_clear_no() -> None:
    def ends_early(client: socket.socket) -> None:
        client.sendall(b"220 here\r\n")
        client.recv(4096)

    with pytest.raises(NotTaken) as refused:
        SmtpTransport(_server(ends_early)).send(_mail())
    assert not refused.value.for_good


def test_a_connection_that_ends_while_the_words_are_taken_leaves_it_open() -> None:
    def ends_late(client: socket.socket) -> None:
        _until_data(client)
        client.recv(65536)

    with pytest.raises(NobodyKnows):
        SmtpTransport(_server(ends_late)).send(_mail())


def test_an_answer_that_takes_too_long_leaves_it_open() -> None:
    done = threading.Event()

    def silent(client: socket.socket) -> None:
        _until_data(client)
        done.wait(10)

    server = _server(silent)
    with pytest.raises(NobodyKnows):
        SmtpTransport(SmtpSettings(server.host, server.port, Tls.NONE, timeout=0.3)).send(_mail())
    done.set()
