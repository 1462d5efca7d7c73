"""Filing from the page: each way leads to the record, once, and what can't be done says why and changes nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from tests.formats.letters import letter

from seoulution.apps.correspondence.models import IncomingMail
from seoulution.apps.correspondence.services.intake import take_in
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.models import Engagement

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))


@pytest.fixture
def mail() -> IncomingMail:
    return take_in(letter(text="We of Metro Manila lose water."), how="file")[0]


@pytest.fixture
def office(signed_in_as: SignIn) -> Client:
    return signed_in_as("officer")


def _file(client: Client, mail: IncomingMail, **fields: str) -> str:
    answer = client.post(reverse("office:inbox_file", args=[mail.pk]), fields, follow=True)
    mail.refresh_from_db()
    return answer.content.decode()


def test_a_letter_becomes_a_request_whose_private_link_is_shown_once(office: Client, mail: IncomingMail) -> None:
    assert 'value="Metro Manila"' in office.get(reverse("office:inbox_mail", args=[mail.pk])).content.decode()
    page = _file(office, mail, **{"as": "new", "city": "Metro Manila"})
    assert "/c/" in page
    assert SharingRequest.objects.get(code=mail.filed_code).channel == "mail"


def test_a_letter_is_filed_to_a_request_and_to_an_engagement(office: Client, mail: IncomingMail) -> None:
    request = SharingRequest.objects.all()[0]
    assert "in the file of the request" in _file(office, mail, **{"as": "request", "code": request.code})
    other, _ = take_in(letter(message_id="<other@x>"), how="file")
    engagement = Engagement.objects.filter(withdrawn_on=None, ending="")[0]
    _file(office, other, **{"as": "engagement", "code": engagement.code})
    assert engagement.contacts.get(mail=other).kind == "letter"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"as": "new", "city": " "}, "Which city writes?"),
        ({"as": "request", "code": "nowhere"}, "There is no such file"),
        ({"as": "engagement", "code": "nowhere"}, "There is no such file"),
        ({"as": "bin"}, "There is no such file"),
    ],
)
def test_what_names_no_place_changes_nothing(office: Client, mail: IncomingMail, fields: dict[str, str], words: str) -> None:
    assert words in _file(office, mail, **fields)
    assert mail.state == "new"


def test_a_letter_is_set_aside_with_a_reason_and_the_undo_takes_it_up_again(office: Client, mail: IncomingMail) -> None:
    aside = reverse("office:inbox_aside", args=[mail.pk])
    assert "set aside with a reason" in office.post(aside, {"reason": ""}, follow=True).content.decode()
    office.post(aside, {"reason": "advertising"})
    mail.refresh_from_db()
    assert (mail.state, mail.reason) == ("set_aside", "advertising")
    office.post(reverse("office:inbox_again", args=[mail.pk]))
    mail.refresh_from_db()
    assert mail.state == "new"


def test_what_was_filed_meanwhile_is_said(office: Client, mail: IncomingMail) -> None:
    request = SharingRequest.objects.all()[0]
    _file(office, mail, **{"as": "request", "code": request.code})
    assert "meanwhile" in _file(office, mail, **{"as": "request", "code": request.code})
    assert request.messages.count() == 1
