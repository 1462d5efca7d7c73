"""The memory offers what people wrote for the same or a similar English, never a machine's text."""

import pytest
from django.utils import timezone

from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.catalogue.translation_memory import Likeness, remembered
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
ENGLISH = "The share of treated water that earns revenue rose quickly."


@pytest.fixture(autouse=True)
def _none_yet() -> None:
    Translation.objects.all().delete()


def kept(path: str, source: str, text: str, *, origin: str = "human", language: str = "es") -> Translation:
    return Translation.objects.create(
        solution=PolicySolution.objects.get(code="topis"),
        path=path,
        language=language,
        source_text=source,
        text=text,
        origin=origin,
        translated_at=timezone.now(),
    )


def test_the_nearest_comes_first_and_says_how_near() -> None:
    kept("a", ENGLISH, "La misma")
    kept("b", ENGLISH.replace("quickly", "slowly"), "Casi la misma")
    kept("c", "Entirely other words about buses", "Otra")
    found = remembered(ENGLISH, Language.ES)
    assert [(one.text, one.likeness) for one in found] == [("La misma", Likeness.SAME), ("Casi la misma", Likeness.CLOSE)]
    assert found[0].similarity == 1


def test_machine_text_and_other_languages_are_not_remembered() -> None:
    kept("a", ENGLISH, "De la máquina", origin="machine")
    kept("b", ENGLISH, "Autre", language="fr")
    assert remembered(ENGLISH, Language.ES) == ()


def test_the_same_text_is_offered_once_and_a_row_is_no_memory_of_itself() -> None:
    row = kept("a", ENGLISH, "La misma")
    kept("b", ENGLISH, "La misma")
    assert len(remembered(ENGLISH, Language.ES)) == 1
    Translation.objects.filter(path="b").delete()
    assert remembered(ENGLISH, Language.ES, but=row) == ()
