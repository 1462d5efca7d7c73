"""A rule put into the form and taken out again is the same rule: nothing that ships is lost by editing it."""

import pytest

from seoulution.apps.engagements.models import LegalRule
from seoulution.web.office.legal_rule_form import WAYS, RuleForm, first_values

pytestmark = pytest.mark.django_db


def test_every_shipped_rule_goes_through_the_form_unchanged() -> None:
    rules = list(LegalRule.objects.filter(withdrawn_on=None))
    assert len(rules) > 10
    for row in rules:
        first, ways = first_values(row.data)
        form = RuleForm(
            {**{key: value for key, value in first.items() if value is not None}, "code": row.code, "reason": "x"}, rule=row
        )
        assert form.is_valid(), (row.code, form.errors)
        assert len(ways) == len(row.data["alternatives"]) <= WAYS
        taken = form.record(row.data["alternatives"])
        assert {key: taken[key] for key in ("actors", "activities", "money_flows", "answer")} == {
            key: row.data[key] for key in ("actors", "activities", "money_flows", "answer")
        }
        assert taken["basis"]["ko"] == row.data["basis"]["ko"] and set(taken["basis"]["sources"]) == set(
            row.data["basis"]["sources"]
        )


def test_a_rule_without_a_basis_in_both_languages_is_asked_for_it() -> None:
    form = RuleForm({"code": "new-rule", "answer": "has_basis", "basis_ko": "근거"})
    assert not form.is_valid() and "basis_en" in form.errors
