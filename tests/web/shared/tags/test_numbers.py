from collections.abc import Callable

Render = Callable[..., str]


def test_numbers_follow_the_language_of_the_page(render: Render) -> None:
    source = "{{ n|readable_number }} {{ n|grouped }} {{ s|percent }} {{ y|year }}"
    assert render(source, n=7_680_000, s=0.739, y=2013) == "7.68 million 7,680,000 73.9% 2013"
    assert render(source, n=7_680_000, s=0.739, y=2013, language="ko") == "768만 7,680,000 73.9% 2013년"


def test_nothing_in_nothing_out(render: Render) -> None:
    assert render("[{{ a|grouped }}{{ a|percent }}{{ a|money }}{{ a|year }}{{ a|korean_number }}]", a=None) == "[]"
