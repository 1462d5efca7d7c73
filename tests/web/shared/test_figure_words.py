import pytest
from django.utils.translation import override

from seoulution.engine.vocabulary import Boundary, Confidence
from seoulution.web.shared import figure_words


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_boundary_and_confidence_has_words(language: str) -> None:
    with override(language):
        assert all(figure_words.boundary(code) for code in Boundary)
        assert all(figure_words.confidence(code) for code in Confidence)


def test_only_figures_read_straight_from_a_source_go_unmarked() -> None:
    unmarked = {code for code in Confidence if not figure_words.mark(code)}
    assert unmarked == {Confidence.PRIMARY, Confidence.SECONDARY}


def test_a_unit_without_words_is_shown_as_it_is() -> None:
    assert figure_words.unit("litres/second", "ko") == "litres/second"
    assert figure_words.unit("people", "ko") == "명"
    assert figure_words.unit("yes/no", "en") == ""


def test_shares_and_money_carry_their_unit_in_the_number() -> None:
    assert figure_words.unit("share", "en") == figure_words.unit("KRW", "ko") == ""
