"""A figure typed in single ones where its unit counts in thousands is asked back about."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.cities.scale import counted_in, scale_findings
from seoulution.engine.findings import blocking


@pytest.mark.parametrize(
    ("unit", "many"),
    [
        ("thousand persons", 1_000),
        ("million/day", 1_000_000),
        ("local currency, billion", 1_000_000_000),
        ("persons", 1),
        ("persons/1,000 connections", 1),
        ("%", 1),
    ],
)
def test_a_unit_says_how_many_single_ones_it_counts(unit: str, many: int) -> None:
    assert counted_in(unit) == many


@pytest.mark.parametrize(
    ("unit", "value", "known", "people", "asks"),
    [
        ("thousand persons", "250000", None, None, True),
        ("thousand persons", "250", None, None, False),
        ("thousand persons", "9700", None, None, False),
        ("thousand persons", "32000", "31000", None, False),
        ("thousand persons", "31000", "30", None, True),
        ("thousand households", "18000", None, "60", True),
        ("thousand households", "18", None, "60", False),
        ("local currency, billion", "80000", "71000", None, False),
        ("local currency, billion", "80000000000000", "71000", None, True),
        ("local currency, billion", "80000000000000", None, None, False),
        ("million/day", "4500000", None, None, True),
        ("persons", "250000", "240", None, False),
    ],
)
def test_it_asks_where_single_ones_are_likely_meant(
    unit: str, value: str, known: str | None, people: str | None, asks: bool
) -> None:
    told = scale_findings(
        unit, Decimal(value), known=Decimal(known) if known else None, people=Decimal(people) if people else None
    )
    assert bool(told) is asks and not blocking(told)


def test_it_says_what_the_figure_would_be_and_what_to_write_instead() -> None:
    [asked] = scale_findings("thousand persons", Decimal("250500"), known=None, people=None)
    assert asked.parameters == {"typed": "250500", "whole": "250500000", "meant": "250.5", "many": "1000"}


@given(st.decimals(min_value=1, max_value=100_000, places=1))
def test_what_is_like_the_latest_reading_is_never_asked_about_and_single_ones_always(known: Decimal) -> None:
    assert not scale_findings("thousand persons", known * 2, known=known, people=None)
    assert scale_findings("thousand persons", known * 1_000, known=known, people=None)
