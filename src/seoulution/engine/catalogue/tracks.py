"""The two tracks of a solution and the evidence that each demands, as one literal table (M1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from seoulution.engine.findings import Finding, Severity
from seoulution.engine.vocabulary import SolutionKind


class TrackEvidence(StrEnum):
    """One thing that a track demands, and that a solution holds or lacks."""

    PROBLEM = "problem"
    ACTIONS = "actions"
    OBSTACLES = "obstacles"
    RESULTS_WITH_CLAIM = "results_with_claim"
    WHOM_TO_ASK = "whom_to_ask"
    TEACHING = "teaching"
    PRODUCT = "product"
    LAWFUL_PROVIDER = "lawful_provider"
    PRICE_BASIS = "price_basis"
    REFERENCES = "references"


_E = TrackEvidence

DEMANDS: Final[Mapping[SolutionKind, tuple[TrackEvidence, ...]]] = {
    SolutionKind.KNOWLEDGE: (_E.PROBLEM, _E.ACTIONS, _E.OBSTACLES, _E.RESULTS_WITH_CLAIM, _E.WHOM_TO_ASK, _E.TEACHING),
    SolutionKind.EXPORTABLE: (_E.PRODUCT, _E.LAWFUL_PROVIDER, _E.PRICE_BASIS, _E.REFERENCES),
}
"""Knowledge is taught: what was wrong, done, hard and changed, and who teaches it. A deliverable is bought: what, from whom, at what price,
and where it runs."""

LACKING: Final[Mapping[TrackEvidence, str]] = {
    _E.PROBLEM: "track.problem-missing",
    _E.ACTIONS: "track.actions-missing",
    _E.OBSTACLES: "track.obstacles-missing",
    _E.RESULTS_WITH_CLAIM: "track.results-without-claim",
    _E.WHOM_TO_ASK: "track.nobody-to-ask",
    _E.TEACHING: "track.nobody-teaches",
    _E.PRODUCT: "track.product-missing",
    _E.LAWFUL_PROVIDER: "track.no-lawful-provider",
    _E.PRICE_BASIS: "track.price-basis-missing",
    _E.REFERENCES: "track.runs-nowhere",
}
"""What is said of evidence that a track demands and a solution lacks."""


@dataclass(frozen=True, slots=True)
class Track:
    """How far a solution holds what one of its tracks demands."""

    kind: SolutionKind
    held: tuple[TrackEvidence, ...]
    missing: tuple[TrackEvidence, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """A warning for each thing that is missing."""
        return tuple(Finding(LACKING[each], Severity.WARNING, self.kind.value) for each in self.missing)


def tracks(kinds: Iterable[SolutionKind], evidence: Iterable[TrackEvidence]) -> tuple[Track, ...]:
    """Each track that the solution says it has, with what it demands held or missing, in the table's order."""
    at_hand, chosen = frozenset(evidence), frozenset(kinds)
    return tuple(
        Track(
            kind,
            tuple(each for each in DEMANDS[kind] if each in at_hand),
            tuple(each for each in DEMANDS[kind] if each not in at_hand),
        )
        for kind in SolutionKind
        if kind in chosen
    )
