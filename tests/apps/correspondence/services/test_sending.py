"""A mail leaves once: clear refusals wait or fail, silence is held for a person, and nothing breaks out of a header."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.apps.correspondence.smtp import Taken, smtp_server

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import MailState, Notice, OutgoingMail
from seoulution.apps.correspondence.services import sending
from seoulution.apps.correspondence.transports import FolderTransport, NobodyKnows, SmtpTransport

pytestmark = pytest.mark.django_db

Person = Callable[..., User]


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[Taken, SmtpTransport]]:
    with smtp_server() as (taken, settings):
        yield taken, SmtpTransport(settings)


def _mail(key: str = "one", **fields: str) -> OutgoingMail:
    given = {
        "to": "kim@seoul.example",
        "subject": "읽지 않은 알림 2건",
        "body": "첫째\n둘째",
        "why": "계정이 있어서",
        "language": "ko",
    }
    return sending.queue_mail(key=key, **(given | fields))


def test_a_mail_is_queued_once_for_its_key_with_a_job_for_it() -> None:
    assert _mail() == _mail()
    assert ProcrastinateJob.objects.filter(task_name="send_mail").count() == 1


def test_a_sent_mail_arrives_with_its_words_and_is_not_sent_again(server: tuple[Taken, SmtpTransport]) -> None:
    taken, way = server
    mail = _mail()
    assert sending.send(mail.pk, way) == MailState.SENT
    assert sending.send(mail.pk, way) is None
    assert taken.ids[mail.message_id] == 1
    arrived = taken.mails[-1]
    assert arrived["Subject"] == "읽지 않은 알림 2건"
    assert arrived.get_content().replace("\r\n", "\n") == "첫째\n둘째\n\n-- \n계정이 있어서\n"


def test_a_refusal_that_may_pass_waits_and_one_for_good_fails(server: tuple[Taken, SmtpTransport]) -> None:
    taken, way = server
    taken.answers.append("451 try again later")
    later, never = _mail("later"), _mail("never")
    assert sending.send(later.pk, way) == MailState.QUEUED
    later.refresh_from_db()
    assert later.not_before is not None and later.not_before > timezone.now() and "451" in later.last_error
    assert sending.due(timezone.now()) == [never.pk]
    assert sending.due(timezone.now() + timedelta(minutes=2)) == [later.pk, never.pk]
    taken.at_rcpt.append("550 no such person")
    assert sending.send(never.pk, way) == MailState.FAILED


def test_after_the_last_wait_a_mail_has_failed(server: tuple[Taken, SmtpTransport]) -> None:
    taken, way = server
    mail = _mail()
    OutgoingMail.objects.update(attempts=len(sending.WAITS))
    taken.answers.append("451 still not")
    assert sending.send(mail.pk, way) == MailState.FAILED


def test_a_server_that_is_away_is_tried_again_later(server: tuple[Taken, SmtpTransport]) -> None:
    with smtp_server() as (_taken, gone):
        pass
    assert sending.send(_mail().pk, SmtpTransport(gone)) == MailState.QUEUED


class Silent:
    repeats_safely = False

    def send(self, mail: OutgoingMail) -> None:
        raise NobodyKnows("connection lost")


def test_silence_while_the_server_takes_it_is_held_and_the_managers_are_told_once(person: Person) -> None:
    manager = person("manager")
    mail = _mail()
    assert sending.send(mail.pk, Silent()) == MailState.HELD
    assert [notice.user for notice in Notice.objects.filter(kind="mail-held")] == [manager]


def test_a_mail_whose_process_is_gone_is_held_never_repeated() -> None:
    mail = _mail()
    OutgoingMail.objects.update(state=MailState.SENDING, attempts=1, sending_at=timezone.now() - timedelta(minutes=1))
    assert sending.look_after_the_lost(Silent()) == 1
    mail.refresh_from_db()
    assert mail.state == MailState.HELD
    assert sending.due(timezone.now()) == []


def test_where_repeating_changes_nothing_a_lost_mail_just_goes_again(tmp_path: Path) -> None:
    way = FolderTransport(tmp_path)
    mail = _mail()
    way.send(mail)
    OutgoingMail.objects.update(state=MailState.SENDING, attempts=1, sending_at=timezone.now() - timedelta(minutes=1))
    sending.look_after_the_lost(way)
    assert sending.send(mail.pk, way) == MailState.SENT
    assert [path.name for path in tmp_path.iterdir()] == [f"{mail.message_id.strip('<>')}.eml"]


def test_a_person_sends_a_held_mail_again_under_its_own_id(server: tuple[Taken, SmtpTransport], person: Person) -> None:
    taken, way = server
    mail = _mail()
    sending.send(mail.pk, Silent())
    with pytest.raises(PermissionDenied):
        sending.send_again(mail, by=person("officer"))
    sending.send_again(mail, by=person("manager"))
    assert sending.send(mail.pk, way) == MailState.SENT
    assert taken.ids[mail.message_id] == 1


def test_a_person_drops_a_held_mail_with_a_reason_and_only_a_held_one(person: Person) -> None:
    manager = person("manager")
    mail = _mail()
    with pytest.raises(sending.NotToDecide):
        sending.drop(mail, reason="it arrived", by=manager)
    sending.send(mail.pk, Silent())
    with pytest.raises(ValueError, match="reason"):
        sending.drop(mail, reason=" ", by=manager)
    dropped = sending.drop(mail, reason="it arrived", by=manager)
    assert (dropped.state, dropped.decided_by, dropped.decision_reason) == (MailState.DROPPED, manager, "it arrived")


@pytest.mark.parametrize("subject", ["Hello\nBcc: all@city.example", "Hello\r\nBcc: all@city.example", " ", "a\x85Bcc: b"])
def test_a_subject_never_breaks_out_of_its_line(subject: str) -> None:
    with pytest.raises(ValueError, match="one line"):
        _mail(subject=subject)


@pytest.mark.parametrize("to", ["a@b.example\nBcc: c@d.example", "nobody", "a@b.example, c@d.example"])
def test_a_mail_goes_to_one_real_address(to: str) -> None:
    with pytest.raises(ValidationError):
        _mail(to=to)
