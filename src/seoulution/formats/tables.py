"""A list as columns and rows, the same value for XLSX and CSV, so that a download equals the list on screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


class ColumnKind(StrEnum):
    """What a column holds; a text that looks like a number, formula or address stays text."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


Value: TypeAlias = str | int | float | Decimal | bool | date | datetime | None
Row: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Column:
    """key : of the row's value, stable across languages; label : in the reader's language; width : in characters."""

    key: str
    label: str
    kind: ColumnKind = ColumnKind.TEXT
    width: float | None = None


def plain(value: Value) -> str:
    """A value as text: ISO dates, no grouping in numbers, nothing for what is not known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
