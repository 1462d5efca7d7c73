"""Drafts of a machine: kept as such, never over a person's text, errors told text by text, and a run that ends when the machine is away."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.languages import TranslationState, fields_of
from seoulution.apps.catalogue.models import DraftingRun, PolicySolution, Translation
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.catalogue.services import machine_drafts
from seoulution.apps.catalogue.services.machine_drafts import begin_drafting, draft_field, draft_more
from seoulution.apps.catalogue.services.translations import translate
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Language
from seoulution.language.machine_requests import MachineRefused
from seoulution.language.machine_translation import SECONDS

pytestmark = pytest.mark.django_db
LANGUAGE = Language.MN


@dataclass
class Parrot:
    """Answers with the text in brackets of its own; the clients of both protocols are tested in tests/language."""

    engine: str = "parrot"
    failing: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def translate(self, html: str, source: Language, target: Language, terms: object) -> str:
        self.asked.append(html)
        for beginning, code in self.failing.items():
            if html.startswith(beginning):
                raise MachineRefused(Finding(code))
        return f"«{html}»"


@pytest.fixture
def parrot(monkeypatch: pytest.MonkeyPatch) -> Parrot:
    made = Parrot()
    monkeypatch.setattr(machine_drafts, "machine", lambda: made)
    return made


@pytest.fixture
def solution() -> PolicySolution:
    Translation.objects.all().delete()
    return PolicySolution.objects.get(code="topis")


@pytest.fixture
def manager(person: Callable[..., User]) -> User:
    return person("manager")


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def test_without_a_machine_nothing_is_asked(solution: PolicySolution, manager: User) -> None:
    assert machine_drafts.machine() is None
    with pytest.raises(Refused) as refused:
        draft_field(solution, path="name", language=LANGUAGE, by=manager)
    assert codes(refused) == ["machine.not-set-up"]


def test_a_draft_is_a_machines_text(solution: PolicySolution, manager: User, parrot: Parrot) -> None:
    row = draft_field(solution, path="name", language=LANGUAGE, by=manager)
    assert (row.origin, row.engine, row.translator) == ("machine", "parrot", None)
    assert row.text.startswith("«")


def test_a_machine_is_not_even_asked_over_a_persons_text(solution: PolicySolution, manager: User, parrot: Parrot) -> None:
    english = solution.manuscript.name.en
    text = {"path": "name", "language": LANGUAGE, "text": "ТОПИС", "seen_source": english, "seen_revision": 0}
    translate(solution, **text, by=manager)
    with pytest.raises(Refused) as refused:
        draft_field(solution, path="name", language=LANGUAGE, by=manager)
    assert (codes(refused), parrot.asked) == (["translation.person-wrote-it"], [])


def test_no_right_and_no_such_field_are_refused(
    solution: PolicySolution, manager: User, parrot: Parrot, person: Callable[..., User]
) -> None:
    for by, path, code in (
        (person("translator"), "name", "translation.not-your-language"),
        (manager, "sections.none", "translation.unknown-field"),
    ):
        with pytest.raises(Refused) as refused:
            draft_field(solution, path=path, language=LANGUAGE, by=by)
        assert codes(refused) == [code]


def test_a_run_drafts_what_is_missing_and_tells_what_failed(solution: PolicySolution, manager: User, parrot: Parrot) -> None:
    parrot.failing = {solution.manuscript.name.en[:12]: "machine.garbage"}
    run = begin_drafting(solution, language=LANGUAGE, by=manager)
    missing = len(list(solution.manuscript.texts()))
    assert run.total == min(missing, machine_drafts.MOST_FIELDS)
    run = draft_more(run, by=manager, seconds=60)
    assert (run.tried, run.done, run.todo) == (run.total, run.total - 1, [])
    assert run.ended_at is not None
    assert [(error["place"]["unit"], error["findings"][0]["code"]) for error in run.errors] == [("name", "machine.garbage")]
    states = {one.path: one.state for one in fields_of(solution, LANGUAGE)}
    assert (states["name"], states["result"]) == (TranslationState.MISSING, TranslationState.MACHINE)


def test_a_run_goes_on_where_it_stopped(solution: PolicySolution, manager: User, parrot: Parrot) -> None:
    run = draft_more(begin_drafting(solution, language=LANGUAGE, by=manager), by=manager, seconds=0)
    assert (run.done, run.ended_at) == (1, None)
    run = draft_more(run, by=manager, seconds=0)
    assert (run.done, len(set(parrot.asked))) == (2, 2)


def test_a_run_ends_when_the_machine_is_away(solution: PolicySolution, manager: User, parrot: Parrot) -> None:
    parrot.failing = {"": "machine.not-reached"}
    run = draft_more(begin_drafting(solution, language=LANGUAGE, by=manager), by=manager, seconds=60)
    assert (run.done, len(run.errors), len(parrot.asked)) == (0, 3, 3)
    assert run.ended_at is not None and run.todo


def test_a_language_without_gaps_needs_no_run(solution: PolicySolution, manager: User, parrot: Parrot) -> None:
    while (run := draft_more(begin_drafting(solution, language=LANGUAGE, by=manager), by=manager, seconds=60)).total == 100:
        assert run.done == 100
    with pytest.raises(Refused) as refused:
        begin_drafting(solution, language=LANGUAGE, by=manager)
    assert codes(refused) == ["machine.nothing-missing"]
    assert DraftingRun.objects.filter(ended_at=None).count() == 0


def test_a_step_with_a_machine_that_is_slow_ends_before_a_browser_gives_up() -> None:
    assert SECONDS + machine_drafts.SECONDS_A_STEP < 60
