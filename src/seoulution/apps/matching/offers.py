"""A solution offered for a need, as a value: why it fits, which conditions hold, what people decided."""

from collections.abc import Mapping
from dataclasses import dataclass

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.engine.matching.conditions import ConditionResult


@dataclass(frozen=True, slots=True)
class Offer:
    """`concepts` are subjects that need and solution share; `passage` is the solution's text
    nearest in meaning, in Korean and English."""

    solution: PolicySolution
    rank: int
    weak: bool
    concepts: tuple[str, ...]
    same_sector: bool
    passage: Mapping[str, str]
    conditions: tuple[ConditionResult, ...]
    verdict: str
    verdict_reason: str
