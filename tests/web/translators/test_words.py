"""Every state, likeness and kind of text has its words."""

import pytest
from django.http import Http404

from seoulution.apps.catalogue.languages import TARGET_LANGUAGES, TranslationState
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.translation_memory import Likeness
from seoulution.web.translators.words import LIKENESS, SECTIONS, STATES, language_choices, language_named, section_words


def test_every_code_has_its_words() -> None:
    assert set(STATES) == set(TranslationState)
    assert set(LIKENESS) == set(Likeness)
    assert [code for code, _ in language_choices()] == [language.value for language in TARGET_LANGUAGES]
    assert all(section_words(section) for section in SECTIONS)


@pytest.mark.django_db
def test_every_text_of_the_catalogue_is_of_a_listed_kind() -> None:
    kinds = {path.partition(".")[0] for row in PolicySolution.objects.all() for path, _ in row.manuscript.texts()}
    assert kinds <= set(SECTIONS)


def test_a_language_of_the_source_is_not_translated_into() -> None:
    with pytest.raises(Http404):
        language_named("ko")
