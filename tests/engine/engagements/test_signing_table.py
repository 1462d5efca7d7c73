"""Who signs what, as one table."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.engagements.codes import Rank
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.engagements.signing_table import ABROAD, SIGNING, SigningRow, above_drafter, steps_for
from seoulution.engine.vocabulary import Stage

WON = st.none() | st.decimals(0, 10**13, places=0)
RANKS = tuple(Rank)


@given(st.sampled_from(Approval), st.sampled_from(Stage), WON)
def test_every_decision_of_ours_has_a_block_that_begins_with_the_officer_and_rises(
    kind: Approval, stage: Stage, won: Decimal | None
) -> None:
    steps = steps_for(kind, stage, won)
    if kind in ABROAD:
        assert steps == ()
        return
    assert steps[0] == (Rank.OFFICER,)
    heights = [RANKS.index(step[0]) for step in steps]
    assert heights == sorted(set(heights)) and len(steps[-1]) == 1
    assert all(len(set(step)) == 1 for step in steps)


@given(st.sampled_from(Approval), st.sampled_from(Stage), WON, WON)
def test_a_larger_amount_never_ends_lower(kind: Approval, stage: Stage, one: Decimal | None, other: Decimal | None) -> None:
    low, high = sorted((one or Decimal(0), other or Decimal(0)))
    lower, higher = steps_for(kind, stage, low), steps_for(kind, stage, high)
    assert not lower or RANKS.index(lower[-1][0]) <= RANKS.index(higher[-1][0])


def test_small_amounts_end_with_the_head_of_division_and_large_ones_with_the_mayor() -> None:
    assert steps_for(Approval.OWN_BUDGET, Stage.CONSULTING, Decimal(9_000_000))[-1] == (Rank.DIVISION_HEAD,)
    assert steps_for(Approval.OWN_BUDGET, Stage.CONSULTING, Decimal(10_000_000))[-1] == (Rank.DIVISION_HEAD,)
    assert steps_for(Approval.OWN_BUDGET, Stage.CONSULTING, Decimal(10_000_001))[-1] == (Rank.BUREAU_HEAD,)
    large = steps_for(Approval.OWN_BUDGET, Stage.MAIN_PROJECT, Decimal(5_000_000_000))
    assert large[-1] == (Rank.MAYOR,) and (Rank.DIVISION_HEAD, Rank.DIVISION_HEAD) in large


@given(st.sampled_from(SIGNING), st.sampled_from(Rank))
def test_somebody_above_the_drafter_always_decides(row: SigningRow, drafter: Rank) -> None:
    steps = above_drafter(row.steps, drafter)
    if drafter is Rank.MAYOR:
        assert steps == ()
        return
    assert steps[0] == (drafter,) and len(steps) >= 2
    assert all(RANKS.index(rank) > RANKS.index(drafter) for step in steps[1:] for rank in step)
