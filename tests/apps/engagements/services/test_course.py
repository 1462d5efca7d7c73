"""The course of a file: side by side, finished, left out, broken off, entered again; and that no act passes a closed gate."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.apps.engagements.services.files import TODAY, opened, told

from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import Contact, Engagement, StageFunding
from seoulution.apps.engagements.queries import facts_of, gate_findings
from seoulution.apps.engagements.services import course, moves
from seoulution.apps.engagements.services.moves import GateClosed
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, ReasonMissing
from seoulution.engine.vocabulary import Ending, Stage

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]
ACTS = [course.begin, course.finish, course.break_off, course.leave_out]


def act(verb: Callable[..., Engagement], row: Engagement, stage: Stage, by: Any, **changes: Any) -> Engagement:
    given = {"reason": "as agreed", "seen_revision": row.revision, **changes}
    return verb(row, stage=stage, by=by, today=TODAY, **given)


def met(row: Engagement) -> None:
    """A contact that was held."""
    Contact.objects.create(engagement=row, kind="meeting", state="held", title="first talk", starts_at=timezone.now())


def outcomes(row: Engagement) -> list[tuple[str, str]]:
    return [(spell.stage, spell.outcome) for spell in row.spells.all()]


def test_a_stage_begins_beside_another_and_the_furthest_is_the_present_one(person: Person) -> None:
    manager = person("manager")
    row = opened(manager)
    met(row)
    row = act(course.begin, row, Stage.OPPORTUNITY, manager)
    assert (row.stage, row.revision) == ("opportunity", 2)
    assert outcomes(row) == [("exchange", "running"), ("opportunity", "running")]


def test_a_closed_gate_refuses_with_every_finding_and_they_are_the_ones_that_anyone_is_told(person: Person) -> None:
    manager = person("manager")
    row = opened(manager)
    with pytest.raises(GateClosed) as refused:
        act(course.begin, row, Stage.CONSULTING, manager)
    told_to_anyone = gate_findings(row, Stage.CONSULTING, today=TODAY)
    assert set(told_to_anyone) <= set(refused.value.findings)
    assert {"gate.need-unconfirmed", "gate.no-funding", "gate.no-partner-letter"} <= {each.code for each in told_to_anyone}
    row.refresh_from_db()
    assert outcomes(row) == [("exchange", "running")] and row.revision == 1


def test_stages_that_the_table_keeps_apart_do_not_run_side_by_side(person: Person) -> None:
    """Consulting may be entered from the documents' stage; the opportunity it rests on may not begin beside it."""
    with pytest.raises(GateClosed) as refused:
        act(course.begin, told(), Stage.OPPORTUNITY, person("manager"))
    assert "stage.not-beside" in {finding.code for finding in refused.value.findings}
    with pytest.raises(GateClosed) as refused:
        act(course.begin, told(), Stage.CONSULTING, person("manager", "second"))
    assert "stage.runs-already" in {finding.code for finding in refused.value.findings}


def test_a_finished_stage_is_done_and_another_running_one_becomes_the_present(person: Person) -> None:
    manager = person("manager")
    row = opened(manager)
    met(row)
    row = act(course.begin, row, Stage.OPPORTUNITY, manager)
    row = act(course.finish, row, Stage.OPPORTUNITY, manager)
    assert (row.stage, row.standing) == ("exchange", "running")
    row = act(course.finish, row, Stage.EXCHANGE, manager)
    assert (row.stage, row.standing) == ("exchange", "done")
    assert facts_of(row, today=TODAY).done == {Stage.EXCHANGE, Stage.OPPORTUNITY}
    with pytest.raises(NotAllowed) as refused:
        act(course.finish, row, Stage.EXCHANGE, manager)
    assert [finding.code for finding in refused.value.findings] == ["stage.not-running"]


def test_what_the_documents_tell_gets_its_spell_when_it_first_ends(person: Person) -> None:
    row = act(course.finish, told(), Stage.CONSULTING, person("manager"))
    spell = row.spells.get()
    assert (spell.stage, spell.outcome, spell.entered_on.year, spell.left_on) == ("consulting", "done", 2014, TODAY)
    assert Stage.CONSULTING in facts_of(row, today=TODAY).done


def test_a_stage_is_left_out_only_where_the_table_lets_it_be(person: Person) -> None:
    manager = person("manager")
    row = opened(manager)
    with pytest.raises(NotAllowed) as refused:
        act(course.leave_out, row, Stage.OPPORTUNITY, manager)
    assert [finding.code for finding in refused.value.findings] == ["stage.may-not-be-skipped"]
    row = act(course.leave_out, row, Stage.TRAINING, manager, reason="its people came last year")
    assert facts_of(row, today=TODAY).skipped == {Stage.TRAINING: "its people came last year"}
    with pytest.raises(NotAllowed) as refused:
        act(course.leave_out, row, Stage.TRAINING, manager)
    assert [finding.code for finding in refused.value.findings] == ["stage.left-out-already"]
    with pytest.raises(NotAllowed) as refused:
        act(course.leave_out, row, Stage.EXCHANGE, manager)
    assert [finding.code for finding in refused.value.findings] == ["stage.runs-already"]


def test_a_stage_that_was_left_out_may_be_entered_after_all(person: Person) -> None:
    manager = person("manager")
    row = opened(manager)
    met(row)
    row = act(course.begin, row, Stage.OPPORTUNITY, manager)
    row = act(course.leave_out, row, Stage.TRAINING, manager)
    row.documents.create(kind="training_programme", title="Programme")
    StageFunding.objects.create(engagement=row, stage="training", fund="own-budget")
    row = act(course.begin, row, Stage.TRAINING, manager)
    assert row.stage == "training" and facts_of(row, today=TODAY).skipped == {}


def test_a_broken_off_stage_counts_for_nothing_and_is_entered_again_through_its_gate(person: Person) -> None:
    manager = person("manager")
    row = act(course.break_off, opened(manager), Stage.EXCHANGE, manager, reason="the mayor changed")
    assert (row.standing, facts_of(row, today=TODAY).done) == ("under_review", frozenset())
    assert row.spells.get().leaving_reason == "the mayor changed"
    row = act(course.begin, row, Stage.EXCHANGE, manager)
    assert outcomes(row) == [("exchange", "broken_off"), ("exchange", "running")]


@pytest.mark.parametrize("verb", ACTS)
def test_every_act_asks_for_right_reason_revision_and_an_open_file(person: Person, verb: Callable[..., Engagement]) -> None:
    officer, manager = person("officer"), person("manager")
    row = opened(manager)
    with pytest.raises(PermissionDenied):
        act(verb, row, Stage.TRAINING, officer)
    with pytest.raises(ReasonMissing):
        act(verb, row, Stage.TRAINING, manager, reason="\x00")
    with pytest.raises(StaleEdit):
        act(verb, row, Stage.TRAINING, manager, seen_revision=9)
    row = moves.end(row, ending=Ending.DORMANT, reason="silence", seen_revision=1, by=manager, today=TODAY)
    with pytest.raises(AlreadyOver):
        act(verb, row, Stage.TRAINING, manager)
