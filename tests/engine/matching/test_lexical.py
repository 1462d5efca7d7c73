import math

import pytest

from seoulution.engine.matching.lexical import WordIndex


def test_bm25_follows_its_formula_on_a_hand_counted_example() -> None:
    # two texts of equal length, the word once in the first: idf = ln(1 + (2 - 1 + .5) / (1 + .5)), tf part = 2.5 / 2.5
    scores = WordIndex([["leak", "pipe"], ["bus", "lane"]]).scores(["leak"])
    assert scores.tolist() == pytest.approx([math.log(2.0), 0.0])


def test_a_rare_word_says_more_than_a_common_one() -> None:
    index = WordIndex([["city", "leak"], ["city", "bus"], ["city", "tax"]])
    assert index.scores(["leak"])[0] > index.scores(["city"])[0]


def test_nothing_shared_and_nothing_there_score_nothing() -> None:
    assert WordIndex([["a"], []]).scores(["b"]).tolist() == [0.0, 0.0]
    assert WordIndex([]).scores(["b"]).tolist() == []


def test_the_texts_that_hold_a_word_are_named() -> None:
    index = WordIndex([["city", "leak", "city"], ["bus"], ["leak"]])
    assert index.holders("leak").tolist() == [0, 2]
    assert index.holders("tram").tolist() == []
