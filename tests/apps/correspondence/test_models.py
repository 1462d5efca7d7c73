"""What the database itself refuses: a second mail of a key, the same news twice, a mute of nothing."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import DigestChoice, IncomingMail, MailState, Mute, Notice, OutgoingMail, Rhythm

pytestmark = pytest.mark.django_db


def _mail(**fields: str) -> OutgoingMail:
    given = {"key": "k", "to": "a@b.example", "language": "en", "subject": "s", "body": "b", "why": "w", "message_id": "<m@x>"}
    return OutgoingMail.objects.create(**(given | fields))


@pytest.mark.parametrize("same", [{"key": "k", "message_id": "<other@x>"}, {"key": "other", "message_id": "<m@x>"}])
def test_a_key_and_a_message_id_belong_to_one_mail(same: dict[str, str]) -> None:
    assert _mail().state == MailState.QUEUED
    with pytest.raises(IntegrityError), transaction.atomic():
        _mail(**same)


def test_a_person_is_told_the_same_once(person: Callable[..., User]) -> None:
    given = {
        "user": person("officer"),
        "key": "k",
        "kind": "reminder",
        "about": "task",
        "about_code": "1",
        "path": "/",
        "why": "owner",
    }
    assert str(Notice.objects.create(**given)).startswith("reminder")
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.create(**given)


def test_a_mute_names_something_and_names_it_once(person: Callable[..., User]) -> None:
    user = person("officer")
    with pytest.raises(IntegrityError), transaction.atomic():
        Mute.objects.create(user=user)
    Mute.objects.create(user=user, kind="reminder")
    with pytest.raises(IntegrityError), transaction.atomic():
        Mute.objects.create(user=user, kind="reminder")


def test_a_rhythm_is_chosen_once(person: Callable[..., User]) -> None:
    user = person("officer")
    assert str(DigestChoice.objects.create(user=user, rhythm=Rhythm.HOURLY)).endswith("hourly")
    with pytest.raises(IntegrityError), transaction.atomic():
        DigestChoice.objects.create(user=user, rhythm=Rhythm.NONE)


def test_a_letter_is_named_by_its_subject_or_its_number() -> None:
    given = {"how": "file", "from_address": "a@b.example", "size_bytes": 1, "sha256": "0" * 64}
    assert str(IncomingMail.objects.create(message_id="<m@x>", **given)) == "<m@x>"
    assert str(IncomingMail.objects.create(message_id="<n@x>", subject="Pipes", **given)) == "Pipes"
