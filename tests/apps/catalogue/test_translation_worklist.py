"""Counts and the list say the same of every text, and the same as the record itself."""

import pytest

from seoulution.apps.catalogue.languages import TARGET_LANGUAGES, TranslationState, fields_of
from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.catalogue.translation_worklist import after, counts, worklist
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db


@pytest.fixture
def solutions() -> list[PolicySolution]:
    """Two solutions: one text by a person, one by a machine, one outdated, in Spanish."""
    Translation.objects.all().delete()
    rows = list(PolicySolution.objects.filter(code__in=["revenue-water", "topis"]))
    first = rows[0]
    english = {path: words.en for path, words in first.manuscript.texts()}
    for path, source, origin in (
        ("name", english["name"], "human"),
        ("result", english["result"], "machine"),
        ("sections.cost", "older", "human"),
    ):
        Translation.objects.create(solution=first, path=path, language="es", source_text=source, text="x", origin=origin)
    return rows


def test_the_list_says_of_each_text_what_the_record_says(solutions: list[PolicySolution]) -> None:
    listed = [(item.solution.code, item.path, item.state) for item in worklist(solutions, Language.ES)]
    said = [(row.code, field.path, field.state) for row in solutions for field in fields_of(row, Language.ES)]
    assert listed == said


def test_the_counts_are_those_of_the_list(solutions: list[PolicySolution]) -> None:
    found = counts(solutions)
    assert set(found) == set(TARGET_LANGUAGES)
    for language in (Language.ES, Language.TH):
        states = [item.state for item in worklist(solutions, language)]
        assert {state: states.count(state) for state in TranslationState} == {s: found[language][s] for s in TranslationState}


def test_next_is_the_next_open_text_and_turns_round_at_the_end(solutions: list[PolicySolution]) -> None:
    items = worklist(solutions, Language.ES)
    first, code = items[0], items[0].solution.code
    following = after(items, code, first.path)
    assert following is not None and (following.path, following.state) == ("result", TranslationState.MACHINE)
    last = items[-1]
    turned = after(items, last.solution.code, last.path)
    assert turned is not None and turned.path == "result"
    assert after([], code, "name") is None
    assert after(items[:1], code, "name") is None
