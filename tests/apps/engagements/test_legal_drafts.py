"""What a drafted rule would do, shown before anybody decides."""

from datetime import date
from typing import Any

import pytest

from seoulution.apps.engagements.legal_drafts import (
    draft_findings,
    ended,
    is_successor,
    records_on_file,
    rules_with,
    shaped,
    successor_code,
    touched,
)
from seoulution.apps.engagements.models import Engagement, LegalRule
from seoulution.reference.schema import programme

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)


def record(code: str, **values: Any) -> programme.LegalRule:
    found, problems = shaped({**LegalRule.objects.get(code=code).data, **values})
    assert found is not None, problems
    return found


def test_a_draft_from_a_day_ends_the_older_row_the_day_before() -> None:
    rule = LegalRule.objects.get(code="institute-research-and-teaching")
    new = record(rule.code, answer="no_basis", valid_from="2027-01-01")
    assert is_successor(new, rule)
    assert ended(rule.record, date(2027, 1, 1)).valid_to == date(2026, 12, 31)
    change = rules_with(new, rule)
    assert len(change.after) == len(change.before) + 1 == len(records_on_file()) + 1
    (effect,) = change.effects(TODAY)
    assert effect.on == date(2027, 1, 1) and len(effect.changed) == 12


def test_a_row_that_ends_earlier_anyway_keeps_its_end() -> None:
    old = record("city-hall-own-grant")
    assert ended(old, date(2027, 1, 1)).valid_to == date(2020, 11, 26)


def test_the_code_of_a_successor_carries_one_day_only() -> None:
    rule = LegalRule.objects.get(code="city-hall-works")
    assert successor_code(rule, date(2027, 1, 1)) == "city-hall-works-2027-01-01"
    rule.code = "city-hall-works-2027-01-01"
    assert successor_code(rule, date(2028, 6, 1)) == "city-hall-works-2028-06-01"


def test_open_engagements_on_a_changed_route_are_found_and_ended_ones_are_not() -> None:
    rule = LegalRule.objects.get(code="institute-research-and-teaching")
    changed = rules_with(record(rule.code, answer="no_basis", valid_from=TODAY.isoformat()), rule).effects(TODAY)
    assert {row.code for row in touched(changed)} == {"da-nang-urban-plan", "metro-manila-transport-advice"}
    Engagement.objects.filter(code="da-nang-urban-plan").update(ending="lost", ending_reason="another won")
    assert [row.code for row in touched(changed)] == ["metro-manila-transport-advice"]
    assert not touched([]).exists()


def test_a_change_that_begins_before_its_rule_and_a_name_that_is_taken_are_refused() -> None:
    rule = LegalRule.objects.get(code="city-hall-own-grant-2020")
    earlier = record(rule.code, valid_from="2019-01-01")
    assert {finding.code for finding in draft_findings(earlier, rule, TODAY)} >= {"rule.first-day-too-early", "rule.code-taken"}
    assert [finding.code for finding in draft_findings(record("city-hall-works"), None, TODAY)] == ["rule.code-taken"]


def test_every_fault_of_shape_is_named_with_its_place() -> None:
    found, problems = shaped({"code": "x", "answer": "perhaps", "basis": {"ko": "", "en": "b", "sources": []}})
    assert found is None
    assert {problem.subject for problem in problems} == {"answer", "basis.ko", "basis.sources"}
