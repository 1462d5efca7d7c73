"""What every format must do, whatever it is: carry every word, swallow every hostile text, refuse what is broken."""

import io
import re
import shutil
import subprocess
import unicodedata
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree, html
from tests.formats.sample import HOSTILE, SVG, designed, sample, words_of

from seoulution.engine.dossier.document import Cell, Document, Figure, Layout, Paragraph, Section, Span, Table, cell, text
from seoulution.engine.vocabulary import Language
from seoulution.formats import FORMATS, UnprintableDocument, produce, render
from seoulution.formats.cleaning import clean_text

HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"


BODY = ("-x", "0", "-y", "66", "-W", "596", "-H", "712")
"""Between the running head and the page number."""


def pdf_text(content: bytes, *options: str) -> str:
    """The body unless `options` say otherwise; pypdf turns brackets around after Arabic, so poppler reads."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    asked = ["pdftotext", *(options or BODY), "-", "-"]
    return subprocess.run(asked, input=content, capture_output=True, check=True).stdout.decode()


def text_of(name: str, content: bytes) -> str:
    """The text a reader finds in the file."""
    match name:
        case "html":
            return "".join(html.fromstring(content.decode()).itertext())
        case "json":
            return content.decode().replace('\\"', '"').replace("\\\\", "\\").replace("\\n", "\n")
        case "pdf":
            return pdf_text(content)
        case "docx":
            return "".join(docx.Document(io.BytesIO(content)).element.body.itertext())
        case "hwpx":
            with zipfile.ZipFile(io.BytesIO(content)) as opened:
                root = etree.fromstring(opened.read("Contents/section0.xml"))
            return "".join("".join(holder.itertext()) for holder in root.iter(f"{HP}t"))
    raise AssertionError(name)


def squeezed(value: str) -> str:
    """Without what layout may add or lose: spaces, line ends, joiners, and forms of the same letter."""
    return re.sub(r"[\s\u200b-\u200f\u2060\u00ad]+", "", unicodedata.normalize("NFKC", value))


COMPLEX_SCRIPTS = re.compile("[\u0590-\u08ff\u0900-\u109f\u1780-\u17ff]")
"""Arabic and the scripts of India and South-East Asia: text comes out of a PDF in the order of its glyphs."""


@pytest.mark.parametrize("language", [Language.KO, Language.EN])
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_carries_every_run_of_text(name: str, language: Language) -> None:
    document = sample(language)
    found = squeezed(text_of(name, render(document, name)))
    wanted = [word for word in words_of(document) if not (name == "pdf" and COMPLEX_SCRIPTS.search(word))]
    assert [word for word in wanted if squeezed(clean_text(word)) not in found] == []


@pytest.mark.parametrize("layout", [Layout.BROCHURE, Layout.LEAFLET, Layout.OFFICIAL])
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_carries_every_run_of_text_in_every_layout(name: str, layout: Layout) -> None:
    document = designed(layout)
    found = squeezed(whole_text_of(name, render(document, name)))
    wanted = [word for word in words_of(document) if not (name == "pdf" and COMPLEX_SCRIPTS.search(word))]
    assert [word for word in wanted if squeezed(clean_text(word)) not in found] == []


@pytest.mark.parametrize("layout", [Layout.BROCHURE, Layout.LEAFLET, Layout.OFFICIAL])
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", list(Language))
def test_every_layout_speaks_every_language(name: str, layout: Layout, language: Language) -> None:
    assert render(replace(_short("text"), language=language, layout=layout), name)


@pytest.mark.parametrize("layout", [Layout.BROCHURE, Layout.LEAFLET, Layout.OFFICIAL])
@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_document_is_still_a_file_in_every_layout(name: str, layout: Layout) -> None:
    document = replace(sample(), sections=(), citations=(), facts=replace(sample().facts, facts=()), subtitle="")
    assert render(replace(document, layout=layout), name)


def whole_text_of(name: str, content: bytes) -> str:
    """With running heads and feet, where a leaflet has its imprint; of a PDF in the order it was written, since columns stand
    side by side, once with heads and feet and once without, so that no page breaks a run.
    """
    if name == "pdf":
        bodies = (("60", "714"), ("34", "766"))  # of a brochure and of a leaflet, in points from the top
        read = [pdf_text(content, "-raw", "-x", "0", "-y", top, "-W", "596", "-H", height) for top, height in bodies]
        return "".join([*read, pdf_text(content, "-raw")])
    if name == "docx":
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            parts = [opened.read(part) for part in opened.namelist() if re.match(r"word/(document|footer\d*)\.xml", part)]
        return "".join("".join(etree.fromstring(part).itertext()) for part in parts)
    return text_of(name, content)


def test_a_pdf_holds_the_letters_of_complex_scripts_too() -> None:
    document = sample()
    found = set(unicodedata.normalize("NFKC", text_of("pdf", render(document, "pdf"))))
    for word in filter(COMPLEX_SCRIPTS.search, words_of(document)):
        letters = {letter for letter in word if unicodedata.category(letter) == "Lo"}
        assert len(letters - found) <= len(letters) * 0.15, (word, letters - found)


@pytest.mark.parametrize("name", FORMATS)
def test_text_that_no_format_can_hold_is_cleaned_before_it_is_rendered(name: str) -> None:
    document = replace(_short("vertical\x0btab NUL\x00 \ud800surrogate \u202eoverride 한\u1100\u1161"), title="\x1b[31mtitle")
    found = squeezed(text_of(name, render(document, name)))
    assert squeezed("verticaltab NUL surrogate override 한가") in found
    assert "\x0b" not in found and "\u202e" not in found


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", list(Language))
def test_every_format_speaks_every_language(name: str, language: Language) -> None:
    document = replace(_short("text"), language=language)
    assert render(document, name)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_document_is_still_a_file(name: str) -> None:
    document = replace(sample(), sections=(), citations=(), facts=replace(sample().facts, facts=()), subtitle="")
    assert render(document, name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_citation_that_is_not_listed_is_refused_by_name(name: str) -> None:
    document = _short("text")
    broken = replace(document, sections=(replace(document.sections[0], blocks=(Paragraph(text("x", "nowhere")),)),))
    with pytest.raises(UnprintableDocument) as refused:
        render(broken, name)
    assert [(finding.code, finding.subject) for finding in refused.value.findings] == [
        ("document.citation-not-listed", "nowhere")
    ]


def test_all_defects_are_told_at_once() -> None:
    ragged = Table("t", ((cell("a"), cell("b")), (Cell(text("c"), colspan=3),)), (1, 1))
    scripted = Figure("f", SVG.replace("<g ", "<script>alert(1)</script><g "), "")
    document = replace(sample(), sections=(Section("s", "t", (ragged, scripted)), Section("s", "again", ())))
    with pytest.raises(UnprintableDocument) as refused:
        produce(document, "json")
    codes = {finding.code for finding in refused.value.findings}
    assert codes == {
        "document.table-shape",
        "document.figure-without-alternative",
        "document.figure-unsafe",
        "document.section-key-twice",
    }


@pytest.mark.parametrize("name", ["html", "json", "pdf"])
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    assert render(sample(), name) == render(sample(), name)


def test_an_unknown_format_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        render(sample(), "exe")


def _short(words: str) -> Document:
    spans = (Span(words), *(Span(item) for item in HOSTILE))
    return replace(
        sample(), sections=(Section("s", "t", (Paragraph(spans),)),), citations=(), facts=replace(sample().facts, facts=())
    )
