"""A solution in Spanish: translated fields in Spanish, the rest in English and listed, outdated ones marked."""

import pytest

from seoulution.apps.catalogue.languages import TranslationState, fields_of, in_language
from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db


def translated(path: str, text: str, *, source: str | None = None, origin: str = "human") -> PolicySolution:
    row = PolicySolution.objects.get(code="revenue-water")
    texts = {where: words.en for where, words in row.manuscript.texts()}
    Translation.objects.filter(solution=row, path=path, language="es").delete()
    Translation.objects.create(
        solution=row, path=path, language="es", source_text=source or texts[path], text=text, origin=origin
    )
    return row


@pytest.mark.parametrize("where", ["name", "result", "sections", "levels", "conditions", "claims"])
def test_each_kind_of_field_is_replaced_and_no_other(where: str) -> None:
    row = PolicySolution.objects.get(code="revenue-water")
    path = next(path for path, _ in row.manuscript.texts() if path.split(".")[0] == where)
    translated(path, "Palabras en español")
    read = in_language(row, Language.ES)
    after = dict(read.record.texts())
    before = dict(row.manuscript.texts())
    assert after[path].en == "Palabras en español"
    assert after[path].ko == before[path].ko
    shown = {field.path for field in read.fields if field.text}
    assert all(after[place].en == words.en for place, words in before.items() if place not in shown)


def test_the_state_of_a_field_is_one_of_four() -> None:
    row = translated("name", "Agua facturada", origin="machine")
    translated("result", "Viejo", source="An older English")
    states = {field.path: field.state for field in fields_of(row, Language.ES)}
    assert states["name"] is TranslationState.MACHINE
    assert states["result"] is TranslationState.OUTDATED
    translated("name", "Agua facturada")
    assert {field.path: field.state for field in fields_of(row, Language.ES)}["name"] is TranslationState.HUMAN
    assert {field.state for field in fields_of(row, Language.MN)} <= set(TranslationState)


def test_a_translation_whose_references_no_longer_fit_stands_without_them() -> None:
    row = translated("result", "Llegó a [1 %](claim:no-such-claim) entonces.", source="older")
    assert in_language(row, Language.ES).record.result.en == "Llegó a 1 % entonces."


def test_korean_and_english_are_the_record_itself() -> None:
    row = PolicySolution.objects.get(code="revenue-water")
    assert in_language(row, Language.KO).record is row.manuscript
    assert in_language(row, Language.EN).fields == ()
