"""T28: reading somebody's data leaves a line; taking it away asks why; an auditor looks through it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from seoulution.apps.accounts.kept_seals import keep_newest_seal, kept_file
from seoulution.apps.accounts.models import AccessRecord
from seoulution.apps.accounts.services.access_records import record_access

pytestmark = [pytest.mark.django_db, pytest.mark.trust]


@pytest.fixture
def auditor(signed_in_as: Callable[[str], Client]) -> Client:
    return signed_in_as("auditor")


def read(user: Any, code: str = "hanoi-2026", action: str = "view", reason: str = "") -> AccessRecord:
    return record_access(
        user, address="192.0.2.7", about="request", about_code=code, whose=f"requester of {code}", action=action, reason=reason
    )


def test_filters_find_by_person_record_and_day(auditor: Client, person: Callable[..., Any]) -> None:
    one, other = person("officer"), person("manager")
    read(one)
    row = read(other, "lima-2026", "download", "the mayor asked")
    page = reverse("office:access_records")
    assert len(auditor.get(page).context["page"].object_list) == 2
    for query in ("who=manager", "what=lima-2026", "action=download"):
        assert list(auditor.get(f"{page}?{query}").context["page"]) == [row], query
    assert not auditor.get(f"{page}?day=2020-01-01").context["page"].object_list


def test_the_page_says_whether_the_seals_fit(auditor: Client, person: Callable[..., Any]) -> None:
    read(person("officer"))
    assert auditor.get(reverse("office:access_records")).context["chain"].holds
    AccessRecord(
        at=read(person("manager")).at, username="forged", about="x", about_code="x", whose="x", action="view", seal="0" * 64
    ).save()
    for query in ("", "?whole=1"):
        page = auditor.get(reverse("office:access_records") + query)
        assert not page.context["chain"].holds and b"A seal does not fit" in page.content


def test_the_record_leaves_as_a_file_with_the_filters(auditor: Client, person: Callable[..., Any]) -> None:
    read(person("officer"), reason="=cmd")
    body = b"".join(auditor.get(reverse("office:access_records") + "?who=officer&download=csv"))
    assert b"hanoi-2026" in body and b"192.0.2.7" in body


def test_the_review_shows_much_in_a_day_and_what_was_taken(auditor: Client, person: Callable[..., Any]) -> None:
    officer = person("officer")
    for number in range(51):
        read(officer, f"city-{number}")
    read(officer, "lima-2026", "download", "the mayor asked")
    page = auditor.get(reverse("office:access_review"))
    assert [(one.username, one.count) for one in page.context["review"].much] == [("officer", 52)]
    assert b"the mayor asked" in page.content
    assert auditor.get(reverse("office:access_review") + "?month=nonsense").status_code == 200
    assert auditor.get(reverse("office:access_review") + "?month=2020-02").context["review"].readings == 0


def test_the_review_says_whether_the_record_still_has_every_kept_seal(
    auditor: Client, person: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))
    page = reverse("office:access_review")
    assert b"No seal kept yet" in auditor.get(page).content
    row = read(person("officer"))
    assert b"No seal kept yet" in auditor.get(page).content
    keep_newest_seal(timezone.localtime())
    assert b"The end of the record is kept" in auditor.get(page).content
    with kept_file().open("a") as file:
        file.write("x\n")
    assert b"cannot be read" in auditor.get(page).content
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE accounts_accessrecord DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM accounts_accessrecord WHERE id = %s", [row.pk])
    said = auditor.get(page).content.decode()
    assert "Readings are missing" in said and f"row {row.pk}" in said and "readings.seals" in said
