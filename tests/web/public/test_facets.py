"""Facets: words, counts and addresses."""

import pytest
from django.test import RequestFactory

from seoulution.apps.matching.shelf import shelf
from seoulution.engine.catalogue.evidence import EvidenceGrade
from seoulution.web.public.facets import chosen_in, facets, in_use, words_of

pytestmark = pytest.mark.django_db


def asked(**query: str):
    return RequestFactory().get("/solutions/", query)


def test_every_value_has_words():
    assert all(words_of(name, value) for name, values in shelf().columns.items() for value in values)
    assert all(words_of("evidence", grade.value) for grade in EvidenceGrade)


def test_only_values_of_a_facet_are_heard():
    assert chosen_in(asked(sector="water", stage="7", cost="<b>"), shelf()) == {"sector": "water"}


def test_a_link_adds_its_value_and_the_current_one_takes_it_away_keeping_the_rest():
    request = asked(q="물", sector="water", page="3")
    [sector, *_rest] = facets(request, shelf(), {"sector": "water"}, None)
    current = next(link for link in sector.links if link.current)
    assert "sector" not in current.href and "page" not in current.href and "q=" in current.href
    assert all("sector=" in link.href for link in sector.links if not link.current)


def test_what_is_chosen_is_said_in_words():
    assert in_use({"stage": "2"}) == [("stage", "2", "Level 2")]
