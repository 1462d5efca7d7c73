import pytest
from lxml import etree

from seoulution.drawing.svg import Drawing, text_width, wrapped
from seoulution.web.shared.embedding import embedded

HOSTILE = "\"><script>alert(1)</script>&'<"


def drawn(standalone: bool) -> str:
    drawing = Drawing(100, 50, title=HOSTILE, description=HOSTILE, name="chart", standalone=standalone)
    with drawing.link(HOSTILE, HOSTILE):
        drawing.add("text", HOSTILE, fill="ink", x=1.0, y=2)
    return drawing.text()


@pytest.mark.parametrize("standalone", [True, False])
def test_hostile_text_stays_text_wherever_it_is_put(standalone: bool) -> None:
    root = etree.fromstring(drawn(standalone))
    assert "script" not in {etree.QName(element).localname for element in root.iter()}
    assert root.get("aria-label") == HOSTILE


def test_a_drawing_for_documents_has_its_own_colours_and_nothing_of_the_page() -> None:
    svg = drawn(standalone=True)
    assert 'fill="#17202d"' in svg
    assert "class=" not in svg
    assert "<a " not in svg
    assert 'xmlns="http://www.w3.org/2000/svg"' in svg


def test_a_drawing_in_a_page_can_follow_the_theme() -> None:
    assert 'class="d-ink"' in drawn(standalone=False)


def test_a_drawing_without_a_title_is_hidden_from_screen_readers() -> None:
    assert 'aria-hidden="true"' in Drawing(1, 1, title="", description="", name="map", standalone=False).text()


def test_only_drawings_are_trusted_as_markup() -> None:
    with pytest.raises(ValueError, match="not a drawing"):
        embedded("<p>hello</p>")


def test_an_unknown_paint_is_refused() -> None:
    with pytest.raises(KeyError):
        Drawing(1, 1, title="", description="", name="map", standalone=True).add("rect", fill="#ff0000")


def test_text_is_broken_at_spaces_and_never_lost() -> None:
    text = "Feasibility study for the whole city"
    lines = wrapped(text, 14, 90, 3)
    assert len(lines) == 3
    assert " ".join(lines) == text


def test_hangul_is_wider_than_latin() -> None:
    assert text_width("서울", 10) > text_width("ab", 10)
