"""A solution's text as written and as read: references to claims, and the plain words that stand for them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal

from seoulution.engine.catalogue.references import plain
from seoulution.reference.schema import catalogue


def plain_data(data: Mapping[str, Any]) -> Any:
    """The record's JSON with every reference replaced by its words; a reference without words reads as value and unit."""
    values = {claim["code"]: value_words(claim["figure"]) for claim in data.get("claims", ())}
    return _plain(data, values)


def read_plainly(written: catalogue.PolicySolution) -> catalogue.PolicySolution:
    """A manuscript as a reader sees it; the same record where it refers to no claim."""
    data = written.model_dump(mode="json")
    plainly = plain_data(data)
    return written if plainly == data else catalogue.PolicySolution.model_validate(plainly)


def value_words(figure: Mapping[str, Any]) -> str:
    """Value and unit as a program may print them; pages and papers use the reader's own grouping and units."""
    value = figure["value"]
    try:
        number = format_decimal(Decimal(str(value)), locale="en", decimal_quantization=False)
    except ArithmeticError:
        return str(value)
    return f"{number} {figure['unit']}".strip()


def _plain(value: Any, values: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return plain(value, values) if "](claim:" in value else value
    if isinstance(value, Mapping):
        return {key: _plain(held, values) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(held, values) for held in value]
    return value
