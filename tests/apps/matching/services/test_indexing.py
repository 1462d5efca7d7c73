"""The index is laid anew only for what changed, and holds no word of a city."""

from pathlib import Path

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching import services
from seoulution.apps.matching.models import Passage, Term

pytestmark = pytest.mark.django_db


def test_indexing_again_makes_no_passage_and_removes_none() -> None:
    before = list(Passage.objects.order_by("id").values_list("id", flat=True))
    assert services.index_passages() == 0
    assert list(Passage.objects.order_by("id").values_list("id", flat=True)) == before


def test_only_the_solution_whose_text_changed_is_read_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SEOULUTION_HOME", str(tmp_path))
    row = PolicySolution.objects.get(code="revenue-water")
    others = set(Passage.objects.exclude(solution=row).values_list("id", flat=True))
    words = {"ko": "밤마다 물이 사라진다", "en": "Water vanishes every night"}
    row.data = {**row.data, "symptoms": [words]}
    row.revision += 1
    row.save()
    made = services.index_passages()
    passages = Passage.objects.filter(solution=row)
    assert made == passages.count() > 0
    assert passages.filter(text=words["en"], language="en").count() == 1
    assert set(Passage.objects.exclude(solution=row).values_list("id", flat=True)) == others
    assert services.index_passages() == 0


def test_passages_of_a_solution_keep_what_the_thesaurus_reads_in_them() -> None:
    kept = Passage.objects.filter(solution__code="revenue-water", language="en").values_list("concepts", flat=True)
    assert any("water.losses" in concepts for concepts in kept)


def test_the_words_that_search_knows_are_laid_with_the_index() -> None:
    before = set(Term.objects.values_list("language", "kind", "text"))
    assert {("ko", "subject", "유수율"), ("en", "key_word", "revenue")} <= before
    assert (
        ("en", "name", "TOPIS") in before or ("ko", "name", "TOPIS") in before or any(kind == "name" for _, kind, _ in before)
    )
    assert services.index_terms() == len(before)
