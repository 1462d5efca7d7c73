"""Which past needs may teach: see services/test_learning.py for what follows from it."""

import pytest

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.matching.learning import counting, learnable
from seoulution.apps.matching.models import Match, Verdict

pytestmark = pytest.mark.django_db


def test_of_a_public_text_only_what_a_person_accepted_teaches() -> None:
    match = Match.objects.filter(need__sharing_request__text_is_reported=True).first()
    assert match is not None
    assert learnable() == {}
    Match.objects.filter(pk=match.pk).update(verdict=Verdict.ACCEPTED)
    assert learnable() == {match.solution_id: [match]}
    SharingRequest.objects.update(text_is_reported=False)
    assert learnable() == {}
    assert counting() == ()
