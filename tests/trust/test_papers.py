"""T19, T21, T22 end to end: hostile text goes in by the public form and comes out of every paper and list as text."""

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

import pytest
from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import etree
from pypdf import PdfReader

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.publishing.compose.whole_story import Addresses
from seoulution.apps.publishing.models import PaperKind
from seoulution.apps.publishing.papers import Wanted, paper_of
from seoulution.apps.publishing.services.dossiers import build_dossier
from seoulution.engine.vocabulary import Language, Sector
from seoulution.formats import csv, produce, xlsx
from seoulution.formats.json_reader import document_from
from seoulution.formats.tables import Column, ColumnKind

pytestmark = pytest.mark.trust

HOSTILE: Final = (
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.1": *',
    "#let x = 1; $ sum_(k=1)^n $ *bold* _it_ ] [ \\u{41}",
    "<script>alert(1)</script>",
    '</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"</w:instrText>',
    "{{ 7*7 }} {% debug %} %(secret)s ${jndi:ldap://x}",
)
LETTER: Final = "Our pipes leak and half of the treated water is lost. " + " ".join(HOSTILE)
FORMULAS: Final = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("https://evil.example")',
    "＝1+1",
    "https://evil.example",
)


@pytest.fixture
def request_by_form(db: None) -> SharingRequest:
    """The hostile letter as a city would send it."""
    client = Client()
    answer = client.post(reverse("public:ask"), {"city": "Metro Manila", "text": LETTER, "lang": "en", "language": "en"})
    assert answer.status_code == 302, answer.content[:300]
    return SharingRequest.objects.get(code=answer.headers["Location"].split("sent=")[1])


@pytest.fixture
def papers(request_by_form: SharingRequest, person: Callable[..., Any]) -> dict[str, bytes]:
    """Its dossier in every format."""
    dossier = build_dossier(request_by_form, language=Language.EN, by=person("officer"))
    document = document_from(dossier.document)
    return {name: produce(document, name).content for name in ("html", "pdf", "docx", "hwpx", "json")}


@pytest.fixture(params=[PaperKind.LEAFLET, PaperKind.BROCHURE])
def printed(request: pytest.FixtureRequest, db: None) -> dict[str, bytes]:
    """A leaflet and a brochure of a solution whose every text is hostile."""
    row = PolicySolution.objects.select_related("owner").get(code="sewage-system")
    text = {"ko": LETTER, "en": LETTER}
    data = {**row.data, "name": text, "result": {**row.data["result"], **text}}
    data["sections"] = {key: {**section, **text} for key, section in row.data["sections"].items()}
    for part in ("levels", "conditions"):
        data[part] = [{**entry, "text": text} for entry in row.data[part]]
    PolicySolution.objects.filter(pk=row.pk).update(data=data, revision=F("revision") + 1)
    solution = PolicySolution.objects.select_related("owner").get(pk=row.pk)
    wanted = Wanted(request.param, Language.EN, solution=solution, sector=Sector.SEWAGE)
    document = paper_of(wanted, Addresses("https://seoul.example"), now=timezone.now())
    return {name: produce(document, name).content for name in ("html", "pdf", "docx", "hwpx", "json")}


def test_what_is_printed_for_cities_shows_commands_as_text(printed: dict[str, bytes]) -> None:
    """T21, T18: nothing is read, imported or run in a leaflet or brochure either."""
    text = squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(printed["pdf"])).pages))
    assert squeezed('#read("/etc/passwd")') in text and "root:x:0:0" not in text
    assert "<script>alert(1)" not in printed["html"].decode()
    for name in ("docx", "hwpx"):
        with zipfile.ZipFile(io.BytesIO(printed[name])) as packed:
            trees = [etree.fromstring(packed.read(part)) for part in packed.namelist() if part.endswith((".xml", ".rels"))]
        assert any(squeezed('#read("/etc/passwd")') in squeezed("".join(tree.itertext())) for tree in trees)
        fields = [node.text or "" for tree in trees for node in tree.iter("{*}instrText")]
        assert not [field for field in fields if "DDE" in field.upper()]
        for relation in (each for tree in trees for each in tree.iter("{*}Relationship")):
            if relation.get("TargetMode") == "External":
                assert relation.get("Type", "").endswith("/hyperlink") and relation.get("Target", "").startswith("https://")


def squeezed(text: str) -> str:
    """Without blanks, which line breaks move."""
    return "".join(text.split())


