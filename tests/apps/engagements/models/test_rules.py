"""A rule on record is read in the engine's shape; a draft holds what it would be and what it was."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from seoulution.apps.engagements.models import LegalRule, LegalRuleDraft

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def draft(by: Any, **values: Any) -> LegalRuleDraft:
    rule = LegalRule.objects.get(code="city-hall-works")
    data = {"after": {**rule.data, "valid_from": "2027-01-01"}, "before": rule.data}
    return LegalRuleDraft.objects.create(rule=rule, code=rule.code, data=data, reason="law", drafted_by=by, **values)


def test_a_draft_reads_as_it_would_be_and_as_it_was(person: Person) -> None:
    row = draft(person("manager"))
    assert row.after.valid_from == date(2027, 1, 1)
    assert row.before == row.rule.record if row.rule else False
    row.data["before"] = None
    assert row.before is None


def test_only_one_open_draft_of_a_code_can_be_kept_and_decided_ones_do_not_count(person: Person) -> None:
    by = person("manager")
    draft(by, state="declined")
    draft(by)
    with pytest.raises(IntegrityError), transaction.atomic():
        draft(by)


def test_a_higher_revision_is_read_anew() -> None:
    """Records are kept per process under digest and revision, so a change without a new revision would stay unseen."""
    rule = LegalRule.objects.get(code="city-hall-works")
    rule.data = {**rule.data, "quotation": "다른 인용"}
    rule.revision += 1
    rule.save()
    assert LegalRule.objects.get(code="city-hall-works").record.quotation == "다른 인용"
