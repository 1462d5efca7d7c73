"""Which stages a cooperation would take, and the gate it stands before."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.engagements.course import ADVISORY, PLACE, STAGES, course_of, gate_ahead, stages_of_plan, ways
from seoulution.engine.engagements.facts import EngagementFacts
from seoulution.engine.engagements.programme import SEOUL_2014
from seoulution.engine.vocabulary import Ending, SolutionKind, Stage

ON = date(2014, 6, 1)


def facts(**told: object) -> EngagementFacts:
    return EngagementFacts(on=ON, **told)  # type: ignore[arg-type]


def test_advice_ends_at_consulting_and_what_can_be_delivered_goes_on_to_operation() -> None:
    assert course_of(facts()) == (*ADVISORY, Stage.FEEDBACK)
    assert Stage.OPERATION in course_of(facts(kinds=frozenset({SolutionKind.EXPORTABLE})))


@pytest.mark.parametrize(
    ("begun", "gate"), [(True, Stage.FEEDBACK), (False, Stage.CONSULTING)], ids=["running", "under review"]
)
def test_a_stage_that_is_only_hoped_for_has_its_own_gate_ahead(begun: bool, gate: Stage) -> None:
    assert gate_ahead(facts(stage=Stage.CONSULTING, begun=begun)) is gate


def test_nothing_is_ahead_of_what_ended_or_stands_nowhere() -> None:
    assert gate_ahead(facts()) is None
    assert gate_ahead(facts(stage=Stage.CONSULTING, ending=Ending.DORMANT)) is None
    assert gate_ahead(facts(stage=Stage.FEEDBACK)) is None


@given(st.sampled_from(Stage), st.booleans())
def test_the_gate_ahead_is_never_behind_and_always_in_the_course(stage: Stage, begun: bool) -> None:
    told = facts(stage=stage, begun=begun, kinds=frozenset({SolutionKind.EXPORTABLE}))
    gate = gate_ahead(told)
    assert gate is None or (PLACE[gate] >= PLACE[stage] and gate in {*stages_of_plan(told), stage})


def test_arrows_lead_from_each_stage_to_the_next_and_past_what_may_be_left_out() -> None:
    found = ways(SEOUL_2014)
    assert sum(way.past is None for way in found) == len(Stage) - 1
    for way in found:
        assert PLACE[way.after] - PLACE[way.before] == (1 if way.past is None else 2)
        assert way.past is None or STAGES[way.past].may_skip
