"""One change for many: the preview is the deed undone, each row refuses for itself, nothing else changes."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services import bulk
from seoulution.apps.engagements.services.bulk import BulkChange, BulkField, TooMany
from seoulution.apps.engagements.services.rights import ReasonMissing

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)
Person = Callable[..., Any]


def rows() -> list[Engagement]:
    return list(Engagement.objects.filter(withdrawn_on=None)[:4])


def seen() -> dict[int, int]:
    return {row.pk: row.revision for row in rows()}


def test_a_preview_changes_nothing_and_says_what_would(person: Person) -> None:
    officer = person("officer")
    lines = bulk.preview(rows(), BulkChange(BulkField.OWNER, "handover", owner=officer), by=officer, today=TODAY)
    assert [line.changes for line in lines] == [True] * 4
    assert not Engagement.objects.filter(owner=officer).exists()


def test_each_row_changes_or_refuses_for_itself(person: Person) -> None:
    officer, other = person("officer", "first"), person("officer", "second")
    theirs, *_rest = rows()
    Engagement.objects.filter(pk=theirs.pk).update(owner=other)
    lines = bulk.apply(seen(), BulkChange(BulkField.OWNER, "handover", owner=officer), by=officer, today=TODAY)
    told = {line.engagement.pk: [finding.code for finding in line.findings] for line in lines}
    assert told.pop(theirs.pk) == ["access.not-own-file"] and not any(told.values())
    assert Engagement.objects.filter(owner=officer).count() == 3


def test_a_row_that_changed_since_the_preview_is_left_alone(person: Person) -> None:
    officer, before = person("officer"), seen()
    changed = rows()[0]
    Engagement.objects.filter(pk=changed.pk).update(revision=99)
    lines = bulk.apply(before, BulkChange(BulkField.OWNER, "handover", owner=officer), by=officer, today=TODAY)
    assert [line.engagement.pk for line in lines if line.findings] == [changed.pk]


def test_only_who_decides_gates_ends_them(person: Person) -> None:
    with pytest.raises(PermissionDenied):
        bulk.apply(seen(), BulkChange(BulkField.DORMANT, "silence"), by=person("officer"), today=TODAY)
    lines = bulk.apply(seen(), BulkChange(BulkField.DORMANT, "silence"), by=person("manager"), today=TODAY)
    assert all(line.changes for line in lines) and Engagement.objects.filter(ending="dormant").count() == 4


def test_a_reason_and_a_number_that_can_be_read_are_asked_for(person: Person) -> None:
    officer = person("officer")
    with pytest.raises(ReasonMissing):
        bulk.preview(rows(), BulkChange(BulkField.OWNER, " "), by=officer, today=TODAY)
    with pytest.raises(TooMany):
        bulk.apply(dict.fromkeys(range(bulk.MOST + 1), 1), BulkChange(BulkField.OWNER, "x"), by=officer, today=TODAY)


def test_what_is_so_already_is_said_and_not_written_again(person: Person) -> None:
    officer = person("officer")
    lines = bulk.preview(rows(), BulkChange(BulkField.OWNER, "nobody's"), by=officer, today=TODAY)
    assert all(line.is_same for line in lines)
