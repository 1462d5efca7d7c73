"""T28: whoever cuts off the newest readings leaves a chain that fits, and a kept seal that does not."""

import os
import stat
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from seoulution.apps.accounts.kept_seals import compare_kept_seals, keep_newest_seal, kept_file
from seoulution.apps.accounts.models import AccessRecord
from seoulution.apps.accounts.services.access_records import record_access, verify_chain

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
NOW = datetime(2026, 11, 29, 23, 50).astimezone()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def read(person: Callable[..., Any]) -> Callable[[], AccessRecord]:
    officer = person("officer")
    return lambda: record_access(officer, address=None, about="request", about_code="x", whose="y", action="view")


def around_the_trigger(statement: str, *values: int) -> None:
    """As the owner of the table may: the guard away, the change, the guard back."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE accounts_accessrecord DISABLE TRIGGER USER")
        cursor.execute(statement, values)
        cursor.execute("ALTER TABLE accounts_accessrecord ENABLE TRIGGER USER")


def test_an_untouched_record_still_has_every_kept_seal(read: Callable[[], AccessRecord]) -> None:
    for day in range(3):
        read()
        keep_newest_seal(NOW + timedelta(days=day))
    read()
    ends = compare_kept_seals(NOW)
    assert ends.hold and len(ends.seals) == 3 and not ends.is_late


def test_newest_rows_cut_off_leave_a_chain_that_fits_and_a_seal_that_is_missed(read: Callable[[], AccessRecord]) -> None:
    """The canary is in it: the chain alone says nothing."""
    first = read()
    keep_newest_seal(NOW - timedelta(days=1))
    read()
    last = read()
    keep_newest_seal(NOW)
    around_the_trigger("DELETE FROM accounts_accessrecord WHERE id > %s", first.pk)
    assert verify_chain().holds, "the chain alone notices nothing"
    ends = compare_kept_seals(NOW)
    assert [(one.number, one.at) for one in ends.missing] == [(last.pk, NOW)] and not ends.hold


def test_other_rows_put_in_the_place_of_those_cut_off_are_no_way_around(read: Callable[[], AccessRecord]) -> None:
    read()
    last = read()
    keep_newest_seal(NOW)
    around_the_trigger("DELETE FROM accounts_accessrecord WHERE id = %s", last.pk)
    new = read()
    around_the_trigger("UPDATE accounts_accessrecord SET id = %s WHERE id = %s", last.pk, new.pk)
    assert verify_chain().holds
    assert [one.number for one in compare_kept_seals(NOW).missing] == [last.pk]


def test_an_emptied_record_is_missed_too(read: Callable[[], AccessRecord]) -> None:
    read()
    keep_newest_seal(NOW)
    around_the_trigger("DELETE FROM accounts_accessrecord WHERE id > %s", 0)
    assert verify_chain().holds and not compare_kept_seals(NOW).hold


def test_a_kept_line_is_its_owners_alone_and_is_added_to(read: Callable[[], AccessRecord]) -> None:
    read()
    keep_newest_seal(NOW)
    before = kept_file().read_bytes()
    assert stat.S_IMODE(kept_file().stat().st_mode) == 0o600
    keep_newest_seal(NOW)
    assert kept_file().read_bytes() == before, "the same row twice on a day says nothing new"
    keep_newest_seal(NOW + timedelta(days=1))
    assert kept_file().read_bytes().startswith(before) and kept_file().read_bytes().count(b"\n") == 2


def test_it_is_on_the_disk_before_it_counts_as_kept(read: Callable[[], AccessRecord], monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: flushed.append(os.fstat(descriptor).st_size))
    read()
    keep_newest_seal(NOW)
    assert flushed[0] == kept_file().stat().st_size and len(flushed) == 2, "the file, then the folder that names it"


def test_a_line_torn_by_a_power_cut_is_said_and_harms_no_other(read: Callable[[], AccessRecord]) -> None:
    read()
    keep_newest_seal(NOW)
    with kept_file().open("a") as file:
        file.write("2026-11-30T23:5")
    keep_newest_seal(NOW + timedelta(days=2))
    ends = compare_kept_seals(NOW)
    assert ends.unreadable == 1 and len(ends.seals) == 2 and not ends.missing and not ends.hold


def test_nothing_read_yet_is_nothing_to_keep() -> None:
    assert keep_newest_seal(NOW) is None and not kept_file().exists()
    ends = compare_kept_seals(NOW)
    assert ends.hold and ends.last is None and not ends.is_late


def test_readings_without_a_seal_are_late_after_two_days(read: Callable[[], AccessRecord]) -> None:
    read()
    assert not compare_kept_seals(timezone.now()).is_late
    assert compare_kept_seals(timezone.now() + timedelta(days=2, minutes=1)).is_late
    keep_newest_seal(timezone.now())
    assert not compare_kept_seals(timezone.now() + timedelta(days=9)).is_late
