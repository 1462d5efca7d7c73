"""Loads solutions with their claims, and computes completeness and evidence grade from what they hold."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from seoulution.apps.catalogue.models import Claim, PolicySolution, SolutionVersion
from seoulution.apps.catalogue.services.shipped_translations import lay_translations
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import Stored, names, store_records
from seoulution.engine.catalogue.claims import ClaimKind
from seoulution.engine.catalogue.completeness import completeness
from seoulution.engine.catalogue.editorial import EditorialState
from seoulution.engine.catalogue.evidence import ResultFigure, evidence_grade
from seoulution.engine.vocabulary import Confidence, SolutionKind
from seoulution.reference.load import Reference
from seoulution.reference.schema import catalogue
from seoulution.reference.schema.translations import ShippedTranslations

COMPUTED: Final = (
    "sector", "is_knowledge", "is_exportable", "owner", "cost_class", "completeness", "evidence_grade",
    "lowest_level", "highest_level", "name_ko", "name_en",
)  # fmt: skip
"""Columns that are read from the text whenever it changes."""


def filled_parts(record: catalogue.PolicySolution) -> frozenset[str]:
    """The parts of the template that hold something."""
    parts = {key.value for key in record.sections}
    parts |= {name for name in ("claims", "levels", "conditions") if getattr(record, name)}
    return frozenset(parts)


def result_figures(record: catalogue.PolicySolution) -> list[ResultFigure]:
    """The figures that speak of results: those of the section, and the earlier points of a series that ends there.

    A series about the problem alone proves no result, however well it was measured.
    """
    told = {claim.series for claim in record.claims if claim.section is catalogue.SectionKey.RESULTS and claim.series}
    return [
        ResultFigure(claim.series or "", claim.figure.year, claim.figure.confidence)
        for claim in record.claims
        if claim.section is catalogue.SectionKey.RESULTS or claim.series in told
    ]


def columns_of(record: catalogue.PolicySolution, owner: Agency) -> dict[str, Any]:
    """The columns that lists and filters read, from the text."""
    levels = [level.level for level in record.levels]
    return {
        "sector": record.sector,
        "is_knowledge": SolutionKind.KNOWLEDGE in record.kinds,
        "is_exportable": SolutionKind.EXPORTABLE in record.kinds,
        "owner": owner,
        "cost_class": record.cost_class,
        "completeness": completeness(filled_parts(record)).share,
        "evidence_grade": evidence_grade(result_figures(record)),
        "lowest_level": min(levels, default=None),
        "highest_level": max(levels, default=None),
        **names(record.name),
    }


@transaction.atomic
def load(reference: Reference, *, today: date) -> dict[str, Stored]:
    """Every solution that ships, with its claims. What people published themselves is not overwritten."""
    agency = {row.code: row for row in Agency.objects.all()}
    records = reference.of(catalogue.PolicySolution)
    before = dict(PolicySolution.objects.values_list("code", "shipped_digest"))
    stored = store_records(
        PolicySolution,
        records,
        lambda record: {"code": record.code, **columns_of(record, agency[record.owner])},
        today=today,
        kept_once_changed=("data", *COMPUTED),
    )
    rows = {row.code: row for row in PolicySolution.objects.all()}
    for record in records:
        row = rows[record.code]
        if before.get(record.code) != row.shipped_digest and row.revision == 1:
            _approve_as_shipped(row)
            lay_claims(row, record)
    return {"solutions": stored, "translations": lay_translations(reference.of(ShippedTranslations))}


def _approve_as_shipped(row: PolicySolution) -> None:
    """What ships was reviewed where it was written: it becomes the next version at once."""
    row.version += 1
    if row.version == 1:
        row.state = EditorialState.PUBLISHED
    row.save(update_fields=["version", "state"])
    SolutionVersion.objects.create(solution=row, number=row.version, data=row.data, published_at=timezone.now())


def lay_claims(row: PolicySolution, record: catalogue.PolicySolution) -> None:
    """One row for each figure, award and patent of the text. What owners said of a claim stays with its code, until its value
    changes: nobody has confirmed the new one.
    """
    existing = {claim.code: claim for claim in row.claims.all()}
    for code, values in claim_values(record):
        kept = existing.pop(code, None) or Claim(solution=row, code=code)
        told_otherwise = kept.confirmed_on is not None or _as_kept(kept.valid_until) != kept.entry.get("valid_until")
        if kept.pk is not None and kept.figure != values["figure"]:
            kept.revision += 1
            values |= {"confirmed_on": None, "confirmed_by": None, "review_on": None}
        elif kept.pk is not None and told_otherwise:
            values.pop("valid_until", None)
        if kept.pk is not None and all(_as_kept(getattr(kept, name)) == _as_kept(value) for name, value in values.items()):
            continue
        for name, value in values.items():
            setattr(kept, name, value)
        kept.save()
    for gone in existing.values():
        gone.delete()


def _as_kept(value: Any) -> Any:
    return str(value) if value is not None and not isinstance(value, dict | bool) else value


def claim_values(record: catalogue.PolicySolution) -> Iterator[tuple[str, dict[str, Any]]]:
    """Code and columns of every claim of a text: its figures, then awards and patents, which go by year and place in the list."""
    for claim in record.claims:
        yield (
            claim.code,
            {
                "kind": ClaimKind.FIGURE,
                "section": claim.section,
                "series": claim.series or "",
                **_labels(claim.label.ko, claim.label.en),
                "year": claim.figure.year,
                "figure": claim.figure.model_dump(mode="json"),
                "entry": claim.model_dump(mode="json"),
                "confidence": claim.figure.confidence,
                "after_2014": claim.after_2014,
                "valid_until": claim.valid_until,
            },
        )
    for place, award in enumerate(record.awards, start=1):
        yield f"{ClaimKind.AWARD}-{place}", _named_claim(ClaimKind.AWARD, award)
    for place, patent in enumerate(record.patents, start=1):
        yield f"{ClaimKind.PATENT}-{place}", _named_claim(ClaimKind.PATENT, patent)


def _named_claim(kind: ClaimKind, entry: catalogue.Award | catalogue.Patent) -> dict[str, Any]:
    return {
        "kind": kind,
        "section": "",
        "series": "",
        **_labels(entry.name.ko, entry.name.en),
        "year": entry.year,
        "figure": None,
        "entry": entry.model_dump(mode="json"),
        "confidence": Confidence.PRIMARY,
        "after_2014": entry.year is not None and entry.year > 2014,
        "valid_until": None,
    }


def _labels(ko: str, en: str) -> Mapping[str, str]:
    return {"label_ko": ko[:300], "label_en": en[:300]}
