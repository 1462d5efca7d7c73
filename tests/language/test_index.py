import numpy as np
import pytest

from seoulution.language.index import rank_needs
from seoulution.language.passages import Passage, Vectors, concepts_of, embed_passages, passages_of

CATALOGUE = [
    *passages_of("leaks", "en", "Leakage management", "Leaks are found by night flow in blocks and old mains are replaced."),
    *passages_of("leaks", "ko", "누수 관리", "블록별 야간최소유량으로 누수를 찾고 노후관을 교체한다."),
    *passages_of("doors", "en", "Platform screen doors", "Doors between platform and track end falls in metro stations."),
    *passages_of("doors", "ko", "승강장 스크린도어", "승강장과 선로 사이의 문으로 추락사고를 없앴다."),
    *passages_of("call", "ko", "통합 콜센터", "번호 하나로 모든 민원에 24시간 답한다."),
    *passages_of("solar", "en", "Solar roofs", "Citizens' funds put solar panels on schools."),
]


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return embed_passages(CATALOGUE)


NEEDS = [
    ("vi", "Đường ống cũ rò rỉ, mất gần nửa lượng nước sạch.", "leaks"),
    ("es", "Los pasajeros caen a las vías del metro en hora punta.", "doors"),
    ("ar", "لا يعرف المواطن بأي رقم يتصل ولا يجيب أحد مساءً.", "call"),
    ("mn", "Сургуулийн дээвэр дээр нарны хавтан тавихыг хүсэж байна.", "solar"),
    ("sw", "Maji mengi yanapotea kwa sababu mabomba ni ya zamani na yanavuja.", "leaks"),
]


def test_a_need_in_any_language_finds_its_solution_first(vectors: Vectors) -> None:
    rankings = rank_needs(
        [text for _, text, _ in NEEDS], [code for code, _, _ in NEEDS], CATALOGUE, vectors, concepts_of(CATALOGUE)
    )
    assert [ranking.hits[0].solution for ranking in rankings] == [right for _, _, right in NEEDS]


def test_scores_fall_with_rank_and_every_solution_stands_once(vectors: Vectors) -> None:
    (ranking,) = rank_needs(["Pipes leak."], ["en"], CATALOGUE, vectors, concepts_of(CATALOGUE), limit=10)
    scores = [hit.score for hit in ranking.hits]
    assert scores == sorted(scores, reverse=True)
    assert sorted(hit.solution for hit in ranking.hits) == ["call", "doors", "leaks", "solar"]


def test_a_hit_names_its_rankers_and_its_nearest_passage(vectors: Vectors) -> None:
    (ranking,) = rank_needs(["Our mains leak."], ["en"], CATALOGUE, vectors, concepts_of(CATALOGUE))
    best = ranking.hits[0]
    assert CATALOGUE[best.passage].solution == best.solution
    assert set(best.ranks) == {"e5", "use", "subjects", "subjects-by-meaning", "words"}


def test_the_answer_to_a_need_does_not_depend_on_its_neighbours(vectors: Vectors) -> None:
    texts, codes = [text for _, text, _ in NEEDS], [code for code, _, _ in NEEDS]
    together = rank_needs(texts, codes, CATALOGUE, vectors, concepts_of(CATALOGUE))
    alone = [
        rank_needs([text], [code], CATALOGUE, vectors, concepts_of(CATALOGUE))[0]
        for text, code in zip(texts, codes, strict=True)
    ]
    assert [[hit.solution for hit in one.hits] for one in together] == [[hit.solution for hit in one.hits] for one in alone]


def test_a_need_that_nothing_answers_is_weak(vectors: Vectors) -> None:
    far, near = rank_needs(
        ["We look for partners to breed racing camels.", "Our water pipes leak."],
        ["en", "en"],
        CATALOGUE,
        vectors,
        concepts_of(CATALOGUE),
    )
    assert far.weak
    assert not near.weak


@pytest.mark.parametrize("text", ["", "  ", "😀", "2013"])
def test_a_need_without_words_has_no_match_and_is_weak(vectors: Vectors, text: str) -> None:
    (ranking,) = rank_needs([text], ["und"], CATALOGUE, vectors, concepts_of(CATALOGUE))
    assert (ranking.hits, ranking.weak) == ((), True)


def test_an_empty_catalogue_answers_nothing() -> None:
    (ranking,) = rank_needs(["Pipes leak."], ["en"], [], Vectors({}), {})
    assert (ranking.hits, ranking.weak) == ((), True)


def test_without_any_encoder_shared_subjects_and_words_still_rank() -> None:
    (ranking,) = rank_needs(["Our old pipes leak."], ["en"], CATALOGUE, Vectors({}), concepts_of(CATALOGUE))
    assert ranking.hits[0].solution == "leaks"
    assert set(ranking.hits[0].ranks) == {"subjects", "words"}


def test_a_past_need_that_staff_linked_brings_its_solution_forward(vectors: Vectors) -> None:
    need = "Nurses cannot find a flat near the hospital."
    linked = Passage("solar", "en", "Young nurses cannot find flats near their hospital.", 0.5)
    more = Vectors(
        {name: np.vstack([rows, embed_passages([linked]).by_encoder[name]]) for name, rows in vectors.by_encoder.items()}
    )
    (ranking,) = rank_needs([need], ["en"], [*CATALOGUE, linked], more, None)
    assert ranking.hits[0].solution == "solar"


def test_needs_and_languages_must_pair(vectors: Vectors) -> None:
    with pytest.raises(ValueError, match="2 needs but 1"):
        rank_needs(["a", "b"], ["en"], CATALOGUE, vectors, None)
