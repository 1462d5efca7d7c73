"""Forms of aftercare."""

from decimal import Decimal

import pytest

from seoulution.web.office.aftercare_forms import CheckForm, LevelForm, PlanForm, ReadingForm

SAID = {"measure": "Leakage", "unit": "%", "bound": "12.5", "agreed_on": "2026-01-05", "agreed_in": "contract, 7"}


@pytest.mark.parametrize(("direction", "higher"), [("least", True), ("most", False)])
def test_at_least_and_at_most_are_told_apart(direction: str, higher: bool) -> None:
    form = LevelForm({**SAID, "direction": direction})
    assert form.is_valid() and form.agreed().higher_is_better is higher and form.agreed().bound == Decimal("12.5")


@pytest.mark.parametrize("form", [LevelForm({}), ReadingForm({}), PlanForm({}), CheckForm({})])
def test_nothing_is_taken_that_is_not_said(form: LevelForm) -> None:
    assert not form.is_valid() and set(form.errors) == set(form.fields)


def test_a_number_of_five_decimals_is_not_taken() -> None:
    assert "value" in ReadingForm({"read_on": "2026-01-05", "value": "0.00001", "source": "x"}).errors
