"""Which words search knows, and in which form."""

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.models import Term, TermKind
from seoulution.apps.matching.wordlist import terms

pytestmark = pytest.mark.django_db


def test_subjects_names_their_words_and_the_words_of_texts_are_all_there() -> None:
    kinds = set(Term.objects.values_list("kind", flat=True))
    assert kinds == set(TermKind.values)
    assert Term.objects.filter(language="ko", kind="subject", text="유수율", form="dbtndbf").exists()
    assert Term.objects.filter(language="es", kind="key_word", text="facturada").exists()
    assert Term.objects.filter(language="en", kind="name", text=PolicySolution.objects.get(code="topis").name_en).exists()


def test_a_stem_with_a_star_is_never_offered() -> None:
    assert not Term.objects.filter(text__contains="*").exists()


def test_a_solution_taken_from_the_list_takes_its_name_along() -> None:
    row = PolicySolution.objects.get(code="topis")
    assert any(term.text == row.name_en for term in terms())
    PolicySolution.objects.filter(pk=row.pk).update(withdrawn_on="2026-11-01")
    assert not any(term.text == row.name_en and term.kind == TermKind.NAME for term in terms())
