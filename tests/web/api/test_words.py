"""Texts of a solution for programs."""

from seoulution.reference.schema.base import Words
from seoulution.web.api.words import said_in_both


def test_both_languages_are_given_without_the_marks_of_references() -> None:
    text = Words(ko="[94.4 %](claim:a)였다.", en="It was [94.4 %](claim:a).")
    assert said_in_both(text, {}) == {"ko": "94.4 %였다.", "en": "It was 94.4 %."}
