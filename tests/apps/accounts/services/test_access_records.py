"""The record of who read what is only ever added to, and shows every tampering."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from seoulution.apps.accounts.models import AccessRecord
from seoulution.apps.accounts.services.access_records import record_access, verify_chain

pytestmark = pytest.mark.django_db


@pytest.fixture
def auditor(person: Callable[..., Any]) -> Any:
    return person("auditor")


def read(user: Any, code: str = "metro-manila-2013", **facts: str) -> AccessRecord:
    facts = {"address": "192.0.2.7", "about": "request", "whose": "who asked", "action": "view"} | facts
    return record_access(user, about_code=code, **facts)


def test_five_facts_stand_in_the_row(auditor: Any) -> None:
    """T28: account, time, address, whose data, what was done."""
    record = AccessRecord.objects.get(pk=read(auditor, action="download", reason="asked\x00 by the mayor ").pk)
    assert (record.username, record.address, record.whose, record.action) == ("auditor", "192.0.2.7", "who asked", "download")
    assert record.at is not None and record.reason == "asked by the mayor"


def test_each_row_seals_the_one_before(auditor: Any) -> None:
    first, second = read(auditor), read(auditor)
    assert first.seal != second.seal
    assert verify_chain().holds and verify_chain().rows == AccessRecord.objects.count()


@pytest.mark.parametrize("address", [None, "", "::ffff:192.0.2.7", "2001:DB8::0:1"])
def test_a_row_read_back_carries_the_seal_it_was_given(auditor: Any, address: str | None) -> None:
    """The database writes an address in its own way."""
    record_access(auditor, address=address, about="request", about_code="x", whose="y", action="view")
    assert verify_chain().holds


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE accounts_accessrecord SET reason = 'none'",
        "DELETE FROM accounts_accessrecord",
        "TRUNCATE accounts_accessrecord",
    ],
)
def test_the_application_cannot_change_or_remove_a_row(auditor: Any, statement: str) -> None:
    """The database itself refuses."""
    read(auditor)
    with (
        pytest.raises(DatabaseError, match=r"Cannot (update or delete|truncate)"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert AccessRecord.objects.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE accounts_accessrecord SET reason = 'another' WHERE id = %s",
        "UPDATE accounts_accessrecord SET username = 'somebody' WHERE id = %s",
        "DELETE FROM accounts_accessrecord WHERE id = %s",
    ],
)
def test_who_gets_around_the_database_is_seen_in_the_chain(auditor: Any, statement: str) -> None:
    """Canary: an owner of the table who takes the trigger away."""
    read(auditor)
    middle, last = read(auditor), read(auditor)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE accounts_accessrecord DISABLE TRIGGER USER")
        cursor.execute(statement, [middle.pk])
        cursor.execute("ALTER TABLE accounts_accessrecord ENABLE TRIGGER USER")
    assert verify_chain().broken_at in (middle.pk, last.pk)
