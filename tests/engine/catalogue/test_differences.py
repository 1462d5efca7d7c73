"""Two texts told as one, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.catalogue.differences import Change, word_differences

WORDS = st.lists(st.sampled_from(["water ", "leaks ", "물이 ", "샌다. ", "42.4 % ", "\n"]), max_size=12).map("".join)


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(run.change.value, run.text) for run in word_differences(before, after)]


def test_only_what_changed_is_told() -> None:
    assert told("Leaks fell to 42.4 % in 1989.", "Leaks fell to 10.1 % in 1989.") == [
        ("same", "Leaks fell to "),
        ("removed", "42.4"),
        ("added", "10.1"),
        ("same", " % in 1989."),
    ]


def test_a_changed_phrase_reads_as_one() -> None:
    assert told("one two three", "one four five") == [("same", "one "), ("removed", "two three"), ("added", "four five")]


def test_a_new_text_is_all_added_and_the_same_text_all_same() -> None:
    assert told("", "물이 샌다.") == [("added", "물이 샌다.")]
    assert told("물이 샌다.", "물이 샌다.") == [("same", "물이 샌다.")] and told("", "") == []


def test_a_reference_to_a_claim_stays_whole() -> None:
    assert told("fell [to 2.3 %](claim:a)", "fell [to 2.4 %](claim:a)") == [
        ("same", "fell "),
        ("removed", "[to 2.3 %](claim:a)"),
        ("added", "[to 2.4 %](claim:a)"),
    ]


@given(WORDS, WORDS)
def test_either_text_can_be_read_back_from_the_runs(before: str, after: str) -> None:
    runs = word_differences(before, after)
    assert "".join(run.text for run in runs if run.change is not Change.ADDED) == before
    assert "".join(run.text for run in runs if run.change is not Change.REMOVED) == after
