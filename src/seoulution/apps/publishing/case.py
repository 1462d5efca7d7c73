"""Everything a dossier is about, gathered from live records and rules; what it says is composed from this and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.matching.offers import Offer
from seoulution.engine.cities.profile import CityProfile
from seoulution.engine.cities.trajectory import TrajectoryMatch
from seoulution.engine.engagements.steps import PlannedStep
from seoulution.engine.financing.plan import FinancingPlan
from seoulution.engine.vocabulary import Sector
from seoulution.reference.schema import cities, network


@dataclass(frozen=True, slots=True)
class NeedCase:
    """One need with the phrases that led to it and what was offered."""

    text: str
    sector: Sector | None
    concepts: tuple[str, ...]
    phrases: tuple[str, ...]
    offers: tuple[Offer, ...]
    none_fits_reason: str

    @property
    def standing(self) -> tuple[Offer, ...]:
        """Offers nobody rejected, accepted ones first, then as ranked; none where a person said that none fits."""
        if self.none_fits_reason:
            return ()
        kept = [offer for offer in self.offers if offer.verdict != "rejected"]
        return tuple(sorted(kept, key=lambda offer: (offer.verdict != "accepted", offer.rank)))


@dataclass(frozen=True, slots=True)
class Letter:
    """The city's own words, or what a document tells of them (`reported`, with its source)."""

    text: str
    language: str
    requester: str
    received_on: date | None
    year: int | None
    reported: bool
    source: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """The inputs of a dossier. `city` is None where the place is not on record."""

    identifier: str
    letter: Letter
    city: City | None
    city_as_written: str
    sectors: tuple[Sector, ...]
    needs: tuple[NeedCase, ...]
    profile: CityProfile | None
    trajectory: TrajectoryMatch | None
    milestones: tuple[cities.Milestone, ...]
    steps: tuple[PlannedStep, ...]
    financing: FinancingPlan | None
    courses: tuple[network.TrainingCourse, ...]
    today: date
    built_at: datetime

    @property
    def solutions(self) -> Sequence[PolicySolution]:
        """Every solution still standing, once, best need first."""
        found: dict[str, PolicySolution] = {}
        for need in self.needs:
            for offer in need.standing:
                if not offer.weak or offer.verdict == "accepted":
                    found.setdefault(offer.solution.code, offer.solution)
        return list(found.values())
