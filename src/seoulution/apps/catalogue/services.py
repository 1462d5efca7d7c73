"""Loads solutions with their claims, and computes completeness and evidence grade from what they hold."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from seoulution.apps.catalogue.models import Claim, PolicySolution
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import Stored, names, store_records
from seoulution.engine.catalogue.completeness import completeness
from seoulution.engine.catalogue.evidence import ResultFigure, evidence_grade
from seoulution.engine.vocabulary import SolutionKind
from seoulution.reference.load import Reference
from seoulution.reference.schema import catalogue


def filled_parts(record: catalogue.PolicySolution) -> frozenset[str]:
    """The parts of the template that hold something."""
    parts = {key.value for key in record.sections}
    parts |= {name for name in ("claims", "levels", "conditions") if getattr(record, name)}
    return frozenset(parts)


def result_figures(record: catalogue.PolicySolution) -> list[ResultFigure]:
    """The figures that speak of results."""
    return [
        ResultFigure(claim.series or "", claim.figure.year, claim.figure.confidence)
        for claim in record.claims
        if claim.section is catalogue.SectionKey.RESULTS or claim.series
    ]


def _columns(record: catalogue.PolicySolution, agency: Mapping[str, Agency]) -> dict[str, object]:
    return {
        "code": record.code,
        "sector": record.sector,
        "is_knowledge": SolutionKind.KNOWLEDGE in record.kinds,
        "is_exportable": SolutionKind.EXPORTABLE in record.kinds,
        "owner": agency[record.owner],
        "cost_class": record.cost_class,
        "completeness": completeness(filled_parts(record)).share,
        "evidence_grade": evidence_grade(result_figures(record)),
        **names(record.name),
    }


@transaction.atomic
def load(reference: Reference, *, today: date) -> dict[str, Stored]:
    """Every solution that ships, with its claims."""
    agency = {row.code: row for row in Agency.objects.all()}
    records = reference.of(catalogue.PolicySolution)
    digests = dict(PolicySolution.objects.values_list("code", "shipped_digest"))
    stored = store_records(PolicySolution, records, lambda record: _columns(record, agency), today=today)
    rows = {row.code: row for row in PolicySolution.objects.all()}
    for record in records:
        row = rows[record.code]
        if digests.get(record.code) != row.shipped_digest:
            _store_claims(row, record)
    return {"solutions": stored}


def _store_claims(row: PolicySolution, record: catalogue.PolicySolution) -> None:
    existing = {claim.code: claim for claim in row.claims.all()}
    for claim in record.claims:
        kept = existing.pop(claim.code, None) or Claim(solution=row, code=claim.code)
        kept.section = claim.section
        kept.series = claim.series or ""
        kept.label_ko, kept.label_en = claim.label.ko, claim.label.en
        kept.year = claim.figure.year
        kept.figure = claim.figure.model_dump(mode="json")
        kept.confidence = claim.figure.confidence
        kept.after_2014 = claim.after_2014
        kept.save()
    for gone in existing.values():
        gone.delete()
