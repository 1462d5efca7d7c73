import pytest
from tests.formats.sample import SVG

from seoulution.formats.svg_safety import svg_problem

START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">'


def test_a_still_drawing_is_safe() -> None:
    assert svg_problem(SVG) == ""
    assert svg_problem(f'{START}<defs><linearGradient id="g"/></defs><use xlink:href="#g"/><rect fill="url(#g)"/></svg>') == ""


@pytest.mark.parametrize(
    "inner",
    [
        "<script>x</script>",
        "<foreignObject><p/></foreignObject>",
        '<rect onload="x()"/>',
        '<image href="https://example.org/a.png"/>',
        '<image xlink:href="file:///etc/passwd"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<a href="javascript:x"><rect/></a>',
        "<style>@import url(https://example.org/a.css)</style>",
        '<rect fill="url(https://example.org/#g)"/>',
        '<set attributeName="href" to="javascript:x"/>',
    ],
)
def test_a_drawing_that_acts_or_fetches_is_not(inner: str) -> None:
    assert svg_problem(f"{START}{inner}</svg>")


@pytest.mark.parametrize(
    "svg",
    ["", "words", "<html/>", "<svg xmlns='http://www.w3.org/2000/svg'/>", f'<!DOCTYPE svg [<!ENTITY x "y">]>{START}&x;</svg>'],
)
def test_what_is_no_drawing_is_not(svg: str) -> None:
    assert svg_problem(svg)
