"""Properties of the legal answers, over every combination and over made-up rules."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.engagements.legal_routes import (
    CODES,
    DECISION_SUPPORT,
    MOST_COMPUTED,
    Basis,
    LegalRoute,
    LegalRule,
    LegalWay,
    answers_for,
    every_route,
    has_basis,
    legal_answer,
    nearest_lawful,
    ruling,
)
from seoulution.engine.findings import Severity
from seoulution.engine.provenance import Validity
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party
from seoulution.reference.load import read
from seoulution.reference.rules import legal_rules
from seoulution.reference.schema.programme import LegalRule as LegalRecord

DAYS_ASKED = (date(2010, 1, 1), date(2014, 6, 1), date(2020, 11, 26), date(2020, 11, 27), date(2026, 11, 29))
WAYS = st.builds(
    LegalWay,
    st.just({"ko": "길", "en": "way"}),
    st.none() | st.sampled_from(Party),
    st.none() | st.sampled_from(Activity),
    st.none() | st.sampled_from(MoneyFlow),
)
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


@pytest.mark.parametrize("day", DAYS_ASKED, ids=str)
def test_every_route_is_answered_in_words_with_its_sources_and_whoever_is_refused_is_shown_a_lawful_way(day: date) -> None:
    """Has a basis, needs one and says who decides, or has none: one of the three for each actor, activity and flow of money."""
    for route in every_route():
        answer = legal_answer(route.actor, route.activity, route.money_flow, SHIPPED, day)
        assert answer.answer in Basis and answer.rule is not None and answer.sources, route
        assert answer.basis["ko"] and answer.basis["en"], route
        if answer.answer is Basis.NEEDS_BASIS:
            assert answer.decided_by is not None and answer.decided_by["ko"] and answer.decided_by["en"], route
        assert bool(answer.alternatives) is not answer.is_lawful, route
        for other in answer.alternatives:
            found = legal_answer(other.route.actor, other.route.activity, other.route.money_flow, SHIPPED, day)
            assert found.is_lawful, (route, other.route)


@pytest.mark.parametrize("day", DAYS_ASKED, ids=str)
def test_the_nearest_lawful_way_comes_first(day: date) -> None:
    for route in every_route():
        alternatives = legal_answer(route.actor, route.activity, route.money_flow, SHIPPED, day).alternatives
        changed = [route.parts_changed(other.route) for other in alternatives]
        assert changed == sorted(changed) and 0 not in changed, route


@given(ROUTES, st.lists(RULES, max_size=6), DAYS, st.lists(WAYS, max_size=5))
def test_ways_are_lawful_distinct_and_as_near_as_they_can_be(
    asked: LegalRoute, rules: list[LegalRule], day: date, ways: list[LegalWay]
) -> None:
    offered = [other.route for other in nearest_lawful(asked, ways, rules, day)]
    lawful = [route for route in every_route() if route != asked and has_basis(route, rules, day)]
    assert len(offered) == len(set(offered)) and set(offered) <= set(lawful)
    assert bool(offered) == bool(lawful), "wherever any lawful way exists, one is offered"
    named = {way.instead_of(asked).route for way in ways} & set(lawful)
    if named:
        assert set(offered) == named
    elif lawful:
        assert asked.parts_changed(offered[0]) == min(asked.parts_changed(route) for route in lawful)


def test_a_way_keeps_what_it_does_not_change_and_equal_distance_keeps_the_order_given() -> None:
    asked = LegalRoute(Party.CITY_HALL, Activity.SUPPLY, MoneyFlow.FOR_PROFIT)
    far = LegalWay({"en": "advise"}, activity=Activity.ADVICE, money_flow=MoneyFlow.OWN_BUDGET)
    first, second = LegalWay({}, actor=Party.PRIVATE_CONSORTIUM), LegalWay({}, actor=Party.MUNICIPAL_CORPORATION)
    offered = [other.route for other in nearest_lawful(asked, (far, first, second), SHIPPED, DAY)]
    assert offered == [
        LegalRoute(Party.PRIVATE_CONSORTIUM, Activity.SUPPLY, MoneyFlow.FOR_PROFIT),
        LegalRoute(Party.MUNICIPAL_CORPORATION, Activity.SUPPLY, MoneyFlow.FOR_PROFIT),
        LegalRoute(Party.CITY_HALL, Activity.ADVICE, MoneyFlow.OWN_BUDGET),
    ]


def test_where_a_rule_names_no_way_the_same_work_by_another_is_looked_for_first() -> None:
    rule = LegalRule("none", Basis.NO_BASIS, {}, actors=frozenset({Party.CITY_HALL}), activities=frozenset({Activity.TENDER}))
    answer = legal_answer(Party.CITY_HALL, Activity.TENDER, MoneyFlow.FOR_PROFIT, (rule, *SHIPPED), DAY)
    nearest = answer.alternatives[0]
    assert nearest.route.activity is Activity.TENDER and nearest.route.actor is Party.MUNICIPAL_CORPORATION
    assert len(answer.alternatives) == MOST_COMPUTED and nearest.text == {}


@pytest.mark.parametrize("activity", [Activity.TENDER, Activity.SUPPLY])
@pytest.mark.parametrize("flow", list(MoneyFlow))
def test_city_hall_is_refused_a_water_meter_tender_and_a_corporation_in_a_consortium_is_offered(
    activity: Activity, flow: MoneyFlow
) -> None:
    answer = legal_answer(Party.CITY_HALL, activity, flow, SHIPPED, DAY)
    assert answer.answer is Basis.NO_BASIS
    corporation, consortium = answer.alternatives[:2]
    assert (corporation.route.actor, corporation.route.activity) == (Party.MUNICIPAL_CORPORATION, activity)
    assert (consortium.route.actor, consortium.route.activity) == (Party.PRIVATE_CONSORTIUM, activity)
    assert "A municipal corporation in a consortium" in corporation.text["en"]
    assert "컨소시엄" in corporation.text["ko"]


def test_a_long_posting_needs_a_basis_that_somebody_could_create() -> None:
    for flow in (MoneyFlow.NONE, MoneyFlow.OWN_BUDGET, MoneyFlow.COST_RECOVERY):
        answer = legal_answer(Party.CITY_HALL, Activity.DISPATCH_LONG, flow, SHIPPED, DAY)
        assert answer.answer is Basis.NEEDS_BASIS and answer.decided_by is not None
        assert answer.alternatives[0].route.activity is Activity.DISPATCH_SHORT


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
    way = LegalWay({}, elsewhere.actor, elsewhere.activity, elsewhere.money_flow)
    rule = LegalRule("all", Basis.NO_BASIS, {}, actors=frozenset({Party.CITY_HALL}), alternatives=(way,))
    assert legal_answer(Party.CITY_HALL, Activity.TENDER, MoneyFlow.FOR_PROFIT, (rule,), DAY).alternatives == ()


def test_lawful_actors_come_first() -> None:
    asked = (Party.CITY_HALL, Party.PRIVATE_CONSORTIUM, Party.MUNICIPAL_CORPORATION)
    answers = answers_for(asked, Activity.SUPPLY, MoneyFlow.FOR_PROFIT, SHIPPED, DAY)
    assert [answer.route.actor for answer in answers] == [
        Party.PRIVATE_CONSORTIUM,
        Party.MUNICIPAL_CORPORATION,
        Party.CITY_HALL,
    ]
