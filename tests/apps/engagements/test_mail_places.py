"""Where a letter may belong is suggested by what it answers, who wrote it, and the city it names; never more than a person may see."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.formats.letters import letter

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import IncomingMail
from seoulution.apps.correspondence.services.intake import take_in
from seoulution.apps.correspondence.services.sending import queue_mail
from seoulution.apps.demand.models import Channel, SharingRequest
from seoulution.apps.demand.services import Incoming, receive
from seoulution.apps.engagements.mail_places import Reason, mails_for, named_city, places
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.mail_filing import file_to_engagement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))


def _mail(**parts: str) -> IncomingMail:
    return take_in(letter(**({"subject": "Hello", "text": "We thank you."} | parts)), how="file")[0]


def _request(email: str = "") -> SharingRequest:
    return receive(Incoming("Water leaks", "Quito", requester_email=email), channel=Channel.FORM, by=None)[0]


def test_an_answer_to_a_mail_of_ours_belongs_where_that_mail_did(person: Callable[..., User]) -> None:
    request = _request()
    mail = {"key": "a", "to": "ana@manila.example", "subject": "s", "body": "b", "why": "w", "language": "en"}
    ours = queue_mail(**mail, about="request", about_code=request.code)
    found = places(_mail(in_reply_to=ours.message_id), person("officer"))
    assert (found[0].kind, found[0].code, found[0].reason) == ("request", request.code, Reason.ANSWERS)


def test_who_wrote_a_request_is_known_by_the_address(person: Callable[..., User]) -> None:
    request = _request("ANA@manila.example")
    assert [(one.code, one.reason) for one in places(_mail(), person("officer"))] == [(request.code, Reason.SENDER)]


def test_a_city_is_found_by_its_name_as_a_word(person: Callable[..., User]) -> None:
    mail = _mail(text="We write from Metro Manila: how did Seoul find its leaks?")
    assert named_city(mail) == "Metro Manila"
    assert {one.reason for one in places(mail, person("officer"))} == {Reason.CITY}
    assert named_city(_mail(text="Nothing of a place.", message_id="<b@x>")) == ""


def test_a_letter_in_a_file_that_is_closed_to_a_person_does_not_exist_for_them(person: Callable[..., User]) -> None:
    manager, officer = person("manager"), person("officer")
    engagement = Engagement.objects.filter(withdrawn_on=None, ending="")[0]
    mail = _mail()
    file_to_engagement(mail, engagement, by=manager)
    Engagement.objects.filter(pk=engagement.pk).update(is_sensitive=True, owner=manager)
    assert mail not in mails_for(officer)
    assert mail in mails_for(manager)
    assert not mails_for(person("analyst")).exists()
    assert engagement.code not in [one.code for one in places(_mail(message_id="<c@x>"), officer)]
