"""A solution in the paper's language."""

import pytest
from tests.apps.publishing.referring import SOLUTION

from seoulution.apps.catalogue.languages import TranslationState
from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.publishing.compose.paper import Paper
from seoulution.apps.publishing.compose.spoken import Spoken, spoken
from seoulution.engine.vocabulary import Language
from seoulution.reference.schema.base import Words

pytestmark = pytest.mark.django_db


def told(language: Language) -> Spoken:
    Translation.objects.filter(solution__code=SOLUTION).delete()
    (one,) = spoken(Paper(language), [PolicySolution.objects.select_related("owner").get(code=SOLUTION)])
    return one


def test_only_the_texts_that_were_used_are_reported() -> None:
    spanish = told(Language.ES)
    spanish.plain("name", spanish.record.name)
    assert spanish.shown_as(TranslationState.MISSING) == ("name",)
    assert told(Language.KO).shown_as(TranslationState.MISSING) == ()


def test_english_left_in_another_language_is_marked_and_the_originals_are_not() -> None:
    spanish, english = told(Language.ES), told(Language.EN)
    assert spanish.text("name", spanish.record.name)[0].language == "en"
    assert english.text("name", english.record.name)[0].language is None
    assert spanish.as_recorded(Words(ko="서울", en="Seoul")).language == "en"


def test_it_remembers_whether_anything_was_shortened() -> None:
    english = told(Language.EN)
    text = english.record.sections["actions"]
    english.cited("sections.actions", text, most=10_000)
    assert not english.shortened
    english.cited("sections.actions", text, most=200)
    assert english.shortened
