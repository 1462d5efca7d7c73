"""The shipped glossary: every term is found by its own names, in the language that it is written in."""

import pytest

from seoulution.engine.catalogue.glossary import glossary_findings
from seoulution.engine.catalogue.stems import places_of
from seoulution.engine.vocabulary import Language
from seoulution.reference.load import reference
from seoulution.reference.rules import glossary
from seoulution.reference.schema.terms import Term

RECORDS = reference().of(Term)
TERMS = glossary(RECORDS)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.code)
def test_a_term_is_known_by_its_own_names(record: Term) -> None:
    assert any(places_of(record.name.en, "en", record.en)), record.name.en
    assert any(places_of(record.name.ko, "ko", record.ko)), record.name.ko
    for language, forms in record.into.items():
        assert any(places_of(forms.write, language.value, (forms.write, *forms.counts))), (language, forms.write)


def test_writing_what_is_advised_satisfies_the_glossary() -> None:
    for record in RECORDS:
        for language, forms in record.into.items():
            found = glossary_findings(record.name.en, "en", forms.write, language.value, TERMS, "result")
            assert found == (), (record.code, language)


def test_no_term_is_asked_for_in_the_languages_that_solutions_are_written_in() -> None:
    assert not [record.code for record in RECORDS if {Language.KO, Language.EN} & record.into.keys()]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La proporción de las aguas facturadas subió con los estudios de factibilidad."),
        ("ru", "Доля увеличилась; результаты технико-экономического обоснования известны."),
        ("pt", "As águas faturadas aumentaram depois do estudo de viabilidade."),
        ("fr", "Les eaux facturées ont augmenté après une étude de faisabilité."),
        ("mn", "Техник эдийн засгийн үндэслэлийн дараа өссөн."),
        ("ar", "ارتفعت المياه المدرة للدخل بعد دراسة الجدوى."),
        ("th", "ผลการศึกษาความเป็นไปได้ดีขึ้น"),
        ("vi", "Tỷ lệ nước có doanh thu tăng sau nghiên cứu khả thi."),
        ("id", "Air berekening naik setelah studi kelayakan."),
    ],
)
def test_inflected_terms_count(language: str, text: str) -> None:
    assert glossary_findings("Revenue water rose after the feasibility study.", "en", text, language, TERMS, "x") == ()


def test_a_missing_term_is_told_once_with_what_to_write() -> None:
    (found,) = glossary_findings("Non-revenue water; non-revenue water again.", "en", "El agua perdida.", "es", TERMS, "result")
    assert (found.code, found.severity) == ("translation.term-missing", "warning")
    assert dict(found.parameters) == {"term": "Non-revenue water", "use": "agua no facturada"}
