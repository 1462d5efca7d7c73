"""The catalogue as a list."""

import pytest
from django.test import Client

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.engine.catalogue.evidence import EvidenceGrade
from seoulution.web.public.solutions import KINDS, grade_words

pytestmark = pytest.mark.django_db


def _codes(client: Client, **query: str) -> set[str]:
    return {row.code for row in client.get("/solutions/", query).context["page"]}


def test_every_solution_is_listed(client: Client):
    assert _codes(client) == set(PolicySolution.objects.filter(withdrawn_on=None).values_list("code", flat=True))


@pytest.mark.parametrize("words", ["유수율", "leakage", "NRW", "revenue water"])
def test_words_of_a_name_an_alias_or_a_symptom_find_a_solution(client: Client, words: str):
    assert "revenue-water" in _codes(client, q=words)


def test_every_word_must_be_there(client: Client):
    assert _codes(client, q="leakage zzzz") == set()


def test_filters_narrow_by_what_is_stored(client: Client):
    assert _codes(client, sector="waste") == set(PolicySolution.objects.filter(sector="waste").values_list("code", flat=True))
    assert _codes(client, kind="deliverable") == set(
        PolicySolution.objects.filter(is_exportable=True).values_list("code", flat=True)
    )
    assert _codes(client, evidence="A") == set(PolicySolution.objects.filter(evidence_grade="A").values_list("code", flat=True))


def test_the_order_follows_the_address(client: Client):
    names = [row.name_en for row in client.get("/solutions/", {"sort": "-name"}).context["page"]]
    assert names == list(PolicySolution.objects.order_by("-name_en").values_list("name_en", flat=True))


def test_grades_and_kinds_have_words():
    assert all(grade_words(grade.value) for grade in EvidenceGrade) and "exportable" not in KINDS
