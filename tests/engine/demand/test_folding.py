from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.demand.folding import folded


@given(st.text(max_size=200), st.sampled_from(["es", "vi", "ar", "ru", "ko"]))
def test_folding_keeps_every_offset(text: str, language: str) -> None:
    assert len(folded(text, language)) == len(text)


def test_accents_are_optional_in_spanish_and_meaningful_in_vietnamese() -> None:
    assert folded("pérdida", "es") == "perdida"
    assert folded("mất nước", "vi") == "mất nước"


def test_arabic_and_russian_spellings_by_habit_are_level() -> None:
    assert folded("أنابيب قديمة", "ar") == folded("انابيب قديمه", "ar")
    assert folded("щебёнка", "ru") == "щебенка"
