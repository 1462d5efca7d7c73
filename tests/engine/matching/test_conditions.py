from decimal import Decimal

import pytest

from seoulution.engine.cities.profile import Freshness, Reading
from seoulution.engine.matching.conditions import Condition, ConditionState, judged
from seoulution.engine.provenance import Sourced
from seoulution.engine.vocabulary import Boundary, Confidence

METERED = Condition("metered", True, "water.metering", "at_least", Decimal("80"), "%")


def reading(value: Decimal | str, unit: str = "%", boundary: Boundary = Boundary.CITY) -> dict[str, Reading]:
    figure: Sourced[Decimal | str] = Sourced(value, unit, 2013, boundary, "utility-report", Confidence.PRIMARY)
    return {"water.metering": Reading("water.metering", figure, Freshness.FRESH)}


@pytest.mark.parametrize(("value", "state"), [("80", ConditionState.MET), ("79.9", ConditionState.FAILED)])
def test_the_citys_own_figure_decides_and_is_shown(value: str, state: ConditionState) -> None:
    (result,) = judged([METERED], reading(Decimal(value)))
    assert result.state is state
    assert result.figure is not None
    assert result.figure.source == "utility-report"


@pytest.mark.parametrize(
    "readings",
    [{}, reading(Decimal("90"), unit="share"), reading("most homes"), reading(Decimal("90"), boundary=Boundary.COUNTRY)],
)
def test_no_figure_another_unit_words_or_a_country_figure_leave_it_unknown(readings: dict[str, Reading]) -> None:
    (result,) = judged([METERED], readings)
    assert result.state is ConditionState.UNKNOWN
    assert result.figure is None


def test_failed_conditions_come_first_and_the_critical_ones_before_the_others() -> None:
    asked = Condition("law")
    minor = Condition("minor", False, "water.metering", "at_most", Decimal("10"), "%")
    results = judged([asked, minor, METERED], reading(Decimal("50")))
    assert [result.code for result in results] == ["metered", "minor", "law"]
