"""Completeness, evidence and tracks of a text, explained from the text and the records around it."""

from datetime import date
from typing import Any

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.solution_standing import evidence_at_hand, solution_standing
from seoulution.engine.catalogue.evidence import EvidenceGrade
from seoulution.engine.catalogue.tracks import TrackEvidence
from seoulution.reference.schema import catalogue

pytestmark = pytest.mark.django_db
TODAY = date(2014, 9, 1)
PRICE = {"ko": "견적", "en": "By quotation", "sources": ["owner-statement"]}


def text(code: str = "revenue-water", **changed: Any) -> catalogue.PolicySolution:
    data = PolicySolution.objects.get(code=code).data
    return catalogue.PolicySolution.model_validate({**data, **changed})


def test_the_stored_share_and_grade_are_the_explained_ones() -> None:
    for row in PolicySolution.objects.all()[:12]:
        standing = solution_standing(row.manuscript, today=TODAY)
        assert standing.completeness.share == pytest.approx(row.completeness) and standing.grade == row.evidence_grade
        assert standing.completeness.share + sum(share for _, share in standing.missing) == pytest.approx(1)
        assert (standing.raises is None) == (standing.grade is EvidenceGrade.A)


def test_a_city_hall_is_no_lawful_seller_and_a_corporation_is() -> None:
    def held(provider: str) -> frozenset[TrackEvidence]:
        deliverable = {"product": None, "providers": [provider], "price_basis": PRICE}
        return evidence_at_hand(text(deliverable=deliverable), today=TODAY)

    assert TrackEvidence.LAWFUL_PROVIDER not in held("seoul")
    assert {TrackEvidence.LAWFUL_PROVIDER, TrackEvidence.PRICE_BASIS} <= held("seoul-metro")
    assert TrackEvidence.PRODUCT not in held("seoul-metro")


def test_results_count_for_the_track_only_with_a_claim() -> None:
    assert TrackEvidence.RESULTS_WITH_CLAIM in evidence_at_hand(text(), today=TODAY)
    plain = PolicySolution.objects.get(code="revenue-water").record
    assert TrackEvidence.RESULTS_WITH_CLAIM not in evidence_at_hand(plain.model_copy(update={"claims": ()}), today=TODAY)


def test_a_text_without_answers_is_told_section_by_section() -> None:
    sections = {key: {**part, "answers": []} for key, part in text().model_dump(mode="json")["sections"].items()}
    standing = solution_standing(text(sections=sections), today=TODAY)
    assert {key for key, _ in standing.promotional} == set(sections)
