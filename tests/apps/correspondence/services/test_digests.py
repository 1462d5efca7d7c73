"""A digest holds what a person has not read, once per slot, in their language, says why each came, and leaves out what is muted."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import Mute, Notice, OutgoingMail, Rhythm
from seoulution.apps.correspondence.services import digests
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.publishing.notice_reach import readable, worded

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 30, 8, 30, tzinfo=UTC) - timedelta(hours=9)
"""Half past eight in Seoul."""


@pytest.fixture
def kim(person: Callable[..., User]) -> User:
    kim = person("officer", name="kim")
    kim.email, kim.language = "kim@seoul.example", "en"
    kim.save()
    return kim


def _told(user: User, number: int, at: datetime = MORNING - timedelta(hours=2), **fields: Any) -> Notice:
    given = {
        "kind": "task-given",
        "about": "task",
        "about_code": str(number),
        "path": f"/office/tasks/{number}/",
        "why": "task-owner",
    }
    notice = tell(user, key=f"task:{number}", subject=f"Task {number}", **(given | fields))
    assert notice is not None
    Notice.objects.filter(pk=notice.pk).update(at=at)
    return notice


def _write(now: datetime = MORNING) -> int:
    return digests.write_digests(now, wording=worded, may_read=readable)


def test_a_days_notices_are_one_mail_that_says_why_each_came_and_how_to_mute_it(kim: User) -> None:
    first, _second = _told(kim, 1), _told(kim, 2)
    assert _write() == 1
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.subject, mail.key) == ("kim@seoul.example", "Seoulution: 2 notices", f"digest:{kim.pk}:2026-11-30")
    for part in (
        "You were given a task: Task 1",
        f"{settings.SITE_ADDRESS}/office/tasks/1/",
        "It came because the task is yours.",
        f"{settings.SITE_ADDRESS}/office/notices/mute/?kind=task-given",
        f"{settings.SITE_ADDRESS}/office/notices/mute/?notice={first.pk}",
    ):
        assert part in mail.body
    assert "/office/notices/settings/" in mail.why
    assert Notice.objects.filter(mail=mail).count() == 2


def test_written_again_for_the_same_slot_nothing_more_leaves(kim: User) -> None:
    _told(kim, 1)
    assert (_write(), _write(), _write(MORNING + timedelta(hours=3))) == (1, 0, 0)


def test_what_was_told_after_the_slot_began_waits_for_the_next_one(kim: User) -> None:
    _told(kim, 1, at=MORNING)
    assert _write(MORNING + timedelta(hours=2)) == 0
    assert _write(MORNING + timedelta(days=1)) == 1


def test_a_digest_that_a_stopped_worker_missed_is_written_later_the_same_day(kim: User) -> None:
    _told(kim, 1)
    assert _write(MORNING + timedelta(hours=9)) == 1
    assert OutgoingMail.objects.get().key.endswith("2026-11-30")


def test_nothing_to_say_is_no_mail(kim: User) -> None:
    assert _write() == 0
    notice = _told(kim, 1)
    digests.mark_read(kim, [notice.pk])
    assert _write() == 0
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("muted", [{"kind": "task-given"}, {"about": "task", "about_code": "1"}])
def test_what_is_muted_is_left_out_and_never_comes_later(kim: User, muted: dict[str, str]) -> None:
    mute = digests.mute(kim, **muted)
    notice = _told(kim, 1)
    assert _write() == 0
    notice.refresh_from_db()
    assert notice.mail_skipped
    assert digests.unmute(kim, mute.pk) and not Mute.objects.exists()
    assert _write(MORNING + timedelta(days=1)) == 0


def test_a_kind_that_is_not_mailed_by_itself_only_stands_in_the_office(kim: User) -> None:
    _told(kim, 1, kind="shared-item-opened", why="sharer", party="Hanoi")
    assert _write() == 0


def test_an_hourly_digest_comes_each_hour_and_none_never(kim: User, person: Callable[..., User]) -> None:
    digests.choose_rhythm(kim, Rhythm.HOURLY)
    _told(kim, 1, at=MORNING - timedelta(minutes=40))
    assert _write() == 1
    _told(kim, 2, at=MORNING + timedelta(minutes=10))
    assert _write(MORNING + timedelta(minutes=45)) == 1
    lee = person("manager", name="lee")
    lee.email = "lee@seoul.example"
    lee.save()
    digests.choose_rhythm(lee, Rhythm.NONE)
    notice = _told(lee, 3)
    assert _write(MORNING + timedelta(days=1)) == 0
    notice.refresh_from_db()
    assert notice.mail_skipped


def test_who_has_no_address_gets_no_mail_and_no_heap_of_it_later(kim: User) -> None:
    kim.email = ""
    kim.save()
    _told(kim, 1)
    assert _write() == 0
    kim.email = "kim@seoul.example"
    kim.save()
    assert _write(MORNING + timedelta(days=1)) == 0


def test_a_digest_is_in_the_persons_language(kim: User) -> None:
    kim.language = "ko"
    kim.save()
    _told(kim, 1)
    _write()
    mail = OutgoingMail.objects.get()
    assert mail.language == "ko"
    assert "Task 1" in mail.body and "You were given" not in mail.body


def test_a_file_that_has_closed_to_the_person_is_not_named_in_a_mail(kim: User) -> None:
    _told(kim, 1, about="engagement", about_code="a-file-that-is-not-theirs")
    assert _write() == 0


def test_marking_all_read_leaves_other_peoples_alone(kim: User, person: Callable[..., User]) -> None:
    lee = person("manager", name="lee")
    _told(kim, 1), _told(kim, 2), _told(lee, 1)
    assert digests.mark_read(kim) == 2
    assert Notice.objects.get(user=lee).read_at is None


def test_a_mute_names_something(kim: User) -> None:
    with pytest.raises(ValueError, match="names"):
        digests.mute(kim, about="task")
