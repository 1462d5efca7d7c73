"""Words that a need and a text have in common."""

from seoulution.language.shared_words import telling_words


def never(word: str, language: str) -> bool:
    return False


def test_a_korean_word_is_taken_as_far_as_the_text_has_it() -> None:
    assert telling_words("누수를 줄이고 유수율을 높인다", "서울은 유수율 관리와 누수 탐지로", "ko", never) == ("누수", "유수율")


def test_short_words_and_words_in_common_use_are_left_out() -> None:
    text = "The city of Seoul found leaks in its mains"
    assert telling_words("Our city has leaks in the mains", text, "en", lambda word, _: word == "city") == ("leaks", "mains")


def test_each_word_stands_once_in_its_order() -> None:
    assert telling_words("Leaks, more leaks and Mains", "mains leaks", "en", never) == ("Leaks", "Mains")
    assert telling_words("", "mains", "en", never) == ()
