"""Why a solution stands where it stands: what the need and the solution share, as values that a page can show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seoulution.engine.demand.understanding import Span, Understanding
from seoulution.engine.vocabulary import Sector


@dataclass(frozen=True, slots=True)
class SharedConcept:
    """A concept that the need names and the solution treats, with the need's own phrases for it."""

    concept: str
    sector: Sector | None
    phrases: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ClosestPassage:
    """The part of the solution that is nearest in meaning to the need.

    place : 1 when no other solution's passage is nearer. There is no percentage: the encoders' figures are not one.
    """

    language: str
    text: str
    place: int


@dataclass(frozen=True, slots=True)
class Reasons:
    """All that speaks for one hit. Empty concepts and no agreement mean: by closeness of meaning alone."""

    solution: str
    concepts: tuple[SharedConcept, ...]
    sector_agrees: bool | None
    closest: ClosestPassage | None

    @property
    def by_meaning_alone(self) -> bool:
        """No concept is shared: a person should read both texts before believing it."""
        return not self.concepts


def reasons_for(
    solution: str,
    need: Understanding,
    solution_concepts: Mapping[str, float],
    solution_sector: Sector | None,
    closest: ClosestPassage | None,
) -> Reasons:
    """What need and solution share, the surest concept first.

    `sector_agrees` is None when the need names no sector or the solution's is not known.
    """
    shared: Sequence[SharedConcept] = [
        SharedConcept(found.concept, found.sector, found.spans) for found in need.needs if found.concept in solution_concepts
    ]
    agrees = solution_sector in need.sectors if need.sectors and solution_sector is not None else None
    return Reasons(solution, tuple(shared), agrees, closest)
