"""The most that funds can pay together under their caps: an exact maximum flow in decimals.

A fund's cap holds for the whole project, so that it is shared by all stages the fund pays for. Funds come in order of preference:
a later fund only adds to what earlier ones pay and never takes their place.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from seoulution.engine.vocabulary import Stage

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Payer:
    """A fund's code, the stages it may pay for, and its cap; None where the source states none."""

    code: str
    stages: frozenset[Stage]
    cap: Decimal | None


@dataclass(frozen=True, slots=True)
class Slice:
    """What one fund could pay at most for one stage in the stack."""

    fund: str
    stage: Stage
    amount: Decimal


def stacked(payers: Sequence[Payer], costs: Mapping[Stage, Decimal]) -> tuple[Slice, ...]:
    """The slices of a largest stack, in the payers' order and then the order of `costs`; nothing is paid twice."""
    paid: dict[tuple[str, Stage], Decimal] = {}
    left = dict(costs)
    for payer in payers:
        wanted = sum(costs.values(), NOTHING)
        free = wanted if payer.cap is None else min(payer.cap, wanted)
        while free > NOTHING and (path := _path(payer, payers, paid, left)):
            free -= _pay_along(path, free, paid, left)
    return tuple(
        Slice(payer.code, stage, amount)
        for payer in payers
        for stage in costs
        if (amount := paid.get((payer.code, stage), NOTHING)) > NOTHING
    )


def _path(
    payer: Payer, payers: Sequence[Payer], paid: Mapping[tuple[str, Stage], Decimal], left: Mapping[Stage, Decimal]
) -> list[tuple[str, Stage]] | None:
    """The shortest way to more money: (fund, stage) pairs, each fund but the first moving off the stage before it."""
    queue: deque[tuple[Payer, list[tuple[str, Stage]]]] = deque([(payer, [])])
    seen: set[Stage] = set()
    while queue:
        current, path = queue.popleft()
        for stage in left:
            if stage not in current.stages or stage in seen:
                continue
            seen.add(stage)
            longer = [*path, (current.code, stage)]
            if left[stage] > NOTHING:
                return longer
            queue.extend(
                (other, longer) for other in payers if other is not current and paid.get((other.code, stage), NOTHING) > NOTHING
            )
    return None


def _pay_along(
    path: Sequence[tuple[str, Stage]], free: Decimal, paid: dict[tuple[str, Stage], Decimal], left: dict[Stage, Decimal]
) -> Decimal:
    moves = [(path[place + 1][0], path[place][1]) for place in range(len(path) - 1)]
    amount = min(free, left[path[-1][1]], *(paid[move] for move in moves))
    for pair in path:
        paid[pair] = paid.get(pair, NOTHING) + amount
    for move in moves:
        paid[move] -= amount
    left[path[-1][1]] -= amount
    return amount
