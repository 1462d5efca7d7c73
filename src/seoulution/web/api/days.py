"""A day in an address, written as YYYY-MM-DD and in no other way."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator


def _written_out(value: Any) -> Any:
    """Other spellings, and numbers that could be read as seconds since 1970, are refused."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("a day is written as YYYY-MM-DD")
    return value


Day = Annotated[date, BeforeValidator(_written_out)]
