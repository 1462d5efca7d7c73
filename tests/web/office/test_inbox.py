"""Letters are taken in from a file, read as text, and their attachments leave as downloads that no browser runs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.formats.letters import letter

from seoulution.apps.accounts.models import AccessRecord
from seoulution.apps.correspondence.models import IncomingMail
from seoulution.apps.correspondence.services.intake import take_in
from seoulution.formats.uploads import EICAR

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))


def _sent(client: Client, data: bytes) -> object:
    return client.post(reverse("office:inbox"), {"letter": SimpleUploadedFile("a.eml", data, "message/rfc822")})


def test_a_letter_from_a_file_is_taken_in_once_and_opened(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    first, again = _sent(client, letter()), _sent(client, letter())
    mail = IncomingMail.objects.get()
    assert first["Location"] == again["Location"] == reverse("office:inbox_mail", args=[mail.pk])  # type: ignore[index]
    assert "Pipes" in client.get(reverse("office:inbox")).content.decode()


def test_what_is_no_letter_is_refused_in_words(signed_in_as: SignIn) -> None:
    answer = signed_in_as("officer").post(reverse("office:inbox"), {"letter": SimpleUploadedFile("a.eml", b"hello")})
    assert answer.status_code == 422 and "It is no letter" in answer.content.decode()


def test_an_auditor_reads_and_takes_none_in(signed_in_as: SignIn) -> None:
    client = signed_in_as("auditor")
    assert _sent(client, letter()).status_code == 422  # type: ignore[attr-defined]
    assert not IncomingMail.objects.exists()


def test_a_letter_is_shown_as_text_that_nothing_runs(signed_in_as: SignIn) -> None:
    mail, _ = take_in(
        letter(text="", html="<p>Hello<img src=x onerror=alert(1)><script>alert(2)</script> &lt;b&gt;</p>"), how="file"
    )
    page = signed_in_as("officer").get(reverse("office:inbox_mail", args=[mail.pk])).content.decode()
    assert "onerror" not in page and "alert(2)" not in page and "Hello &lt;b&gt;" in page


def test_attachments_are_downloads_and_a_refused_one_does_not_exist(signed_in_as: SignIn) -> None:
    mail, _ = take_in(letter(files={"plan.txt": b"1.2 m", "virus.txt": EICAR}), how="file")
    client = signed_in_as("officer")
    given = client.get(reverse("office:inbox_attachment", args=[mail.pk, 1]))
    assert (given.content, given["Cache-Control"]) == (b"1.2 m", "no-store")
    assert given["Content-Disposition"].startswith("attachment") and "sandbox" in given["Content-Security-Policy"]
    assert client.get(reverse("office:inbox_attachment", args=[mail.pk, 2])).status_code == 404
    assert "virus.txt" in client.get(reverse("office:inbox_mail", args=[mail.pk])).content.decode()
    read = (
        AccessRecord.objects.filter(about="mail", whose=f"sender of mail {mail.pk}")
        .order_by("id")
        .values_list("about_code", "action")
    )
    assert list(read) == [(f"{mail.pk}/1", "download"), (str(mail.pk), "view")]
