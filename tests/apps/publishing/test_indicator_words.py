"""Names of indicators and their units in the languages that the reference files do not write."""

import pytest
from django.utils.translation import override

from seoulution.apps.publishing.indicator_words import INDICATORS, UNITS
from seoulution.apps.publishing.units import AS_THEY_ARE, WORDLESS, unit_words
from seoulution.engine.vocabulary import Language
from seoulution.reference.load import reference
from seoulution.reference.schema.cities import Indicator

OTHERS = sorted(set(Language) - {Language.KO, Language.EN})


def test_every_indicator_has_its_words_and_they_are_those_of_the_reference() -> None:
    records = {record.code: record for record in reference().of(Indicator)}
    for language, names in (("en", {code: r.name.en for code, r in records.items()}),
                            ("ko", {code: r.name.ko for code, r in records.items()})):  # fmt: skip
        with override(language):
            assert {code: str(words) for code, words in INDICATORS.items()} == names


def test_every_unit_of_an_indicator_has_its_words_or_is_a_sign() -> None:
    used = {record.unit for record in reference().of(Indicator)}
    assert used - WORDLESS - AS_THEY_ARE <= UNITS.keys()


@pytest.mark.parametrize("language", OTHERS)
def test_no_other_language_reads_them_in_english(language: Language) -> None:
    with override("en"):
        english = {str(words) for words in (*INDICATORS.values(), *UNITS.values())}
    with override(language.value):
        spoken = [str(words) for words in (*INDICATORS.values(), *UNITS.values())]
        assert unit_words("thousand persons") != "thousand persons" and unit_words("%") == "%"
    same = english.intersection(spoken)
    assert same <= {"Population", "Taxis", "Bus", "US$/connection"}, "only words that the two languages share"


def test_korean_and_english_read_units_as_before() -> None:
    with override("en"):
        assert unit_words("% a year") == "% a year"
    with override("ko"):
        assert unit_words("% a year") == "%/년"
