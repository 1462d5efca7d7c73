from collections.abc import Callable
from types import SimpleNamespace

import pytest

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
