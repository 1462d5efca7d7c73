"""What both sides agreed on and bases that were decided: recorded once, on a day that has come, taken back with a reason."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.apps.engagements.services.files import TODAY, last_context, opened, told, water_solution

from seoulution.apps.engagements.models import BasisDecision, Confirmation, Engagement
from seoulution.apps.engagements.queries import facts_of, legal_rules
from seoulution.apps.engagements.services import agreements, moves
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, NotOwnFile, ReasonMissing
from seoulution.engine.engagements.codes import Agreed
from seoulution.engine.engagements.legal_routes import Basis
from seoulution.engine.vocabulary import Ending

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


@pytest.fixture
def officer(person: Person) -> Any:
    return person("officer")


@pytest.fixture
def row(officer: Any) -> Engagement:
    return opened(officer)


def confirm(row: Engagement, by: Any, **changes: Any) -> Confirmation:
    given = {"what": Agreed.NEED, "confirmed_by": "the mayor", "confirmed_on": TODAY, "by_way_of": "letter 7", **changes}
    return agreements.confirm(row, by=by, today=TODAY, **given)


def asking(answer: Basis = Basis.NEEDS_BASIS) -> str:
    return next(rule.code for rule in legal_rules() if rule.answer is answer)


def decide(row: Engagement, by: Any, **changes: Any) -> BasisDecision:
    given = {"rule": asking(), "decided_by": "the council", "decided_on": TODAY, "reference": "no. 12", **changes}
    return agreements.record_basis(row, by=by, today=TODAY, **given)


def refused(act: Callable[[], object]) -> set[str]:
    with pytest.raises(NotAllowed) as closed:
        act()
    return {finding.code for finding in closed.value.findings}


def test_a_confirmation_opens_what_the_gate_asks_and_taking_it_back_closes_it(row: Engagement, officer: Any) -> None:
    record = confirm(row, officer)
    assert facts_of(row, today=TODAY).need_confirmed and record.recorded_by == officer
    assert refused(lambda: confirm(row, officer)) == {"engagement.confirmed-already"}
    with pytest.raises(ReasonMissing):
        agreements.take_back(record, reason="", by=officer, today=TODAY)
    agreements.take_back(record, reason="another department wrote", by=officer, today=TODAY)
    assert not facts_of(row, today=TODAY).need_confirmed
    assert last_context("Confirmation", record.pk) == {"reason": "another department wrote", "by": "officer"}
    with pytest.raises(AlreadyOver):
        agreements.take_back(record, reason="again", by=officer, today=TODAY)
    confirm(row, officer)


def test_a_solution_is_chosen_once_one_is_linked(row: Engagement, officer: Any) -> None:
    assert refused(lambda: confirm(row, officer, what=Agreed.SOLUTION)) == {"gate.no-solution-linked"}
    row.solutions.add(water_solution())
    confirm(row, officer, what=Agreed.SOLUTION)
    assert facts_of(row, today=TODAY).solution_chosen


def test_everything_that_is_wrong_is_said_at_once(row: Engagement, officer: Any) -> None:
    foreign = told().documents.create(title="Another file's letter")
    wrong = {"confirmed_by": " ", "confirmed_on": TODAY + timedelta(days=1), "document": foreign}
    assert refused(lambda: confirm(row, officer, **wrong)) == {
        "engagement.who-and-where-missing",
        "engagement.day-ahead",
        "engagement.paper-not-on-file",
    }


def test_a_withdrawn_paper_shows_nothing(row: Engagement, officer: Any) -> None:
    paper = row.documents.create(title="Letter", withdrawn_at=timezone.now())
    assert refused(lambda: confirm(row, officer, document=paper)) == {"engagement.paper-not-on-file"}


def test_a_basis_is_decided_only_where_a_rule_asks_for_one(row: Engagement, officer: Any) -> None:
    decide(row, officer)
    assert facts_of(row, today=TODAY).bases_decided == {asking()}
    assert refused(lambda: decide(row, officer)) == {"engagement.decided-already"}
    for rule in ("no-such-rule", asking(Basis.HAS_BASIS), asking(Basis.NO_BASIS)):
        assert refused(lambda rule=rule: decide(row, officer, rule=rule)) == {"engagement.nothing-to-decide"}  # type: ignore[misc]


def test_strangers_and_readers_record_nothing_and_an_ended_file_takes_nothing(
    row: Engagement, officer: Any, person: Person
) -> None:
    with pytest.raises(NotOwnFile):
        confirm(row, person("officer", "other"))
    with pytest.raises(PermissionDenied):
        decide(row, person("analyst"))
    moves.end(row, ending=Ending.LOST, reason="outbid", seen_revision=1, by=person("manager"), today=TODAY)
    for act in (confirm, decide):
        with pytest.raises(AlreadyOver):
            act(row, officer)
