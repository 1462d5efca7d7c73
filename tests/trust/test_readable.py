"""The canary of every search through answers: a secret is found wherever a PDF, a packed file or a page can carry it."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from pypdf import PdfReader, PdfWriter
from tests.formats.sample import sample
from tests.trust.readable import in_each_form, readable

from seoulution.engine.dossier.document import Paragraph, Section, Span
from seoulution.formats import docx, pdf

pytestmark = pytest.mark.trust
SECRET = "q8Zc3nV1xT7bK5wR9yP2mL4sD6fG0hJ8aE3uI5oN7tY"
NAME = "Maria dela Cruz"


def _in_the_text() -> bytes:
    block = Paragraph((Span("word " * 14 + SECRET + " and " + "word " * 12 + NAME),))
    return pdf.render(replace(sample(), sections=(Section("one", "One", (block,)),))).content


def _in_a_link() -> bytes:
    block = Paragraph((Span("here", link=f"https://city.example/c/{SECRET}/?q={NAME.replace(' ', '+')}"), Span(f" {NAME}")))
    return pdf.render(replace(sample(), sections=(Section("one", "One", (block,)),))).content


def _in_the_title() -> bytes:
    return pdf.render(replace(sample(), title=f"{NAME} {SECRET}", sections=())).content


def _in_facts_that_no_page_shows() -> bytes:
    writer, made = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf.render(replace(sample(), sections=())).content))), io.BytesIO()
    writer.add_metadata({"/Keywords": f"{NAME} {SECRET}"})
    writer.write(made)
    return made.getvalue()


def _in_a_file_within() -> bytes:
    writer, made = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf.render(replace(sample(), sections=())).content))), io.BytesIO()
    writer.add_attachment("notes.txt", f"{NAME} {SECRET}".encode())
    writer.write(made)
    return made.getvalue()


def _in_a_packed_file() -> bytes:
    block = Paragraph((Span(f"{NAME} {SECRET}"),))
    return docx.render(replace(sample(), sections=(Section("one", "One", (block,)),))).content


@pytest.mark.parametrize(
    "make", [_in_the_text, _in_a_link, _in_the_title, _in_facts_that_no_page_shows, _in_a_file_within, _in_a_packed_file]
)
def test_a_secret_is_found_wherever_a_file_carries_it(make: Callable[[], bytes]) -> None:
    told = readable(make())
    assert SECRET in told and NAME in told


@pytest.mark.parametrize("make", [_in_the_text, _in_a_packed_file])
def test_the_bytes_alone_would_not_tell(make: Callable[[], bytes]) -> None:
    assert SECRET.encode() not in make()


def test_without_poppler_the_same_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    told = readable(_in_the_text())
    assert SECRET in told and NAME in told


def test_what_is_not_there_is_not_found_and_a_broken_file_is_read_as_it_is() -> None:
    told = readable(pdf.render(replace(sample(), sections=())).content)
    assert SECRET not in told and NAME not in told and sample().title in told
    assert readable(b"%PDF-1.4 no more") == "%PDF-1.4 no more"


def test_a_paper_is_read_in_both_its_forms() -> None:
    assert [one["name"] for one in in_each_form({"pk": 1, "name": "docx"})] == ["docx", "pdf"]
    assert list(in_each_form({"pk": 1})) == [{"pk": 1}] and zipfile.is_zipfile(io.BytesIO(_in_a_packed_file()))
