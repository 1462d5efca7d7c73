"""The index in memory: each passage found is quoted in both languages, and another process's changes are seen."""

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.models import Passage as Row
from seoulution.apps.matching.passages import passages_of
from seoulution.apps.matching.retrieval import Asked, _twins, embedded, retrieved
from seoulution.engine.vocabulary import Sector
from seoulution.language.passages import Passage

LEAKS = Asked("We lose half of our treated water through leaks in old pipes.", "en", ("water.leakage",), Sector.WATER)


@pytest.mark.django_db
def test_the_passage_nearest_in_meaning_is_quoted_in_both_languages() -> None:
    [hits] = retrieved([LEAKS])
    best = hits[0]
    assert best.solution == "revenue-water"
    assert not best.weak
    assert set(best.passage) == {"ko", "en"}
    texts = {"ko": [], "en": []}
    for passage in passages_of(PolicySolution.objects.get(code=best.solution)):
        texts[passage.language].append(passage.text)
    places = {
        language: [n for n, text in enumerate(texts[language]) if text.startswith(quoted.rstrip("…"))]
        for language, quoted in best.passage.items()
    }
    assert set(places["ko"]) & set(places["en"])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "낡은 관에서 물이 새어 정수한 물의 절반을 잃는다."),
        ("es", "Las tuberías viejas tienen fugas y perdemos la mitad del agua."),
    ],
)
def test_the_same_need_finds_the_same_solution_in_another_language(language: str, text: str) -> None:
    [hits] = retrieved([Asked(text, language, (), Sector.WATER)])
    assert hits[0].solution == "revenue-water"
    assert set(hits[0].passage) == {"ko", "en"}


@pytest.mark.django_db
def test_no_quotation_is_longer_than_a_short_paragraph() -> None:
    [hits] = retrieved([LEAKS])
    assert all(len(quoted) <= 220 for hit in hits for quoted in hit.passage.values())


@pytest.mark.django_db
def test_what_shares_neither_subject_nor_sector_is_weak_and_comes_after_the_rest() -> None:
    [hits] = retrieved([LEAKS])
    assert [hit.weak for hit in hits] == sorted(hit.weak for hit in hits)
    assert all(hit.weak for hit in hits if not hit.concepts and not hit.same_sector)


@pytest.mark.django_db
def test_each_of_several_needs_is_answered_in_its_place() -> None:
    transport = Asked("One place must see and steer all traffic.", "en", (), Sector.TRANSPORT)
    first, second = retrieved([LEAKS, transport])
    assert (first[0].solution, second[0].solution) == ("revenue-water", "topis")
    assert retrieved([]) == []


@pytest.mark.django_db
def test_a_change_by_another_process_is_seen_by_the_next_search() -> None:
    assert retrieved([LEAKS])[0][0].solution == "revenue-water"
    Row.objects.filter(solution__code="revenue-water").delete()
    assert "revenue-water" not in [hit.solution for hit in retrieved([LEAKS])[0]]


@pytest.mark.django_db
def test_an_empty_index_finds_nothing_and_does_not_fail() -> None:
    Row.objects.all().delete()
    assert retrieved([LEAKS]) == [[]]


def test_twins_are_the_same_passage_of_a_solution_in_the_other_language() -> None:
    passages = [
        Passage("a", "ko", "하나"),
        Passage("a", "ko", "둘"),
        Passage("b", "ko", "셋"),
        Passage("a", "en", "one"),
        Passage("a", "en", "two"),
        Passage("b", "en", "three"),
    ]
    pairs = [{"ko": 0, "en": 3}, {"ko": 1, "en": 4}, {"ko": 2, "en": 5}]
    assert _twins(passages) == [*pairs, *pairs]


def test_a_passage_without_a_twin_is_quoted_alone() -> None:
    passages = [Passage("a", "ko", "하나"), Passage("a", "ko", "둘"), Passage("a", "en", "one")]
    assert _twins(passages) == [{"ko": 0, "en": 2}, {"ko": 1}, {"ko": 0, "en": 2}]


def test_each_text_gets_a_vector_of_each_encoder() -> None:
    """384 and 512 numbers, as the columns keep them."""
    found = embedded(["Water leaks.", "물이 샌다."])
    assert [(e5.shape, use.shape) for e5, use in found if e5 is not None and use is not None] == [((384,), (512,))] * 2
