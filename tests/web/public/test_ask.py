"""A city asks: in any of eleven languages, without an account, and nothing it typed is ever lost."""

import io
import uuid
import zipfile

import pytest
from django.db import connection
from django.test import Client
from tests.web.public.asking import LEAKS, ask, file

from seoulution.apps.accounts.models import Submission
from seoulution.apps.demand import attachments
from seoulution.apps.demand.links import token_hash
from seoulution.apps.demand.models import SharingRequest, StatusLink
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Attachments of the test lie apart."""
    monkeypatch.setattr(attachments, "folder", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", list(Language))
def test_the_form_speaks_each_language_and_runs_in_its_direction(client: Client, language: Language):
    page = client.get("/ask/", {"lang": language.value})
    text = page.content.decode()
    assert page.status_code == 200
    assert f'<html lang="{language}" dir="{"rtl" if language is Language.AR else "ltr"}"' in text
    assert page["Content-Language"] == language
    if language not in (Language.EN, Language.KO):
        assert "What does your city need?" not in text and "Send to Seoul" not in text


def test_the_browsers_language_chooses_when_nobody_did(client: Client):
    page = client.get("/ask/", headers={"accept-language": "th-TH,th;q=0.9,en;q=0.5"})
    assert b'<html lang="th"' in page.content


@pytest.mark.parametrize("code", ["xx", "", "\x00", "../ar", "ar" * 500])
def test_an_unknown_language_is_no_error(client: Client, code: str):
    assert client.get("/ask/", {"lang": code}).status_code == 200


def test_a_request_is_kept_and_leads_to_the_citys_file(client: Client):
    answer = ask(client, lang="es", text="Nuestra ciudad pierde la mitad del agua por fugas.", requester_name="Ana")
    kept = SharingRequest.objects.get(text__startswith="Nuestra ciudad")
    assert answer.status_code == 302 and answer["Location"] == f"/c/?sent={kept.code}"
    assert (kept.city.code, kept.answer_language, kept.language, kept.channel) == ("metro-manila", "es", "es", "form")
    assert kept.needs.exists()
    token = client.cookies["city"].value
    assert StatusLink.objects.get(sharing_request=kept).token_hash == token_hash(token)
    page = client.get(answer["Location"])
    assert page.status_code == 200 and f"/c/{token}/" in page.content.decode() and b'data-draft-sent="ask"' in page.content


def test_the_links_secret_is_nowhere_in_the_database(client: Client):
    ask(client)
    token = client.cookies["city"].value
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM "{table}" AS row WHERE row::text LIKE %s', [f"%{token}%"])
            assert cursor.fetchone() == (0,), table


def test_the_cookie_is_bound_to_the_host_when_the_connection_is_safe(client: Client):
    from tests.web.public.asking import form_of

    client.post("/ask/", form_of(), secure=True)
    cookie = client.cookies["__Host-city"]
    assert (
        cookie["secure"]
        and cookie["httponly"]
        and cookie["samesite"] == "Lax"
        and cookie["path"] == "/"
        and not cookie["domain"]
    )


def test_the_same_form_sent_twice_makes_one_request(client: Client):
    key = str(uuid.uuid4())
    first = ask(client, submission=key)
    second = ask(client, submission=key)
    assert SharingRequest.objects.filter(text=LEAKS).count() == 1
    assert first["Location"] == second["Location"]
    assert client.get(second["Location"]).status_code == 200


def test_a_form_whose_answer_was_lost_still_leads_to_its_file(client: Client):
    key = str(uuid.uuid4())
    ask(client, submission=key)
    lost = client.cookies.pop("city").value
    again = ask(client, submission=key)
    assert SharingRequest.objects.filter(text=LEAKS).count() == 1
    assert client.get(again["Location"]).status_code == 200
    assert client.cookies["city"].value != lost
    assert StatusLink.objects.filter(revoked_at=None).count() == 1


def test_a_form_with_errors_may_be_sent_again_under_its_key(client: Client):
    key = str(uuid.uuid4())
    assert ask(client, submission=key, text="").status_code == 422
    assert not Submission.objects.filter(key=key).exists()
    assert ask(client, submission=key).status_code == 302


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text": ""}, "Please write what your city needs"),
        ({"text": " \n\t "}, "Please write what your city needs"),
        ({"text": "🎉🚰🎉"}, "There are no words in this text"),
        ({"city": ""}, "Please name the city or region"),
        ({"requester_email": "not an address"}, "valid email"),
        ({"language": "klingon"}, "klingon is not one of the available choices"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(client: Client, changes: dict[str, str], said: str):
    answer = ask(client, **{"requester_role": "Deputy mayor of water", **changes})
    page = answer.content.decode()
    assert answer.status_code == 422 and said in page and "Deputy mayor of water" in page
    assert SharingRequest.objects.filter(channel="form").count() == 0


def test_a_text_of_a_megabyte_is_answered_clearly_and_comes_back_whole(client: Client):
    text = "water " * 170_000 + "the last word"
    answer = ask(client, text=text)
    page = answer.content.decode()
    assert answer.status_code == 422 and "1,020,013 characters; at most 200,000" in page
    assert "the last word" in page


def test_two_hundred_thousand_characters_are_kept_whole(client: Client):
    text = ("물이 샌다. " * 30_000)[:199_990].strip()
    assert ask(client, text=text).status_code == 302
    assert SharingRequest.objects.get(channel="form").text == text


@pytest.mark.parametrize(
    "text", ["Leaks\x00 in \x0bpipes", "leaks \u202egnirts", "누수 " * 3, "누수가 심하다", "leak" + "\u0301" * 500]
)
def test_odd_characters_are_cleaned_and_the_request_is_kept(client: Client, text: str):
    assert ask(client, text=text).status_code == 302
    kept = SharingRequest.objects.get(channel="form").text
    assert "\x00" not in kept and "\x0b" not in kept and "\u202e" not in kept and kept


def test_a_text_in_several_languages_is_kept_as_it_is(client: Client):
    text = "우리 도시는 물이 샌다. Nos bus sont lents. النفايات في كل مكان."
    assert ask(client, text=text).status_code == 302
    assert SharingRequest.objects.get(channel="form").text == text


def test_a_city_that_is_not_on_record_is_taken_as_written(client: Client):
    asked = ask(client, city="Ouagadougou")
    assert asked.status_code == 302 or ask(client, city="Ouagadougou", city_choice="as-written").status_code == 302
    kept = SharingRequest.objects.get(channel="form")
    assert kept.city is None and kept.city_as_written == "Ouagadougou"


def test_a_near_miss_is_asked_about_once_and_either_answer_is_taken(client: Client):
    asked = ask(client, city="Metro Manilla")
    assert asked.status_code == 422 and b'value="metro-manila"' in asked.content and LEAKS.encode() in asked.content
    assert ask(client, city="Metro Manilla", city_choice="as-written").status_code == 302
    assert SharingRequest.objects.get(channel="form").city_as_written == "Metro Manilla"
    assert ask(client, city="Metro Manilla", city_choice="metro-manila").status_code == 302
    assert SharingRequest.objects.filter(channel="form", city__code="metro-manila").count() == 1


def test_a_near_miss_never_costs_the_files_that_were_sent(client: Client, folder):
    answer = ask(client, city="Metro Manilla", attachments=[file("note.txt", b"a plain note about leaks")])
    assert answer.status_code == 302
    assert SharingRequest.objects.get(channel="form").attachments.count() == 1


def test_files_are_kept_under_another_name(client: Client, folder):
    ask(client, attachments=[file("../../etc/note.txt", "누수 메모".encode()), file("second.txt", b"two")])
    rows = SharingRequest.objects.get(channel="form").attachments.all()
    assert [row.original_name for row in rows] == ["note.txt", "second.txt"]
    assert sorted(path.name for path in folder.iterdir()) == sorted(row.stored_name.hex for row in rows)


def _bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", b"\0" * 300_000_000)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "lang", "why"),
    [
        ("report.pdf", b"MZ\x90\x00" + b"\0" * 200, "en", "It holds a program"),
        ("report.pdf", b"MZ\x90\x00" + b"\0" * 200, "es", "Contiene un programa"),
        ("budget.xlsx", None, "en", "packed in a way that could harm"),
        ("page.pdf", b"<!doctype html><script>alert(1)</script>", "en", "active content"),
        ("empty.txt", b"", "en", "It is empty"),
        ("drawing.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "en", "active content"),
    ],
)
def test_a_refused_file_is_named_with_its_reason_and_the_text_stays(
    client: Client, folder, name: str, content: bytes | None, lang: str, why: str
):
    answer = ask(client, lang=lang, attachments=[file(name, _bomb() if content is None else content)])
    page = answer.content.decode()
    assert answer.status_code == 422 and name in page and why in page and LEAKS in page
    assert not list(folder.iterdir()) and SharingRequest.objects.filter(channel="form").count() == 0


def test_more_than_ten_files_are_refused_by_number(client: Client, folder):
    answer = ask(client, attachments=[file(f"{number}.txt", b"words") for number in range(11)])
    assert answer.status_code == 422 and b"11 files were chosen; at most 10" in answer.content


def test_a_disk_that_refuses_the_files_loses_no_word(client: Client, monkeypatch):
    def full(data: bytes):
        raise attachments.AttachmentNotKept("No space left on device")

    monkeypatch.setattr(attachments, "keep", full)
    answer = ask(client, attachments=[file("note.txt", b"words")])
    assert answer.status_code == 503 and LEAKS.encode() in answer.content
    assert SharingRequest.objects.filter(channel="form").count() == 0 and Submission.objects.count() == 0


def test_a_disk_that_fills_up_between_two_files_keeps_neither(client: Client, folder, monkeypatch):
    keep, calls = attachments.keep, []

    def second_fails(data: bytes):
        calls.append(data)
        if len(calls) > 1:
            raise attachments.AttachmentNotKept("No space left on device")
        return keep(data)

    monkeypatch.setattr(attachments, "keep", second_fails)
    answer = ask(client, attachments=[file("one.txt", b"words"), file("two.txt", b"words")])
    assert answer.status_code == 503 and not list(folder.iterdir())


def test_hostile_text_is_printed_not_run(client: Client):
    ask(client, city="<script>alert(1)</script>", text="<img src=x onerror=alert(1)> leaks of water", requester_name="<b>")
    page = client.get("/c/").content.decode()
    assert "<script>alert" not in page and "<img src=x" not in page


def test_words_of_a_search_and_a_city_are_handed_over(client: Client):
    page = client.get("/ask/", {"text": "slow buses", "city": "hanoi"}).content.decode()
    assert "slow buses" in page and 'value="hanoi"' in page


def test_a_form_without_its_token_is_refused():
    assert Client(enforce_csrf_checks=True).post("/ask/", {"city": "Hanoi", "text": "leaks"}).status_code == 403
