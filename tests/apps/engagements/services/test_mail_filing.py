"""A letter becomes a request, a word in a request's file or a contact, once, with its attachments, and whose file it is learns of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from tests.formats.letters import letter

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import IncomingMail, IncomingState, Notice
from seoulution.apps.correspondence.services.intake import AlreadyDecided, take_in
from seoulution.apps.demand.models import Channel, SharingRequest
from seoulution.apps.demand.services import Incoming, receive
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services import mail_filing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))
    return tmp_path / "attachments"


@pytest.fixture
def mail() -> IncomingMail:
    return take_in(letter(text="Half of our water leaks from old pipes.", files={"plan.txt": b"1.2 m"}), how="file")[0]


def _request() -> SharingRequest:
    return receive(Incoming("Water leaks", "Quito"), channel=Channel.FORM, by=None)[0]


def test_a_letter_becomes_a_request_with_its_writer_needs_and_attachments(
    mail: IncomingMail, person: Callable[..., User]
) -> None:
    request, token = mail_filing.file_as_request(mail, city="Metro Manila", by=person("officer"))
    mail.refresh_from_db()
    assert (request.channel, request.requester_name, request.requester_email) == ("mail", "Ana Reyes", "ana@manila.example")
    assert request.text.startswith("Pipes\n\nHalf of our water")
    assert request.needs.exists() and token
    assert [row.original_name for row in request.attachments.all()] == ["plan.txt"]
    assert (mail.state, mail.filed_as, mail.filed_code) == (IncomingState.FILED, "request", request.code)


def test_a_letter_joins_the_file_of_its_request_and_who_works_on_it_is_told(
    mail: IncomingMail, person: Callable[..., User]
) -> None:
    request, colleague = _request(), person("officer", name="colleague")
    SharingRequest.objects.filter(pk=request.pk).update(assigned_to=colleague)
    request.refresh_from_db()
    mail_filing.file_to_request(mail, request, by=person("manager"))
    said = request.messages.get()
    assert said.from_city and "old pipes" in said.text
    assert request.attachments.get().original_name == "plan.txt"
    assert Notice.objects.get(user=colleague).kind == "city-wrote"


def test_a_letter_is_a_contact_of_an_engagement_on_the_day_it_was_written(
    mail: IncomingMail, person: Callable[..., User]
) -> None:
    engagement = Engagement.objects.filter(withdrawn_on=None, ending="")[0]
    contact = mail_filing.file_to_engagement(mail, engagement, by=person("officer"))
    assert (contact.kind, contact.mail, contact.title) == ("letter", mail, "Pipes")
    assert contact.starts_at == mail.sent_at
    assert contact.people.get().name == "Ana Reyes"


def test_a_letter_is_filed_once(mail: IncomingMail, person: Callable[..., User]) -> None:
    officer = person("officer")
    mail_filing.file_to_request(mail, _request(), by=officer)
    with pytest.raises(AlreadyDecided):
        mail_filing.file_as_request(mail, city="Quito", by=officer)
    with pytest.raises(AlreadyDecided):
        mail_filing.file_to_engagement(mail, Engagement.objects.filter(withdrawn_on=None)[0], by=officer)


def test_what_fails_keeps_neither_rows_nor_files(
    mail: IncomingMail, person: Callable[..., User], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(home.iterdir())
    request = _request()

    def failing(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(mail_filing, "settle", failing)
    with pytest.raises(RuntimeError):
        mail_filing.file_to_request(mail, request, by=person("officer"))
    assert not request.messages.exists() and not request.attachments.exists()
    assert set(home.iterdir()) == before


@pytest.mark.parametrize("role", ["auditor", "analyst", "owner", "partner"])
def test_who_may_not_work_requests_files_none(mail: IncomingMail, person: Callable[..., User], role: str) -> None:
    by = person(role)
    with pytest.raises(PermissionDenied):
        mail_filing.file_as_request(mail, city="Quito", by=by)
    with pytest.raises(PermissionDenied):
        mail_filing.file_to_request(mail, _request(), by=by)
    with pytest.raises(PermissionDenied):
        mail_filing.file_to_engagement(mail, Engagement.objects.filter(withdrawn_on=None)[0], by=by)


def test_a_request_needs_to_say_which_city_asks(mail: IncomingMail, person: Callable[..., User]) -> None:
    with pytest.raises(ValueError, match="city"):
        mail_filing.file_as_request(mail, city=" ", by=person("officer"))
