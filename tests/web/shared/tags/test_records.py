from collections.abc import Callable
from types import SimpleNamespace

import pytest

from seoulution.reference.schema.base import Cited

Render = Callable[..., str]
HANOI = SimpleNamespace(name_ko="하노이", name_en="Hanoi")


def test_a_row_leads_to_its_page(render: Render) -> None:
    assert render('<a href="{{ code|page_at:"public:city" }}">', code="hanoi") == '<a href="/cities/hanoi/">'


@pytest.mark.parametrize(("language", "name"), [("ko", "하노이"), ("en", "Hanoi"), ("vi", "Hanoi")])
def test_a_record_is_named_in_korean_to_koreans_and_in_english_to_everybody_else(
    render: Render, language: str, name: str
) -> None:
    assert render("{{ row|named }}", row=HANOI, language=language) == name


def test_a_code_is_said_in_words_and_no_code_says_nothing(render: Render) -> None:
    assert render('{{ "water"|label:"Sector" }}|{{ ""|label:"Sector" }}', language="ko") == "상수도|"


def test_sources_are_numbered_in_order_of_first_use_over_the_whole_page(render: Render) -> None:
    text = Cited(ko="하나", en="One", sources=("b-source", "a-source"))
    again = Cited(ko="둘", en="Two", sources=("a-source",))
    shown = render("{% cited text %}|{% cited again %}", text=text, again=again, request=SimpleNamespace())
    assert [mark.split("<")[0] for mark in shown.split('">')[1:] if mark.startswith("[")] == ["[1]", "[2]", "[2]"]
    assert "/sources/?q=a-source" in shown


def test_a_source_is_named_on_its_mark(render: Render) -> None:
    known = {"a-source": SimpleNamespace(publisher="Seoul", title="Annual report", published="2013")}
    shown = render("{% cited text %}", text=Cited(ko="하나", en="One", sources=("a-source",)), sources=known)
    assert 'title="Seoul. Annual report. 2013"' in shown


@pytest.mark.parametrize(
    ("code", "language", "name"), [("ko", "en", "Korean"), ("es", "ko", "스페인어"), ("xx-unknown", "en", "xx-unknown")]
)
def test_a_language_is_named_in_the_readers_own(render: Render, code: str, language: str, name: str) -> None:
    assert render("{{ code|language_name }}", code=code, language=language) == name
