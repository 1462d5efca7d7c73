"""How much of the template is filled: sections weigh most, then figures, levels, conditions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "problem": 2.0,
    "actions": 2.0,
    "results": 2.0,
    "obstacles": 1.5,
    "cost": 1.5,
    "law": 1.0,
    "transfer": 1.5,
    "shared": 0.5,
    "contact": 1.0,
    "claims": 1.5,
    "levels": 1.0,
    "conditions": 1.0,
}
"""Parts of the template and what each is worth: our judgement of what a receiving city asks first."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """`share` in [0, 1]; `missing` names the parts that count for the rest, heaviest first."""

    share: float
    missing: tuple[str, ...]


def completeness(filled: frozenset[str]) -> Completeness:
    """The weighted share of the template's parts that are filled; unknown part names are refused."""
    unknown = filled - WEIGHTS.keys()
    if unknown:
        raise ValueError(f"not parts of the template: {', '.join(sorted(unknown))}")
    missing = sorted((part for part in WEIGHTS if part not in filled), key=lambda part: -WEIGHTS[part])
    return Completeness(sum(WEIGHTS[part] for part in filled) / sum(WEIGHTS.values()), tuple(missing))


def worth(part: str) -> float:
    """The share of the whole that a part counts for, in [0, 1]: how much filling it would add."""
    return WEIGHTS[part] / sum(WEIGHTS.values())
