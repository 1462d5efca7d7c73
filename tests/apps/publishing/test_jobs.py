"""Every job runs twice with one effect, and what one worker begins another takes up."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from procrastinate.contrib.django import app
from tests.apps.correspondence.smtp import smtp_server

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.services.access_records import record_access
from seoulution.apps.correspondence.models import MailState, Notice, OutgoingMail
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.correspondence.services.sending import queue_mail
from seoulution.apps.publishing import jobs

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))
    return tmp_path


def _queued() -> OutgoingMail:
    return queue_mail(key="one", to="kim@seoul.example", subject="s", body="b", why="w", language="en")


def test_a_mail_leaves_once_however_often_its_job_runs(settings: Any) -> None:
    with smtp_server() as (taken, settings.SMTP):
        mail = _queued()
        jobs.send_mail(mail.pk)
        jobs.send_mail(mail.pk)
        jobs.send_due_mail()
    assert taken.ids[mail.message_id] == 1


def test_a_mail_whose_job_was_lost_leaves_with_the_next_look(home: Path) -> None:
    mail = _queued()
    jobs.send_due_mail()
    mail.refresh_from_db()
    assert mail.state == MailState.SENT
    assert len(list((home / "mail").iterdir())) == 1


def test_digests_and_reminders_written_twice_are_written_once(person: Callable[..., User]) -> None:
    officer = person("officer")
    officer.email = "kim@seoul.example"
    officer.save()
    tell(officer, kind="task-given", key="1", about="task", about_code="1", path="/office/", why="task-owner", subject="x")
    Notice.objects.update(at="2026-01-01T00:00:00+09:00")
    jobs.write_digests()
    jobs.write_digests()
    assert OutgoingMail.objects.count() == 1
    jobs.daily_reminders()
    told = Notice.objects.count()
    jobs.daily_reminders()
    jobs.recheck_engagements()
    assert Notice.objects.count() == told


def test_the_end_of_the_readings_is_kept_outside_the_database_once_a_day(home: Path) -> None:
    jobs.keep_seal()
    assert not (home / "readings.seals").exists()
    record_access(None, address=None, about="request", about_code="x", whose="y", action="view")
    jobs.keep_seal()
    jobs.keep_seal()
    assert len((home / "readings.seals").read_text().splitlines()) == 1


def test_without_a_mailbox_or_a_machine_their_jobs_do_nothing(settings: Any) -> None:
    settings.MAILBOX, settings.TRANSLATOR = None, None
    jobs.fetch_mailbox()
    jobs.advance_drafts()


def test_a_worker_starts_with_jobs_that_exist_and_catch_up() -> None:
    assert set(jobs.AT_START) <= set(app.tasks)
    periodic = {task.task.name for task in app.periodic_registry.periodic_tasks.values()}
    assert set(jobs.AT_START) <= periodic
    assert all(app.tasks[name].lock is None for name in app.tasks), "a lock would wait for a killed worker for ever"
