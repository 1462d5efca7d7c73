"""The largest stack under the caps, checked against the cut that bounds it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.financing.stacking import NOTHING, Payer, Slice, stacked
from seoulution.engine.vocabulary import Stage

STAGES = (Stage.CONSULTING, Stage.FEASIBILITY, Stage.MAIN_PROJECT)
AMOUNTS = st.decimals(0, 1000, places=2)
COSTS = st.dictionaries(st.sampled_from(STAGES), AMOUNTS, min_size=1)
PAYERS = st.lists(st.tuples(st.frozensets(st.sampled_from(STAGES), min_size=1), st.none() | AMOUNTS), max_size=5).map(
    lambda drawn: [Payer(f"fund-{place}", stages, cap) for place, (stages, cap) in enumerate(drawn)]
)


def total(slices: Sequence[Slice]) -> Decimal:
    return sum((piece.amount for piece in slices), NOTHING)


def smallest_cut(payers: Sequence[Payer], costs: Mapping[Stage, Decimal]) -> Decimal:
    """Max-flow equals min-cut: over all sets of stages, their cost plus the caps of those who may pay elsewhere."""
    chosen = chain.from_iterable(combinations(costs, size) for size in range(len(costs) + 1))
    bounds = []
    for stages in chosen:
        others = set(costs) - set(stages)
        caps = [payer.cap for payer in payers if payer.stages & others]
        if None not in caps:
            bounds.append(
                sum((costs[stage] for stage in stages), NOTHING) + sum((cap for cap in caps if cap is not None), NOTHING)
            )
    return min(bounds, default=sum(costs.values(), NOTHING))


@given(PAYERS, COSTS)
def test_the_stack_is_the_largest_that_the_caps_allow(payers: list[Payer], costs: dict[Stage, Decimal]) -> None:
    assert total(stacked(payers, costs)) == smallest_cut(payers, costs)


@given(PAYERS, COSTS)
def test_no_cap_is_broken_and_nothing_is_paid_twice_or_outside_a_funds_stages(
    payers: list[Payer], costs: dict[Stage, Decimal]
) -> None:
    slices = stacked(payers, costs)
    for payer in payers:
        own = [piece for piece in slices if piece.fund == payer.code]
        assert payer.cap is None or total(own) <= payer.cap
        assert all(piece.stage in payer.stages and piece.amount > 0 for piece in own)
    for stage, cost in costs.items():
        assert total([piece for piece in slices if piece.stage is stage]) <= cost


@given(PAYERS, COSTS)
def test_a_later_fund_never_takes_the_place_of_an_earlier_one(payers: list[Payer], costs: dict[Stage, Decimal]) -> None:
    everyone = stacked(payers, costs)
    for count in range(len(payers)):
        alone = stacked(payers[:count], costs)
        first = {payer.code for payer in payers[:count]}
        assert total([piece for piece in everyone if piece.fund in first]) == total(alone)


def test_a_fund_moves_to_its_other_stage_to_let_a_narrower_fund_in() -> None:
    wide = Payer("wide", frozenset({Stage.CONSULTING, Stage.FEASIBILITY}), Decimal(100))
    narrow = Payer("narrow", frozenset({Stage.CONSULTING}), Decimal(100))
    costs = {Stage.CONSULTING: Decimal(100), Stage.FEASIBILITY: Decimal(100)}
    assert stacked((wide, narrow), costs) == (
        Slice("wide", Stage.FEASIBILITY, Decimal(100)),
        Slice("narrow", Stage.CONSULTING, Decimal(100)),
    )


def test_nothing_is_stacked_without_payers() -> None:
    assert stacked((), {Stage.CONSULTING: Decimal(5)}) == ()
