"""Solutions on offer in memory: facets and names."""

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.shelf import name_words, shelf

pytestmark = pytest.mark.django_db


def test_every_solution_on_offer_stands_with_its_facts() -> None:
    facts = shelf().facts
    assert set(facts) == set(PolicySolution.objects.offered().values_list("code", flat=True))
    row = PolicySolution.objects.get(code="revenue-water")
    one = facts["revenue-water"]
    assert (one.sector, one.cost, one.evidence) == (row.sector, row.cost_class, row.evidence_grade)
    assert one.stages == tuple(range(row.lowest_level, row.highest_level + 1))


def test_a_change_is_seen_by_the_next_question() -> None:
    assert "topis" in shelf().facts
    PolicySolution.objects.filter(code="topis").update(withdrawn_on="2026-11-01")
    assert "topis" not in shelf().facts


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("TOPIS", "topis"),
        ("screen doors", "platform-screen-doors"),
        ("스크린 도어", "platform-screen-doors"),
        ("스크린도어", "platform-screen-doors"),
    ],
)
def test_a_solution_is_found_by_its_name_or_a_part_of_it(asked: str, code: str) -> None:
    assert code in shelf().named_in(asked)


def test_a_sentence_names_a_solution_only_by_a_whole_name() -> None:
    assert "topis" in shelf().named_in("We would like to see how TOPIS steers the traffic of the whole city at night")
    assert shelf().named_in("We have too much traffic and nobody sees all of the roads at night") == {}
    assert shelf().named_in("") == {}


def test_words_of_names_are_pairs_of_syllables_and_bare_latin_words() -> None:
    assert name_words("스크린도어 Çard") == ("스크", "크린", "린도", "도어", "card")
