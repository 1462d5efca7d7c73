"""Decisions of others: of each body the newest about the same thing counts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.engagements.codes import Approval
from seoulution.engine.engagements.decisions import Decision, given_by_others, overtaken, same_body
from seoulution.engine.vocabulary import Stage

DAY = date(2026, 3, 2)


def decision(
    number: int, *, body: str = "Asian Development Bank", granted: bool = True, after: int = 0, **other: Stage
) -> Decision:
    stage = other.get("stage", Stage.FEASIBILITY)
    return Decision(number, Approval.FUND_DECISION, stage, body, DAY + timedelta(days=after), granted=granted)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Asian Development Bank", "  ASIAN  development\u00a0bank "),
        ("한국국제협력단", "\u1112\u1161\u11ab국국제협력단"),
        ("ＫＯＩＣＡ", "Koica"),
        ("Straße", "STRASSE"),
    ],
)
def test_a_body_is_the_same_whatever_its_case_its_spaces_and_how_its_letters_are_stored(one: str, other: str) -> None:
    assert same_body(one) == same_body(other)


def test_bodies_of_other_names_stay_apart() -> None:
    assert same_body("Đà Nẵng") != same_body("Da Nang") and same_body("KOICA") != same_body("KOIKA")


def test_of_two_decisions_on_one_day_the_one_recorded_later_is_the_newer() -> None:
    yes, no = decision(1), decision(2, granted=False)
    assert given_by_others([no, yes]) == {} and overtaken([no, yes]) == {yes: no}


def test_a_decision_recorded_late_about_an_earlier_day_overtakes_nothing() -> None:
    yes, no = decision(1, after=5), decision(2, granted=False)
    assert given_by_others([yes, no]) == {Stage.FEASIBILITY: frozenset({Approval.FUND_DECISION})}
    assert overtaken([yes, no]) == {no: yes}


def test_a_no_to_another_stage_or_of_another_body_takes_nothing_back() -> None:
    yes = decision(1)
    no, others = decision(2, granted=False, stage=Stage.MAIN_PROJECT), decision(3, granted=False, body="The other bank")
    assert given_by_others([yes, no, others]) == {Stage.FEASIBILITY: frozenset({Approval.FUND_DECISION})}
    assert overtaken([yes, no, others]) == {}


DECISIONS = st.lists(
    st.builds(
        Decision,
        st.integers(1, 1_000),
        st.sampled_from(Approval),
        st.sampled_from(Stage),
        st.sampled_from(["the bank", "The Bank ", "the city"]),
        st.dates(date(2014, 1, 1), date(2014, 1, 5)),
        granted=st.booleans(),
    ),
    unique_by=lambda each: each.number,
    max_size=12,
)


@given(DECISIONS, st.randoms())
def test_the_order_of_records_does_not_matter_and_each_thing_has_one_decision_of_a_body(
    made: list[Decision], chance: object
) -> None:
    shuffled = list(made)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert given_by_others(made) == given_by_others(shuffled)
    left = [each for each in made if each not in overtaken(made)]
    assert len({(each.kind, each.stage, same_body(each.body)) for each in left}) == len(left)
    assert {(each.stage, each.kind) for each in left if each.granted} == {
        (stage, kind) for stage, kinds in given_by_others(made).items() for kind in kinds
    }
