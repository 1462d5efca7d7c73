"""Whether a city meets the conditions under which a solution can be transferred, judged by its own sourced figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from seoulution.engine.cities.profile import Reading, Value
from seoulution.engine.provenance import Sourced


class ConditionState(StrEnum):
    """A condition without a figure is unknown: a question to the city, never a silent yes or no."""

    MET = "met"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that must hold in the receiving city. Without an indicator it can only be asked.

    threshold : in the unit of the indicator
    critical : a failed critical condition makes the match conditional whatever else fits
    """

    code: str
    critical: bool = False
    indicator: str | None = None
    comparison: Literal["at_least", "at_most"] | None = None
    threshold: Decimal | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """The judgement with the figure it rests on; no figure where the state is unknown."""

    code: str
    state: ConditionState
    critical: bool
    figure: Sourced[Value] | None


def judged(conditions: Iterable[Condition], readings: Mapping[str, Reading]) -> tuple[ConditionResult, ...]:
    """Every condition against the city's readings, failed ones first, then unknown, then met.

    A figure in another unit, in words, or of the whole country does not decide: the condition stays unknown.
    """
    results = [_judge(condition, readings) for condition in conditions]
    order = {ConditionState.FAILED: 0, ConditionState.UNKNOWN: 1, ConditionState.MET: 2}
    return tuple(sorted(results, key=lambda result: (order[result.state], not result.critical)))


def _judge(condition: Condition, readings: Mapping[str, Reading]) -> ConditionResult:
    reading = readings.get(condition.indicator) if condition.indicator else None
    unknown = ConditionResult(condition.code, ConditionState.UNKNOWN, condition.critical, None)
    if reading is None or condition.threshold is None or reading.stands_in:
        return unknown
    figure = reading.best
    if isinstance(figure.value, str) or figure.unit != condition.unit:
        return unknown
    holds = figure.value >= condition.threshold if condition.comparison == "at_least" else figure.value <= condition.threshold
    state = ConditionState.MET if holds else ConditionState.FAILED
    return ConditionResult(condition.code, state, condition.critical, figure)
