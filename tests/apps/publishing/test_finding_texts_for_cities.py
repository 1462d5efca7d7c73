"""What a city reads when something that it sends is not taken."""

import re

import pytest
from django.utils.translation import override

from seoulution.apps.publishing import finding_texts, finding_texts_for_cities
from seoulution.engine.vocabulary import Language

FILLERS = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("language", sorted(set(Language) - {Language.EN}))
def test_each_sentence_stands_in_every_language_with_the_same_values(language: Language) -> None:
    for code, words in finding_texts_for_cities.TEXTS.items():
        assert finding_texts.TEXTS[code] is words
        with override("en"):
            english = str(words)
        with override(language.value):
            spoken = str(words)
        assert spoken != english and set(FILLERS.findall(spoken)) == set(FILLERS.findall(english)), code
