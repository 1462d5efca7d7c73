"""Whether a figure was typed in single ones where its unit counts in thousands, millions or billions: a question, never a refusal."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from seoulution.engine.findings import Finding, Severity

WORDS: Final[Mapping[str, int]] = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
NONE: Final = Decimal(0)
TIMES_WHAT_IS_KNOWN: Final = 100
"""No figure of a city grows a hundredfold between two readings."""
TIMES_THE_PEOPLE: Final = 10
"""Of homes, households and people served a city has not ten times as many as inhabitants."""
MOST_WITHOUT_A_MEASURE: Final[Mapping[int, int]] = {1_000: 20_000, 1_000_000: 1_000}
"""Where nothing is known to measure by: twenty million people, a billion a day. The few larger cities say that it is right."""


def counted_in(unit: str) -> int:
    """How many single ones the unit stands for: 1,000 for `thousand persons`, a billion for `local currency, billion`."""
    said = unit.replace(",", " ").replace("/", " ").split()
    return next((many for word, many in WORDS.items() if word in said), 1)


def scale_findings(unit: str, value: Decimal, *, known: Decimal | None, people: Decimal | None) -> tuple[Finding, ...]:
    """Asks back where single ones are likely meant.

    known : the latest other reading of the same figure, in the same unit; people : of the place, in thousands
    """
    many = counted_in(unit)
    if many == 1 or not _is_odd(many, abs(value), abs(known or NONE), abs(people or NONE)):
        return ()
    said = {"typed": f"{value:f}", "whole": f"{value * many:f}", "meant": f"{value / many:.6f}".rstrip("0").rstrip(".")}
    return (Finding("sharing.figure-scale", Severity.WARNING, parameters={**said, "many": str(many)}),)


def _is_odd(many: int, value: Decimal, known: Decimal, people: Decimal) -> bool:
    if known:
        return value >= known * TIMES_WHAT_IS_KNOWN
    if people and many == WORDS["thousand"]:
        return value >= people * TIMES_THE_PEOPLE
    most = MOST_WITHOUT_A_MEASURE.get(many)
    return most is not None and value >= most
