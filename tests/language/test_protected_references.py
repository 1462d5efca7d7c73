"""References go through a machine as tags and come back, or the machine's text is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.language.protected_references import ReferencesLost, protected

TEXT = "It rose to [94.4 %](claim:rwr-2013) & more, see <b> and [](claim:cost)."


def test_only_our_tags_are_tags() -> None:
    assert protected(TEXT).text == 'It rose to <c id="1">94.4 %</c> &amp; more, see &lt;b&gt; and <c id="2"></c>.'


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (
            'Subió al <c id="1">94,4 %</c> &amp; más, <c id="2"></c>.',
            "Subió al [94,4 %](claim:rwr-2013) & más, [](claim:cost).",
        ),
        ("<c id='2'/> y <C id=1>94,4\n%</C>", "[](claim:cost) y [94,4 %](claim:rwr-2013)"),
        ('<c id = "1" >[94]</ c > <c id="2"> </c>', "[(94)](claim:rwr-2013) [](claim:cost)"),
    ],
)
def test_what_a_machine_makes_of_tags_is_read(answer: str, text: str) -> None:
    assert protected(TEXT).restored(answer) == text


@pytest.mark.parametrize(
    "answer",
    [
        "Subió.",
        'Subió al <c id="1">94,4 %</c>.',
        '<c id="1">a</c><c id="1">a</c><c id="2"></c>',
        '<c id="1">a</c><c id="2"></c><c id="3"></c>',
        '<c id="1">a <c id="2">b</c></c>',
        '<c id="1">a</c> <c id="2">b',
    ],
)
def test_a_tag_that_is_lost_doubled_or_broken_is_refused(answer: str) -> None:
    with pytest.raises(ReferencesLost):
        protected(TEXT).restored(answer)


@given(st.text(st.characters(exclude_characters="[]", exclude_categories=["Cs"])))
def test_a_machine_that_changes_nothing_changes_nothing(words: str) -> None:
    text = f"{words} [7](claim:x)"
    assert protected(text).restored(protected(text).text) == text.strip()
