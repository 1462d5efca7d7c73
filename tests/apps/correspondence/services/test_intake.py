"""A letter is kept once, as it came; what may not be kept of it is named and never given out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from tests.formats.letters import letter

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence import originals
from seoulution.apps.correspondence.models import IncomingMail, IncomingState
from seoulution.apps.correspondence.services import intake
from seoulution.engine.findings import Finding
from seoulution.formats.uploads import EICAR

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))
    return tmp_path / "attachments"


def test_a_letter_is_kept_with_its_words_and_its_original(home: Path) -> None:
    data = letter(text="물이 샙니다.", files={"plan.txt": b"1.2 m"})
    mail, is_new = intake.take_in(data, how="file")
    assert is_new
    assert (mail.from_address, mail.subject, mail.text) == ("ana@manila.example", "Pipes", "물이 샙니다.")
    assert (home / mail.stored_name.hex).read_bytes() == data
    (enclosed,) = originals.enclosed(mail)
    assert (enclosed.name, enclosed.data) == ("plan.txt", b"1.2 m")


def test_the_same_letter_is_taken_in_once(home: Path) -> None:
    first, _ = intake.take_in(letter(), how="file")
    again, is_new = intake.take_in(b"Received: by another way\n" + letter(), how="mailbox")
    assert (again, is_new) == (first, False)
    assert len(list(home.iterdir())) == 1


def test_another_letter_under_a_borrowed_number_is_kept_as_its_own() -> None:
    first, _ = intake.take_in(letter(), how="file")
    forged, is_new = intake.take_in(letter(text="Send the money elsewhere."), how="file")
    assert is_new and forged != first
    assert intake.take_in(letter(text="Send the money elsewhere."), how="file") == (forged, False)


def test_a_dangerous_attachment_is_named_and_never_given_out() -> None:
    mail, _ = intake.take_in(letter(files={"virus.txt": EICAR, "plan.txt": b"1.2 m"}), how="file")
    assert [(one["name"], one["finding"]) for one in mail.attachments] == [("virus.txt", "upload.malware"), ("plan.txt", "")]
    assert [one.name for one in originals.enclosed(mail)] == ["plan.txt"]


def test_a_letter_too_large_for_a_mailbox_is_known_by_its_head() -> None:
    mail, _ = intake.take_in(letter(text=""), how="mailbox", left_behind=Finding("upload.too-large"))
    assert mail.attachments[-1]["finding"] == "upload.too-large"


@pytest.mark.parametrize("data", [b"", b"hello", b"\x00" * 200, b"Subject: no sender\n\nhello"])
def test_what_is_no_letter_keeps_nothing(data: bytes, home: Path) -> None:
    with pytest.raises(intake.NoLetter):
        intake.take_in(data, how="file")
    assert not IncomingMail.objects.exists()
    assert not home.exists() or not list(home.iterdir())


def test_a_letter_is_set_aside_with_a_reason_and_taken_up_again(person: Callable[..., User]) -> None:
    officer = person("officer")
    mail, _ = intake.take_in(letter(), how="file")
    with pytest.raises(ValueError, match="reason"):
        intake.set_aside(mail, reason="  ", by=officer)
    assert intake.set_aside(mail, reason="advertising", by=officer).state == IncomingState.SET_ASIDE
    with pytest.raises(intake.AlreadyDecided):
        intake.set_aside(mail, reason="again", by=officer)
    assert intake.take_up_again(mail, by=officer).state == IncomingState.NEW


def test_who_only_reads_decides_nothing(person: Callable[..., User]) -> None:
    mail, _ = intake.take_in(letter(), how="file")
    with pytest.raises(PermissionDenied):
        intake.set_aside(mail, reason="advertising", by=person("auditor"))
    with pytest.raises(PermissionDenied):
        intake.take_up_again(mail, by=person("analyst"))
