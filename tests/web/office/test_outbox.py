"""The outbox says what became of each mail, whose digest nobody else reads, and lets a manager decide on what is held."""

from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import MailState, OutgoingMail
from seoulution.apps.correspondence.services.sending import queue_mail

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]


def _mail(key: str = "one", user: User | None = None, state: str = MailState.QUEUED, **fields: str) -> OutgoingMail:
    given = {"to": "ana@manila.example", "subject": "Your <question>", "body": "<script>alert(1)</script>\nSecond line"}
    mail = queue_mail(key=key, user=user, why="You asked.", language="en", **(given | fields))
    OutgoingMail.objects.filter(pk=mail.pk).update(state=state)
    mail.refresh_from_db()
    return mail


def _text(client: Client, name: str, *args: object, query: str = "") -> str:
    answer = client.get(reverse(name, args=args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_mails_are_listed_and_narrowed_by_state(signed_in_as: SignIn) -> None:
    client = signed_in_as("auditor")
    _mail("a", subject="Waiting one"), _mail("b", subject="Held one", state=MailState.HELD)
    assert "Waiting one" in (page := _text(client, "office:outbox")) and "Held one" in page
    assert "Waiting one" not in (page := _text(client, "office:outbox", query="?state=held")) and "Held one" in page


def test_a_mail_is_shown_as_text_that_nothing_runs(signed_in_as: SignIn) -> None:
    page = _text(signed_in_as("officer"), "office:outbox_mail", _mail().pk)
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "Your &lt;question&gt;" in page


def test_a_digest_is_read_by_whom_it_is_for_and_by_who_sees_every_file(
    signed_in_as: SignIn, person: Callable[..., User]
) -> None:
    other = person("officer", name="other")
    mail = _mail(user=other, body="A sensitive file")
    assert "A sensitive file" not in _text(signed_in_as("officer"), "office:outbox_mail", mail.pk)
    assert "A sensitive file" in _text(signed_in_as("manager"), "office:outbox_mail", mail.pk)


def test_without_a_worker_the_page_says_that_nothing_leaves(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    assert "Nothing leaves at the moment" in _text(client, "office:outbox")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [timezone.now() - timedelta(seconds=5)]
        )
    assert "Nothing leaves at the moment" not in _text(client, "office:outbox")


def test_a_manager_sends_a_held_mail_again_or_drops_it_with_a_reason(signed_in_as: SignIn) -> None:
    client = signed_in_as("manager")
    one, two = _mail("a", state=MailState.HELD), _mail("b", state=MailState.HELD)
    assert "A person decides" in _text(client, "office:outbox_mail", one.pk)
    client.post(reverse("office:outbox_again", args=[one.pk]))
    client.post(reverse("office:outbox_drop", args=[two.pk]), {"reason": " "})
    assert set(OutgoingMail.objects.values_list("key", "state")) == {("a", "queued"), ("b", "held")}
    client.post(reverse("office:outbox_drop", args=[two.pk]), {"reason": "It arrived, she says"})
    assert "It arrived, she says" in unescape(_text(client, "office:outbox_mail", two.pk))


def test_an_officer_reads_and_decides_nothing(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    mail = _mail(state=MailState.HELD)
    assert "Send it again" not in _text(client, "office:outbox_mail", mail.pk)
    assert client.post(reverse("office:outbox_again", args=[mail.pk])).status_code == 403


def test_a_mail_that_left_is_not_decided_on(signed_in_as: SignIn) -> None:
    client, mail = signed_in_as("manager"), _mail(state=MailState.SENT)
    page = client.post(reverse("office:outbox_again", args=[mail.pk]), follow=True).content.decode()
    assert "nothing to decide" in page
    mail.refresh_from_db()
    assert mail.state == MailState.SENT
