"""One solution on one sheet."""

import io

import pytest
from pypdf import PdfReader
from tests.apps.publishing.compose.printing import NOW, SITE, every_text
from tests.apps.publishing.referring import AFTER, SOLUTION, ended, referring

from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.catalogue.models.translations import TranslationOrigin
from seoulution.apps.publishing.compose.leaflet import leaflet
from seoulution.engine.dossier.document import Document, Figure, Layout, Section
from seoulution.engine.vocabulary import Language, Sector
from seoulution.formats import produce
from seoulution.formats.checks import defects, sections_of

pytestmark = pytest.mark.django_db


def made(code: str = SOLUTION, language: Language = Language.EN) -> Document:
    return leaflet(PolicySolution.objects.select_related("owner").get(code=code), language, SITE, now=NOW)


def section(document: Document, key: str) -> Section:
    return next(each for each in sections_of(document.sections) if each.key.split(".")[-1] == key)


@pytest.mark.parametrize("language", [Language.KO, Language.EN])
def test_every_solution_fits_one_sheet_of_paper(language: Language) -> None:
    for row in PolicySolution.objects.offered().select_related("owner"):
        document = leaflet(row, language, SITE, now=NOW)
        assert not defects(document), row.code
        assert len(PdfReader(io.BytesIO(produce(document, "pdf").content)).pages) <= 2, row.code
        assert not [text for text in every_text(document) if "](claim:" in text], row.code


def test_it_leads_from_the_problem_to_the_result_with_the_change_drawn() -> None:
    document = made()
    assert (document.layout, document.sector) == (Layout.LEAFLET, Sector.WATER)
    assert [part.key for part in section(document, "story").sections] == [
        f"{SOLUTION}.problem",
        f"{SOLUTION}.actions",
        f"{SOLUTION}.results",
    ]
    (drawn,) = section(document, "change").blocks
    assert isinstance(drawn, Figure) and "2013: 94.4 %" in drawn.alternative and drawn.cite


def test_a_longer_text_ends_with_a_whole_sentence_and_the_sheet_says_where_the_rest_is() -> None:
    row = PolicySolution.objects.get(code=SOLUTION)
    written = " ".join(row.record.sections["actions"].en.split())
    document = made()
    shown = "".join(span.text for span in section(document, "actions").blocks[0].spans).strip()
    assert shown != written and written.startswith(shown) and shown.endswith(".")
    told = every_text(document)
    assert f"{SITE.site}/solutions/{SOLUTION}/" in told and any("shortens" in text for text in told)


def test_a_short_text_is_not_said_to_be_shortened() -> None:
    assert not any("shortens" in text for text in every_text(made("ozone-contactor")))


def test_what_it_quotes_is_kept_with_how_it_reads() -> None:
    referring()
    claims = dict(made().claims)
    assert claims[f"{SOLUTION}/{AFTER}"] == "94.4 %"
    assert dict(made(language=Language.KO).claims)[f"{SOLUTION}/{AFTER}"] == "94.4 %"


def test_an_expired_claim_is_not_quietly_left_out_so_that_the_paper_is_refused() -> None:
    ended(AFTER)
    assert f"{SOLUTION}/{AFTER}" in dict(made().claims)


def test_what_is_not_translated_is_marked_as_english_and_a_machines_words_are_named() -> None:
    row = PolicySolution.objects.get(code=SOLUTION)
    Translation.objects.filter(solution=row, language="es").delete()
    source = row.manuscript.sections["problem"].en
    Translation.objects.create(
        solution=row,
        path="sections.problem",
        language="es",
        text="El problema.",
        source_text=source,
        origin=TranslationOrigin.MACHINE,
    )
    document = made(language=Language.ES)
    (translated,) = section(document, "problem").blocks[0].spans
    assert (translated.text, translated.language) == ("El problema.", None)
    assert {span.language for span in section(document, "actions").blocks[0].spans} == {"en"}
    notes = section(document, "contact").blocks[-1].spans[0].text
    assert "machine" in notes.lower() or "máquina" in notes.lower()


def test_it_fits_in_every_other_language_too() -> None:
    for language in set(Language) - {Language.KO, Language.EN}:
        pages = PdfReader(io.BytesIO(produce(made(language=language), "pdf").content)).pages
        assert len(pages) <= 2, language
