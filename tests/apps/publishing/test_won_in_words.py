"""Sums as Korean offices write them in papers."""

from decimal import Decimal

import pytest

from seoulution.apps.publishing.won_in_words import in_words, official_sum


@pytest.mark.parametrize(
    ("won", "words"),
    [
        (0, "영"),
        (7, "칠"),
        (113_560, "일십일만삼천오백육십"),
        (3_000_000, "삼백만"),
        (230_000_000, "이억삼천만"),
        (10_000, "일만"),
        (100_000_001, "일억일"),
        (1_000_000_000_000, "일조"),
    ],
)
def test_every_digit_is_said(won: int, words: str) -> None:
    assert in_words(Decimal(won)) == words


def test_the_sum_stands_in_figures_and_in_words_as_the_rules_on_papers_show_it() -> None:
    assert official_sum(Decimal(113_560)) == "금113,560원(금일십일만삼천오백육십원)"
