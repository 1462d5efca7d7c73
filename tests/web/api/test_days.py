"""Days in addresses of the interface."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from seoulution.web.api.days import Day


def test_a_day_is_written_out() -> None:
    assert TypeAdapter(Day).validate_python("2014-05-31") == date(2014, 5, 31)


@pytest.mark.parametrize(
    "written", ["0", "86400", "2014", "20140531", "2014-W22-6", "2014-02-30", "31.5.2014", "", "2014-05-31T00:00"]
)
def test_whatever_else_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Day).validate_python(written)
