"""`seoulution doctor` says what is well and what to do about the rest."""

from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from seoulution.apps.accounts.kept_seals import keep_newest_seal, kept_file
from seoulution.apps.accounts.services.access_records import record_access
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


def test_it_says_which_kept_seal_of_the_readings_is_gone_and_what_to_do(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))
    main(["doctor"])
    assert "ok    readings: no seal kept yet" in capsys.readouterr().out
    row = record_access(None, address=None, about="request", about_code="x", whose="y", action="view")
    keep_newest_seal(timezone.localtime())
    main(["doctor"])
    assert "ok    readings: 1 seals kept" in capsys.readouterr().out
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE accounts_accessrecord DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM accounts_accessrecord WHERE id = %s", [row.pk])
    assert main(["doctor"]) == 1
    printed = capsys.readouterr().out
    assert (
        f"LOOK  readings: 1 kept seals are gone from the record, first those of {timezone.localdate()} (row {row.pk})"
        in printed
    )
    assert f"move {kept_file()} aside" in printed
    kept_file().write_text("something else\n")
    main(["doctor"])
    assert "LOOK  readings: 1 lines of" in capsys.readouterr().out
