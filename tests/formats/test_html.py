import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html
from tests.formats.sample import SVG, sample

from seoulution.engine.dossier.document import Paragraph, Section, Span
from seoulution.engine.vocabulary import Language
from seoulution.formats import render
from seoulution.formats.html import html_fragment, style_sheet


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.fromstring(render(sample(), "html").decode())


def test_the_page_says_its_language_and_direction() -> None:
    arabic = html.fromstring(render(replace(sample(), language=Language.AR), "html").decode())
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")


def test_a_quotation_keeps_its_own_language_and_direction(page) -> None:
    directions = {quote.get("lang"): quote.get("dir") for quote in page.iter("blockquote")}
    assert directions["ar"] == "rtl"
    assert directions["th"] == directions["mn"] == "ltr"


def test_every_link_within_the_page_leads_somewhere(page) -> None:
    names = {element.get("id") for element in page.iter() if element.get("id")}
    targets = {link.get("href")[1:] for link in page.iter("a") if link.get("href").startswith("#")}
    assert targets and targets <= names


def test_identifiers_are_unique(page) -> None:
    names = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(names) == len(set(names))


def test_a_citation_mark_shows_the_number_of_its_source(page) -> None:
    mark = page.xpath("//sup[@class='doc-cite']/a")[0]
    assert mark.get("href") == f"#doc-source-{mark.text}"
    assert page.get_element_by_id(f"doc-source-{mark.text}").tag == "li"


def test_neither_page_nor_fragment_has_scripts_or_inline_styles() -> None:
    for text in (render(sample(), "html").decode(), html_fragment(sample())):
        root = html.fromstring(text)
        assert not [element for element in root.iter() if element.get("style")]
        assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
        assert not root.xpath("//script|//iframe|//object|//embed|//link")


def test_links_go_only_to_https_or_within_our_site() -> None:
    spans = tuple(
        Span("x", link=link)
        for link in ("https://a.example/b", "/solutions/x", "//evil.example", "javascript:x", "http://a.example")
    )
    document = replace(
        sample(), sections=(Section("s", "t", (Paragraph(spans),)),), citations=(), facts=replace(sample().facts, facts=())
    )
    shown = [link.get("href") for link in html.fromstring(html_fragment(document)).xpath("//p/a")]
    assert shown == ["https://a.example/b", "/solutions/x"]
    alone = [link.get("href") for link in html.fromstring(render(document, "html").decode()).xpath("//section//p/a")]
    assert alone == ["https://a.example/b"]


def test_a_site_may_give_its_own_address_to_a_drawing() -> None:
    fragment = html.fromstring(html_fragment(sample(), picture=lambda figure: "/figures/1.svg"))
    assert [image.get("src") for image in fragment.iter("img")] == ["/figures/1.svg"]


def test_headings_descend_by_one_from_the_level_that_was_asked_for() -> None:
    levels = [
        int(element.tag[1])
        for element in html.fromstring(html_fragment(sample(), level=2)).iter()
        if re.fullmatch(r"h\d", str(element.tag))
    ]
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_head_cells_say_what_they_head(page) -> None:
    assert {cell.get("scope") for cell in page.iter("th")} == {"col", "row"}
    assert all(table.find("caption") is not None for table in page.iter("table"))


def test_every_class_that_is_written_is_styled_or_starts_with_doc(page) -> None:
    used = {name for element in page.iter() for name in (element.get("class") or "").split()}
    assert all(name == "doc" or name.startswith("doc-") for name in used)
    assert {name for name in used if "tone" in name or "col" in name} <= set(re.findall(r"\.(doc-[\w-]+)", style_sheet()))


def test_a_drawing_stands_in_the_page_as_a_picture_with_words() -> None:
    image = next(html.fromstring(render(sample(), "html").decode()).iter("img"))
    assert image.get("alt") and image.get("src").startswith("data:image/svg+xml;base64,")
    assert SVG.startswith("<svg")
