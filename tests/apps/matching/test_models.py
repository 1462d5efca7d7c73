"""What the database itself refuses of matches and passages."""

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.matching.models import Match, Passage

pytestmark = pytest.mark.django_db


@pytest.fixture
def match(db: None) -> Match:
    return SharingRequest.objects.get(code="metro-manila-2013").needs.get().matches.get(rank=1)


def test_a_solution_is_offered_once_for_a_need(match: Match) -> None:
    with pytest.raises(IntegrityError, match="match_once_per_need"), transaction.atomic():
        Match.objects.create(need=match.need, solution=match.solution, rank=9, weak=True)


def test_every_change_of_a_match_is_kept_in_its_history(match: Match) -> None:
    events = apps.get_model("matching.MatchEvent").objects.filter(pgh_obj=match)
    before = events.count()
    match.verdict = "accepted"
    match.save()
    assert events.count() == before + 1
    assert events.latest("pgh_id").verdict == "accepted"


def test_every_passage_that_was_built_has_a_unit_vector_of_each_encoder() -> None:
    """Lengths by the columns: 384 of e5, 512 of USE."""
    for passage in Passage.objects.order_by("?")[:20]:
        for vector, dimension in ((passage.e5, 384), (passage.use, 512)):
            assert len(vector) == dimension
            assert sum(float(value) ** 2 for value in vector) == pytest.approx(1, abs=0.01)
