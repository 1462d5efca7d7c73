"""How complete and how well evidenced a text is, explained: what counts, what is missing, and what would raise it."""

from dataclasses import dataclass
from datetime import date

from seoulution.apps.catalogue.services import filled_parts, result_figures
from seoulution.apps.catalogue.template import promotional
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.queries import legal_rules
from seoulution.apps.network.models import Agency, Firm
from seoulution.apps.training.models import TrainingCourse
from seoulution.engine.catalogue.completeness import Completeness, completeness, worth
from seoulution.engine.catalogue.evidence import EvidenceGrade, evidence_grade, raising
from seoulution.engine.catalogue.tracks import Track, TrackEvidence, tracks
from seoulution.engine.engagements.legal_routes import Basis, legal_answer
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party, Standing
from seoulution.reference.schema.catalogue import PolicySolution, SectionKey

RUNS = frozenset({Standing.WON, Standing.RUNNING, Standing.DONE})
"""A place counts as a reference from a signed contract on; bids and plans do not."""


@dataclass(frozen=True, slots=True)
class SolutionStanding:
    """Everything that says how good a text is. `missing` : each part that is not filled, with the share it would add."""

    completeness: Completeness
    missing: tuple[tuple[str, float], ...]
    grade: EvidenceGrade
    raises: Finding | None
    tracks: tuple[Track, ...]
    promotional: tuple[tuple[str, tuple[Finding, ...]], ...]


def solution_standing(manuscript: PolicySolution, *, today: date) -> SolutionStanding:
    """Computed from the text itself, so that a draft is explained as the public one is."""
    complete = completeness(filled_parts(manuscript))
    figures = result_figures(manuscript)
    return SolutionStanding(
        completeness=complete,
        missing=tuple((part, worth(part)) for part in complete.missing),
        grade=evidence_grade(figures),
        raises=raising(figures),
        tracks=tracks(manuscript.kinds, evidence_at_hand(manuscript, today=today)),
        promotional=tuple(promotional(manuscript).items()),
    )


def evidence_at_hand(record: PolicySolution, *, today: date) -> frozenset[TrackEvidence]:
    """What the text and the records around it hold of the evidence that tracks demand."""
    owner = Agency.objects.filter(code=record.owner).first()
    contacts = bool(owner and owner.record.contacts)
    results = any(claim.section is SectionKey.RESULTS for claim in record.claims)
    deliverable = record.deliverable
    held = {
        TrackEvidence.PROBLEM: SectionKey.PROBLEM in record.sections,
        TrackEvidence.ACTIONS: SectionKey.ACTIONS in record.sections,
        TrackEvidence.OBSTACLES: SectionKey.OBSTACLES in record.sections,
        TrackEvidence.RESULTS_WITH_CLAIM: SectionKey.RESULTS in record.sections and results,
        TrackEvidence.WHOM_TO_ASK: SectionKey.CONTACT in record.sections or contacts,
        TrackEvidence.TEACHING: contacts or TrainingCourse.objects.filter(solutions__code=record.code).exists(),
        TrackEvidence.PRODUCT: deliverable is not None and deliverable.product is not None,
        TrackEvidence.LAWFUL_PROVIDER: deliverable is not None and _may_trade(deliverable.providers, today),
        TrackEvidence.PRICE_BASIS: deliverable is not None and deliverable.price_basis is not None,
        TrackEvidence.REFERENCES: _runs_somewhere(record),
    }
    return frozenset(evidence for evidence, there in held.items() if there)


def _may_trade(codes: tuple[str, ...], today: date) -> bool:
    """Whether one of the bodies or firms may sell abroad by the legal rules on record; a firm always stands as a private one."""
    parties = {Party(party) for party in Agency.objects.filter(code__in=codes).values_list("party", flat=True)}
    if Firm.objects.filter(code__in=codes).exists():
        parties.add(Party.PRIVATE_CONSORTIUM)
    rules = legal_rules() if parties else ()
    return any(
        legal_answer(party, Activity.SUPPLY, MoneyFlow.FOR_PROFIT, rules, today).answer is not Basis.NO_BASIS
        for party in parties
    )


def _runs_somewhere(record: PolicySolution) -> bool:
    """A place that received it, or an engagement with it from a signed contract on."""
    named = {shared.engagement for shared in record.shared if shared.engagement}
    running = set(
        Engagement.objects.filter(standing__in=RUNS, withdrawn_on=None, code__in=named).values_list("code", flat=True)
    )
    if any(shared.engagement is None or shared.engagement in running for shared in record.shared):
        return True
    return Engagement.objects.filter(solutions__code=record.code, standing__in=RUNS, withdrawn_on=None).exists()