def test_typst_prints_commands_as_text(papers: dict[str, bytes]) -> None:
    """T21: nothing is read, imported or computed; the letter's own words stand in the PDF."""
    text = squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(papers["pdf"])).pages))
    assert squeezed('#read("/etc/passwd")') in text
    assert squeezed('#import "@preview/cetz') in text
    assert "root:x:0:0" not in text and "/bin/bash" not in text


def test_the_page_shows_markup_as_text(papers: dict[str, bytes]) -> None:
    """T18: the script is words, and no template language ran over them."""
    page = papers["html"].decode()
    assert "<script>alert(1)" not in page and "&lt;script&gt;alert(1)" in page
    assert "{{ 7*7 }}" in page and "%(secret)s" in page


@pytest.mark.parametrize("name", ["docx", "hwpx"])
def test_office_papers_hold_no_field_and_no_outside_address(papers: dict[str, bytes], name: str) -> None:
    """T22: whole XML, no field codes, no relationship that leaves the file except links that a reader may press."""
    with zipfile.ZipFile(io.BytesIO(papers[name])) as packed:
        parts = {part: packed.read(part) for part in packed.namelist() if part.endswith((".xml", ".rels", ".hpf"))}
    assert any(
        squeezed('#read("/etc/passwd")') in squeezed("".join(etree.fromstring(xml).itertext())) for xml in parts.values()
    )
    for part, xml in parts.items():
        tree = etree.fromstring(xml)
        instructions = [node.text or "" for node in tree.iter("{*}instrText")]
        assert not any("DDE" in one.upper() or "INCLUDE" in one.upper() for one in instructions), part
        for relation in tree.iter("{*}Relationship"):
            if relation.get("TargetMode") == "External":
                assert relation.get("Type", "").endswith("/hyperlink") and relation.get("Target", "").startswith(
                    ("https://", "http://")
                )


def test_the_letter_itself_stays_as_it_was_sent(request_by_form: SharingRequest) -> None:
    """Nothing was taken out of the original to make it harmless."""
    assert request_by_form.text == LETTER


COLUMNS: Final = (Column("name", "Name"), Column("count", "Count", ColumnKind.NUMBER))


def test_a_spreadsheet_takes_no_cell_for_a_formula() -> None:
    """T19: every hostile value is a text cell; no formula, no link in the file."""
    made = xlsx.xlsx_bytes("List", COLUMNS, [{"name": value, "count": Decimal(1)} for value in FORMULAS])
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        sheet = etree.fromstring(packed.read("xl/worksheets/sheet1.xml"))
        assert not [name for name in packed.namelist() if name.endswith("sheet1.xml.rels")]
    assert not list(sheet.iter("{*}f")) and not list(sheet.iter("{*}hyperlink"))
    kinds = [cell.get("t") for cell in sheet.iter("{*}c") if (cell.get("r") or "").startswith("A")]
    assert len(kinds) >= len(FORMULAS) and set(kinds) <= {"s", "str", "inlineStr"}


@pytest.mark.parametrize("value", FORMULAS[:-1])
def test_a_line_of_text_starts_no_formula(value: str) -> None:
    """T19 for CSV: an apostrophe stands before what a spreadsheet would run."""
    line = csv.csv_bytes(COLUMNS, [{"name": value, "count": 1}]).decode("utf-8-sig").split("\r\n", 1)[1]
    assert line.lstrip('"').startswith("'")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["xlsx", "csv"])
def test_lists_go_through_the_same_writers(person: Callable[..., Any], name: str) -> None:
    """T19 end to end: a city whose name is a formula, in the download of the office's list."""
    City.objects.filter(code="hanoi").update(name_en="=1+1 City")
    officer = Client()
    officer.force_login(person("officer"), backend="seoulution.apps.accounts.backend.PersonBackend")
    answer = officer.get(reverse("office:cities"), {"download": name})
    body = b"".join(answer) if answer.streaming else answer.content
    assert answer.headers["Content-Disposition"].startswith("attachment")
    if name == "csv":
        assert b"'=1+1 City" in body and b",=1+1" not in body and b"\n=1+1" not in body
        return
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        sheet, texts = (
            packed.read("xl/worksheets/sheet1.xml"),
            "".join(packed.read(one).decode() for one in packed.namelist() if one.endswith(".xml")),
        )
    assert b"<f>" not in sheet and "=1+1 City" in texts
