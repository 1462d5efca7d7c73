"""An agency gets guidance, our terms and the Korean beside each text, and only the states that were asked for."""

import pytest
from lxml import etree

from seoulution.apps.catalogue.languages import TranslationState
from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.catalogue.parts import SECTIONS
from seoulution.apps.catalogue.translation_exports import about, sheet_of, terms_for, xliff_of
from seoulution.engine.vocabulary import Language
from seoulution.formats.translation_sheet import read_translation_sheet
from seoulution.formats.xliff_codes import tag

pytestmark = pytest.mark.django_db
ALL = frozenset(TranslationState)


@pytest.fixture
def solution() -> PolicySolution:
    Translation.objects.all().delete()
    return PolicySolution.objects.get(code="revenue-water")


def test_every_text_goes_out_with_guidance_and_korean(solution: PolicySolution) -> None:
    root = etree.fromstring(xliff_of([solution], Language.ES, ALL))
    units = list(root.iter(tag("unit")))
    assert [unit.get("id") for unit in units] == [path for path, _ in solution.manuscript.texts()]
    for unit in units:
        notes = {note.get("category"): note.text for note in unit.iter(tag("note"))}
        assert notes["guidance"] and notes["korean"]


def test_only_the_states_asked_for_go_out_and_a_solution_without_one_is_left_out(solution: PolicySolution) -> None:
    source = solution.manuscript.name.en
    Translation.objects.create(
        solution=solution, path="name", language="es", source_text="An older name", text="Viejo", origin="human"
    )
    outdated = etree.fromstring(xliff_of([solution], Language.ES, frozenset({TranslationState.OUTDATED})))
    (unit,) = outdated.iter(tag("unit"))
    notes = {note.get("category"): note.text for note in unit.iter(tag("note"))}
    assert (unit.get("id"), notes["source-was"]) == ("name", "An older name")
    assert unit.findtext(f".//{tag('source')}") == source
    assert not list(etree.fromstring(xliff_of([solution], Language.ES, frozenset())).iter(tag("file")))


def test_the_sheet_has_the_same_texts(solution: PolicySolution) -> None:
    rows = read_translation_sheet(sheet_of([solution], Language.ES, ALL))
    assert [(row.field, row.english) for row in rows] == [(path, words.en) for path, words in solution.manuscript.texts()]
    assert "revenue water → agua facturada" in rows[0].guidance.lower()


def test_every_kind_of_text_says_what_it_is() -> None:
    paths = {path for row in PolicySolution.objects.all() for path, _ in row.manuscript.texts()} | set(SECTIONS)
    assert not [path for path in sorted(paths) if not about(path)]


def test_terms_are_told_once_in_the_order_of_the_text() -> None:
    told = terms_for("A feasibility study of revenue water. Revenue water again.", Language.ES)
    assert told == (("feasibility study", "estudio de factibilidad"), ("revenue water", "agua facturada"))
