"""What a city sees in its file, in its own language, and what it never sees."""

import pytest
from django.test import Client
from tests.web.city_portal.holding import asked, holder

from seoulution.apps.accounts.models import User
from seoulution.apps.demand import attachments
from seoulution.apps.demand.models import Message, RequestState, SharingRequest
from seoulution.apps.demand.services import IncomingFile, say
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(person) -> User:
    return person("officer")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "Dónde|Situación"), ("ar", "أين وصل الطلب"), ("th", "สถานะ"), ("vi", "Tình trạng hiện nay"), ("mn", "Одоогийн байдал"),
        ("ru", "Как обстоит дело"), ("fr", "Où en est la demande"), ("pt", "Em que ponto está"), ("id", "Keadaan saat ini"),
        ("en", "Where it stands"),
    ],
)  # fmt: skip
def test_the_file_speaks_the_language_the_city_asked_in(language: str, words: str):
    _row, token = asked(answer_language=language)
    page = holder(token).get("/c/").content.decode()
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in page
    assert any(word in page for word in words.split("|"))


def test_the_reader_may_choose_another_language():
    _row, token = asked(answer_language="es")
    assert '<html lang="ko"' in holder(token).get("/c/", {"lang": "ko"}).content.decode()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("state", list(RequestState))
def test_each_state_is_said_in_each_language(language: Language, state: RequestState):
    row, token = asked(answer_language=language.value)
    SharingRequest.objects.filter(pk=row.pk).update(state=state, state_reason="because")
    assert holder(token).get("/c/").status_code == 200


def test_the_link_is_shown_only_right_after_asking():
    row, token = asked()
    client = holder(token)
    assert token in client.get("/c/", {"sent": row.code}).content.decode()
    assert token not in client.get("/c/").content.decode()
    assert token not in client.get("/c/", {"sent": "another"}).content.decode()


def test_a_word_from_the_office_makes_it_the_citys_turn_and_reading_is_not_recorded(officer: User):
    row, token = asked()
    say(row, text="Which district is worst?", by=officer)
    page = holder(token).get("/c/").content.decode()
    assert "Which district is worst?" in page and "Your turn" in page
    assert Message.objects.get().read_at is None


def test_own_files_come_back_as_downloads_and_others_not_at_all(tmp_path, monkeypatch):
    monkeypatch.setattr(attachments, "folder", lambda: tmp_path)
    file = IncomingFile("누수 보고.txt", "text/plain", b"plain words")
    row, token = asked(files=(file,))
    other, _ = asked(city_as_written="Jakarta", files=(file,))
    client = holder(token)
    mine, theirs = row.attachments.get(), other.attachments.get()
    answer = client.get(f"/c/attachments/{mine.stored_name}/")
    assert answer.status_code == 200 and answer.content == b"plain words"
    assert answer["Content-Disposition"].startswith("attachment") and answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store" and "sandbox" in answer["Content-Security-Policy"]
    assert client.get(f"/c/attachments/{theirs.stored_name}/").status_code == 404
    assert Client().get(f"/c/attachments/{mine.stored_name}/").status_code == 404


def test_the_city_never_sees_what_the_office_thinks_aloud(officer: User):
    row, token = asked()
    row.needs.update(none_fits=True, none_fits_reason="Zyxwv: they cannot pay")
    SharingRequest.objects.filter(pk=row.pk).update(assigned_to=officer, state_reason="Zyxwv inner note", state="in_work")
    page = holder(token).get("/c/").content.decode()
    assert "Zyxwv" not in page and officer.username not in page


def test_a_declined_request_says_why():
    row, token = asked()
    SharingRequest.objects.filter(pk=row.pk).update(state="declined", state_reason="No solution of ours fits.")
    assert "No solution of ours fits." in holder(token).get("/c/").content.decode()
