"""`seoulution doctor` says what is well and what to do about the rest."""

import pytest

from seoulution.apps.correspondence.models import MailState, OutgoingMail
from seoulution.apps.correspondence.services.sending import queue_mail
from seoulution.apps.matching.models import Passage
from seoulution.cli import main

pytestmark = pytest.mark.django_db


def test_a_whole_installation_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = main(["doctor"]), capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines[:3]] == ["ok    database", "ok    tables", "ok    search index"]
    assert "ok    encoders: all loaded" in lines
    assert code == (1 if any(line.startswith("LOOK") for line in lines) else 0)


def test_an_index_with_a_hole_is_found_and_the_remedy_named(capsys: pytest.CaptureFixture[str]) -> None:
    Passage.objects.filter(solution__code="topis").delete()
    assert main(["doctor"]) == 1
    assert "LOOK  search index" in (printed := capsys.readouterr().out)
    assert "Run: seoulution load" in printed


def test_a_missing_worker_and_a_mail_that_waits_for_a_person_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    mail = queue_mail(key="k", to="kim@seoul.example", subject="s", body="b", why="w", language="en")
    OutgoingMail.objects.filter(pk=mail.pk).update(state=MailState.HELD)
    assert main(["doctor"]) == 1
    printed = capsys.readouterr().out
    assert "LOOK  worker: none runs" in printed and "LOOK  mail: 1 held" in printed
