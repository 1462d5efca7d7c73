"""Shipped translations are laid once, follow their file, and give way to people."""

import pytest

from seoulution.apps.catalogue.languages import TranslationState, fields_of
from seoulution.apps.catalogue.models import PolicySolution, SolutionVersion, Translation
from seoulution.apps.catalogue.services.shipped_translations import lay_translations
from seoulution.engine.vocabulary import Language
from seoulution.reference.schema.translations import ShippedTranslations, source_mark

pytestmark = pytest.mark.django_db


def english(path: str = "name") -> str:
    return dict(PolicySolution.objects.get(code="topis").manuscript.texts())[path].en


def shipped(text: str, *, source: str = "", path: str = "name") -> list[ShippedTranslations]:
    texts = {path: {"of": source or english(), "text": text}}
    return [ShippedTranslations.model_validate({"solution": "topis", "language": "mn", "texts": texts})]


def row() -> Translation:
    return Translation.objects.get(solution__code="topis", language="mn", path="name")


def state() -> TranslationState:
    fields = fields_of(PolicySolution.objects.get(code="topis"), Language.MN)
    return next(field.state for field in fields if field.path == "name")


@pytest.fixture(autouse=True)
def _nothing_laid() -> None:
    Translation.objects.all().delete()


def test_a_shipped_text_is_machine_text_until_a_person_accepts_it() -> None:
    stored = lay_translations(shipped("ТОПИС", source=source_mark(english())))
    assert (stored.added, stored.changed, stored.same, stored.withdrawn) == (1, 0, 0, 0)
    assert (row().engine, row().source_text, state()) == ("seoulution, unreviewed", english(), TranslationState.MACHINE)


def test_a_second_load_changes_nothing() -> None:
    lay_translations(shipped("ТОПИС"))
    stored = lay_translations(shipped("ТОПИС"))
    assert (stored.added, stored.changed, stored.same, stored.withdrawn) == (0, 0, 1, 0)


def test_an_untouched_text_follows_its_file() -> None:
    lay_translations(shipped("ТОПИС"))
    assert lay_translations(shipped("Тээврийн төв")).changed == 1
    assert row().text == "Тээврийн төв"
    assert lay_translations([]).withdrawn == 1
    assert not Translation.objects.exists()


def test_what_a_person_wrote_accepted_or_had_drafted_stays() -> None:
    lay_translations(shipped("ТОПИС"))
    Translation.objects.update(text="Хүний үг", origin="human", revision=2)
    lay_translations(shipped("Тээврийн төв"))
    assert row().text == "Хүний үг"
    assert lay_translations([]).withdrawn == 0
    Translation.objects.update(text="Машины ноорог", origin="machine", shipped_digest="", revision=1)
    lay_translations(shipped("Тээврийн төв"))
    assert row().text == "Машины ноорог"


@pytest.mark.parametrize("source", ["An older name", source_mark("An older name")])
def test_a_text_of_an_older_english_loads_as_outdated(source: str) -> None:
    lay_translations(shipped("ТОПИС", source=source))
    assert state() is TranslationState.OUTDATED


def test_the_older_english_is_found_in_an_earlier_version() -> None:
    solution = PolicySolution.objects.get(code="topis")
    version = SolutionVersion.objects.get(solution=solution)
    version.data = {**version.data, "name": {"ko": "옛 이름", "en": "An older name"}}
    version.save()
    lay_translations(shipped("ТОПИС", source=source_mark("An older name")))
    assert row().source_text == "An older name"


def test_a_field_or_solution_that_is_not_there_is_passed_over() -> None:
    assert lay_translations(shipped("x", path="sections.no-such-section")).added == 0
    other = shipped("x")[0].model_copy(update={"solution": "no-such-solution"})
    assert lay_translations([other]).added == 0
