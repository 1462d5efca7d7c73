"""What a change of rules does to the answers, from which day on, and whom it leaves without any."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.engine.engagements.test_legal_routes import DAYS, RULES, SHIPPED

from seoulution.engine.engagements.legal_rules import Basis, LegalRule, ruling
from seoulution.engine.engagements.rule_changes import (
    answered_otherwise,
    changed_answers,
    days_that_matter,
    effects,
    left_unanswered,
)
from seoulution.engine.provenance import Validity
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party

TODAY = date(2026, 11, 29)
FIRST = date(2027, 1, 1)
OLD = next(rule for rule in SHIPPED if rule.code == "city-hall-long-dispatch")
SCHEME = replace(OLD, code="city-hall-long-dispatch-2027", answer=Basis.HAS_BASIS, validity=Validity(FIRST, None))
ENDED = replace(OLD, validity=Validity(None, FIRST - timedelta(days=1)))


def changed_rules() -> tuple[LegalRule, ...]:
    return (*(ENDED if rule is OLD else rule for rule in SHIPPED), SCHEME)


def test_a_scheme_for_long_postings_changes_the_three_routes_that_it_is_about_from_its_first_day() -> None:
    (effect,) = effects(SHIPPED, changed_rules(), TODAY)
    assert effect.on == FIRST
    assert {change.route.activity for change in effect.changed} == {Activity.DISPATCH_LONG}
    assert {change.route.money_flow for change in effect.changed} == set(MoneyFlow) - {MoneyFlow.FOR_PROFIT}
    assert {change.route.actor for change in effect.changed} == {Party.CITY_HALL}
    assert all(change.before is OLD and change.after is SCHEME for change in effect.changed)


def test_the_same_rules_answer_otherwise_on_another_day_where_one_has_begun() -> None:
    rules = changed_rules()
    assert len(changed_answers(rules, rules, FIRST, on_before=FIRST - timedelta(days=1))) == 3
    assert changed_answers(rules, rules, FIRST + timedelta(days=1), on_before=FIRST) == ()


def test_a_basis_decided_for_one_rule_does_not_carry_over_to_another() -> None:
    assert answered_otherwise(OLD, replace(OLD, code="other"))
    assert not answered_otherwise(SCHEME, replace(SCHEME, code="other"))
    assert answered_otherwise(None, OLD) and answered_otherwise(OLD, None) and not answered_otherwise(None, None)


def test_what_ships_leaves_nobody_without_an_answer_and_ending_a_general_rule_would() -> None:
    assert left_unanswered(SHIPPED, TODAY) == ()
    without = [rule for rule in SHIPPED if rule.code != "institute-general"]
    lost = left_unanswered(without, TODAY)
    assert lost and {route.actor for route in lost} == {Party.INSTITUTE}


@given(st.lists(RULES, max_size=5), st.lists(RULES, max_size=5), DAYS)
def test_the_effect_of_a_day_is_every_route_answered_otherwise(
    before: list[LegalRule], after: list[LegalRule], since: date
) -> None:
    for effect in effects(before, after, since):
        assert effect.on in days_that_matter((*before, *after), since)
        for change in effect.changed:
            assert change.before is ruling(change.route, before, effect.on)
            assert change.after is ruling(change.route, after, effect.on)
            assert answered_otherwise(change.before, change.after)


@given(st.lists(RULES, max_size=6), DAYS)
def test_rules_compared_with_themselves_change_nothing(rules: list[LegalRule], since: date) -> None:
    assert effects(rules, rules, since) == ()
