"""HTML becomes words: lines where lines were, links with where they lead, and nothing of what was hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.formats.html_text import text_of_html


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n\n- b"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\tb"),
        ('<a href="https://city.example/x">our page</a>', "our page <https://city.example/x>"),
        ('<a href="javascript:alert(1)">press</a>', "press"),
        ("<style>p{}</style><script>alert(1)</script><p>words</p>", "words"),
        ("<head><title>t</title></head><body>words</body>", "words"),
        ('<img src="https://spy.example/pixel.gif" alt="x">words', "words"),
        ("a &amp; b &lt;c&gt; &#xAC00;", "a & b <c> 가"),
        ("a   \n  b", "a b"),
    ],
)
def test_the_words_stay_and_the_rest_goes(source: str, text: str) -> None:
    assert text_of_html(source) == text


@given(st.text(max_size=300))
def test_nothing_breaks_the_reader(source: str) -> None:
    assert "\x00" not in text_of_html(source)


def test_deeply_nested_html_is_read_in_reasonable_time() -> None:
    assert text_of_html("<div>" * 20_000 + "words") == "words"
