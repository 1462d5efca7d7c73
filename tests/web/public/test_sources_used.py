"""The sources behind the records of a page."""

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.web.public.sources_used import sources_of

pytestmark = pytest.mark.django_db


def test_every_source_that_a_record_names_is_found_in_one_question(django_assert_num_queries):
    row = PolicySolution.objects.get(code="revenue-water")
    with django_assert_num_queries(1):
        found = sources_of(row.data)
    assert set(row.record.result.sources) <= set(found)
    assert {claim.figure.source for claim in row.record.claims} <= set(found)


def test_words_that_look_like_sources_are_not_taken_for_any():
    assert sources_of({"name": "seoul-briefing", "sources": "seoul-briefing"}) == {}
