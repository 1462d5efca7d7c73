"""Moving engagements: the services refuse by themselves and write history."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied

from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services import course, moves
from seoulution.apps.engagements.services.moves import GateClosed
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, ReasonMissing
from seoulution.engine.vocabulary import Ending, Stage

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
Person = Callable[..., Any]


@pytest.fixture
def engagement(db: None) -> Engagement:
    """Consulting for Bangkok, won and begun, as the documents have it."""
    return Engagement.objects.get(code="bangkok-fare-card-consulting")


def move(engagement: Engagement, by: Any, **changes: Any) -> Engagement:
    given = {"to": Stage.OPPORTUNITY, "reason": "needs understood anew", "seen_revision": engagement.revision, **changes}
    return moves.advance(engagement, by=by, today=TODAY, **given)


def test_a_closed_gate_refuses_with_every_finding_at_once_and_writes_nothing(engagement: Engagement, person: Person) -> None:
    with pytest.raises(GateClosed) as refused:
        move(engagement, person("manager"), to=Stage.FEASIBILITY)
    codes = {finding.code for finding in refused.value.findings}
    assert {"gate.need-unconfirmed", "gate.no-funding", "gate.no-partner-letter", "gate.no-fund-decision"} <= codes
    engagement.refresh_from_db()
    assert (engagement.stage, engagement.revision) == (Stage.CONSULTING, 1)


def test_an_open_gate_lets_it_in_and_the_database_keeps_who_and_why(engagement: Engagement, person: Person) -> None:
    moved = move(engagement, person("manager"))
    assert (moved.stage, moved.standing, moved.revision) == ("opportunity", "running", 2)
    event = apps.get_model("engagements.EngagementEvent").objects.filter(pgh_obj=engagement).latest("pgh_id")
    assert event.pgh_context.metadata["reason"] == "needs understood anew"
    assert event.pgh_context.metadata["by"] == "manager"


@pytest.mark.parametrize("role", ["officer", "analyst", "auditor", "owner", "partner", "public"])
def test_only_who_decides_gates_moves_or_ends_it(engagement: Engagement, person: Person, role: str) -> None:
    who = person(role)
    with pytest.raises(PermissionDenied):
        move(engagement, who)
    with pytest.raises(PermissionDenied):
        moves.end(engagement, ending=Ending.DORMANT, reason="silence", seen_revision=1, by=who, today=TODAY)


def test_nothing_moves_without_a_reason_or_over_someone_elses_change(engagement: Engagement, person: Person) -> None:
    manager = person("manager")
    with pytest.raises(ReasonMissing):
        move(engagement, manager, reason=" \n ")
    move(engagement, manager)
    with pytest.raises(StaleEdit) as stale:
        move(engagement, manager, seen_revision=1, to=Stage.EXCHANGE)
    assert stale.value.current.stage == "opportunity"


def test_an_ended_engagement_stays_with_its_reason_and_is_not_moved(engagement: Engagement, person: Person) -> None:
    manager = person("manager")
    ended = moves.end(
        engagement, ending=Ending.WITHDRAWN, reason="the city chose\x00 another way", seen_revision=1, by=manager, today=TODAY
    )
    assert (ended.ending, ended.ending_reason) == ("withdrawn", "the city chose another way")
    with pytest.raises(AlreadyOver):
        move(engagement, manager, seen_revision=2)


def test_a_stage_that_runs_beside_is_not_entered_twice(engagement: Engagement, person: Person) -> None:
    moved = move(engagement, person("manager"))
    with pytest.raises(GateClosed) as refused:
        move(moved, person("manager", "second"), seen_revision=2)
    assert [finding.code for finding in refused.value.findings] == ["stage.runs-already"]


def test_the_stage_that_is_left_by_entering_is_no_reason_to_refuse_and_going_on_beside_it_is(
    engagement: Engagement, person: Person
) -> None:
    Engagement.objects.filter(pk=engagement.pk).update(stage=Stage.FEASIBILITY)
    manager, refused = person("manager"), {}
    for name, act in (("advance", moves.advance), ("begin", course.begin)):
        stage = {"to": Stage.MAIN_PROJECT} if name == "advance" else {"stage": Stage.MAIN_PROJECT}
        with pytest.raises(GateClosed) as closed:
            act(engagement, reason="signed", seen_revision=1, by=manager, today=TODAY, **stage)
        refused[name] = {finding.code for finding in closed.value.findings}
    assert not {"stage.earlier-open", "stage.not-beside"} & refused["advance"]
    assert "stage.not-beside" in refused["begin"]


def test_the_stage_that_the_documents_tell_is_over_once_the_next_is_entered(engagement: Engagement, person: Person) -> None:
    moved = move(engagement, person("manager"))
    assert [(spell.stage, spell.outcome) for spell in moved.spells.all()] == [
        ("consulting", "done"),
        ("opportunity", "running"),
    ]


@pytest.mark.parametrize("ending", list(Ending))
def test_each_ending_closes_what_runs_and_a_manager_opens_the_file_again(
    engagement: Engagement, person: Person, ending: Ending
) -> None:
    manager = person("manager")
    ended = moves.end(engagement, ending=ending, reason="as they wrote", seen_revision=1, by=manager, today=TODAY)
    assert ended.spells.get().outcome == ("done" if ending is Ending.COMPLETED else "broken_off")
    with pytest.raises(ReasonMissing):
        moves.reopen(ended, reason="", seen_revision=2, by=manager)
    again = moves.reopen(ended, reason="they wrote again", seen_revision=2, by=manager)
    assert (again.ending, again.ending_reason, again.ended_on, again.standing) == ("", "", None, "under_review")
    with pytest.raises(NotAllowed):
        moves.reopen(again, reason="twice", seen_revision=3, by=manager)


def test_only_a_manager_opens_an_ended_file_again(engagement: Engagement, person: Person) -> None:
    moves.end(engagement, ending=Ending.LOST, reason="outbid", seen_revision=1, by=person("manager"), today=TODAY)
    with pytest.raises(PermissionDenied):
        moves.reopen(engagement, reason="please", seen_revision=2, by=person("officer"))


def test_a_stage_that_was_only_under_review_is_entered_through_its_own_gate(person: Person) -> None:
    row = Engagement.objects.get(code="metro-manila-transport-advice")
    with pytest.raises(GateClosed) as refused:
        move(row, person("manager"), to=Stage.CONSULTING)
    codes = {finding.code for finding in refused.value.findings}
    assert "gate.need-unconfirmed" in codes and "stage.runs-already" not in codes
    assert not row.spells.exists()
