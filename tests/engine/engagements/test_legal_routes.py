"""Properties of the legal answers, over every combination and over made-up rules."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.engagements.legal_routes import (
    CODES,
    DECISION_SUPPORT,
    Basis,
    LegalAlternative,
    LegalRoute,
    LegalRule,
    answers_for,
    every_route,
    legal_answer,
    ruling,
)
from seoulution.engine.findings import Severity
from seoulution.engine.provenance import Validity
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party
from seoulution.reference.load import read
from seoulution.reference.rules import legal_rules
from seoulution.reference.schema.programme import LegalRule as LegalRecord

SHIPPED = legal_rules(read("legal", LegalRecord)[0])
DAY = date(2014, 6, 1)
DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))
ROUTES = st.builds(LegalRoute, st.sampled_from(Party), st.sampled_from(Activity), st.sampled_from(MoneyFlow))
RULES = st.builds(
    LegalRule,
    code=st.text("abcdef", min_size=1, max_size=6),
    answer=st.sampled_from(Basis),
    basis=st.just({"ko": "근거", "en": "basis"}),
    actors=st.frozensets(st.sampled_from(Party)),
    activities=st.frozensets(st.sampled_from(Activity)),
    money_flows=st.frozensets(st.sampled_from(MoneyFlow)),
    validity=st.builds(Validity, st.none() | DAYS, st.none() | DAYS),
)


@given(ROUTES, DAYS)
def test_every_combination_has_an_answer_of_a_shipped_rule_on_every_day(route: LegalRoute, day: date) -> None:
    answer = legal_answer(route.actor, route.activity, route.money_flow, SHIPPED, day)
    assert answer.rule is not None
    assert set(answer.basis) == {"ko", "en"}
    assert answer.sources


def test_the_product_of_actors_activities_and_money_is_covered_in_2014_and_now() -> None:
    routes = list(every_route())
    assert len(routes) == len(Party) * len(Activity) * len(MoneyFlow) == len(set(routes))
    for day in (DAY, date(2026, 1, 1)):
        assert all(ruling(route, SHIPPED, day) is not None for route in routes)


def test_whoever_is_refused_is_shown_a_lawful_way() -> None:
    for route in every_route():
        answer = legal_answer(route.actor, route.activity, route.money_flow, SHIPPED, DAY)
        if not answer.is_lawful:
            assert answer.alternatives, route
        for other in answer.alternatives:
            other_answer = legal_answer(other.route.actor, other.route.activity, other.route.money_flow, SHIPPED, DAY)
            assert other_answer.is_lawful, (route, other.route)


def test_the_city_hall_has_no_basis_for_anything_for_profit() -> None:
    for activity in Activity:
        answer = legal_answer(Party.CITY_HALL, activity, MoneyFlow.FOR_PROFIT, SHIPPED, DAY)
        assert answer.answer is Basis.NO_BASIS
        assert answer.quotation


def test_no_two_shipped_rules_contradict_each_other_with_equal_weight() -> None:
    for route in every_route():
        in_force = [rule for rule in SHIPPED if rule.validity.holds_on(DAY) and rule.covers(route)]
        ranked = sorted(in_force, key=lambda rule: (-rule.filled, rule.width))
        for first, second in pairwise(ranked):
            same_weight = (first.filled, first.width) == (second.filled, second.width)
            assert not same_weight or first.answer is second.answer, (route, first.code, second.code)


@given(ROUTES, st.lists(RULES, max_size=8), DAYS)
def test_the_most_specific_rule_in_force_answers(route: LegalRoute, rules: list[LegalRule], day: date) -> None:
    found = ruling(route, rules, day)
    candidates = [rule for rule in rules if rule.covers(route) and rule.validity.holds_on(day)]
    assert (found is None) == (not candidates)
    if found is not None:
        assert found.covers(route)
        assert found.validity.holds_on(day)
        assert found.filled == max(rule.filled for rule in candidates)


@given(ROUTES, st.lists(RULES, max_size=6), DAYS)
def test_the_order_of_the_rules_does_not_matter(route: LegalRoute, rules: list[LegalRule], day: date) -> None:
    forward, backward = ruling(route, rules, day), ruling(route, rules[::-1], day)
    assert (forward and forward.answer) == (backward and backward.answer)


@given(ROUTES, DAYS)
def test_without_rules_a_basis_is_still_to_be_found(route: LegalRoute, day: date) -> None:
    answer = legal_answer(route.actor, route.activity, route.money_flow, (), day)
    assert answer.answer is Basis.NEEDS_BASIS
    assert answer.finding is not None
    assert answer.finding.code == "route.no-rule"


@given(ROUTES, DAYS)
def test_every_answer_says_that_it_only_supports_a_decision(route: LegalRoute, day: date) -> None:
    answer = legal_answer(route.actor, route.activity, route.money_flow, SHIPPED, day)
    assert DECISION_SUPPORT in answer.findings


def test_a_rule_known_to_2014_is_marked_as_old_in_2026_and_not_in_2014() -> None:
    route = (Party.CITY_HALL, Activity.TEACHING, MoneyFlow.OWN_BUDGET)
    assert "route.rule-dated" not in [finding.code for finding in legal_answer(*route, SHIPPED, DAY).findings]
    assert "route.rule-dated" in [finding.code for finding in legal_answer(*route, SHIPPED, date(2026, 1, 1)).findings]


def test_a_missing_basis_blocks_and_a_basis_to_be_decided_warns() -> None:
    refused = legal_answer(Party.CITY_HALL, Activity.TENDER, MoneyFlow.FOR_PROFIT, SHIPPED, DAY).finding
    waiting = legal_answer(Party.CITY_HALL, Activity.GRANT, MoneyFlow.NONE, SHIPPED, DAY).finding
    assert refused is not None
    assert waiting is not None
    assert (refused.code, refused.severity) == (CODES[Basis.NO_BASIS], Severity.BLOCKING)
    assert (waiting.code, waiting.severity) == (CODES[Basis.NEEDS_BASIS], Severity.WARNING)


def test_a_newer_rule_of_equal_width_replaces_the_older_from_its_day() -> None:
    older = LegalRule("older", Basis.NO_BASIS, {}, actors=frozenset({Party.CITY_HALL}))
    newer = LegalRule(
        "newer", Basis.HAS_BASIS, {}, actors=frozenset({Party.CITY_HALL}), validity=Validity(date(2022, 1, 1), None)
    )
    route = (Party.CITY_HALL, Activity.TENDER, MoneyFlow.FOR_PROFIT)
    assert legal_answer(*route, (older, newer), date(2021, 12, 31)).rule == "older"
    assert legal_answer(*route, (older, newer), date(2022, 1, 1)).rule == "newer"


def test_an_alternative_without_a_basis_of_its_own_is_not_offered() -> None:
    elsewhere = LegalRoute(Party.AGENCY, Activity.TENDER, MoneyFlow.FOR_PROFIT)
    rule = LegalRule(
        "all", Basis.NO_BASIS, {}, actors=frozenset({Party.CITY_HALL}), alternatives=(LegalAlternative(elsewhere, {}),)
    )
    assert legal_answer(Party.CITY_HALL, Activity.TENDER, MoneyFlow.FOR_PROFIT, (rule,), DAY).alternatives == ()


def test_lawful_actors_come_first() -> None:
    asked = (Party.CITY_HALL, Party.PRIVATE_CONSORTIUM, Party.MUNICIPAL_CORPORATION)
    answers = answers_for(asked, Activity.SUPPLY, MoneyFlow.FOR_PROFIT, SHIPPED, DAY)
    assert [answer.route.actor for answer in answers] == [
        Party.PRIVATE_CONSORTIUM,
        Party.MUNICIPAL_CORPORATION,
        Party.CITY_HALL,
    ]
