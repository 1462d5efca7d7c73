"""Each fact of a gate from its own record, and nothing known where nothing is recorded."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from tests.apps.engagements.services.files import TODAY, opened, told, water_solution

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.queries import facts_of, gate_findings
from seoulution.engine.engagements.codes import Approval, Document
from seoulution.engine.engagements.facts import EngagementFacts
from seoulution.engine.engagements.stages import findings_before
from seoulution.engine.vocabulary import Party, Sector, Stage

pytestmark = pytest.mark.django_db
WORD = {"confirmed_by": "the mayor", "confirmed_on": TODAY, "by_way_of": "letter"}


@pytest.fixture
def row(person: Callable[..., Any]) -> Engagement:
    return opened(person("officer"))


def facts(row: Engagement) -> EngagementFacts:
    return facts_of(row, today=TODAY)


def test_nothing_recorded_is_nothing_known(row: Engagement) -> None:
    known = facts(row)
    assert not (known.solutions or known.kinds or known.documents or known.approvals or known.funding or known.bases_decided)
    assert not (known.contact_recorded or known.need_confirmed or known.solution_chosen or known.training_held)
    assert (known.done, known.skipped, known.aim, known.operator, known.ending) == (frozenset(), {}, None, None, None)
    assert (known.sector, known.lead) == (Sector.WATER, Party.INSTITUTE)


def test_the_documents_stand_for_contact_and_earlier_stages(row: Engagement) -> None:
    known = facts(told())
    assert known.contact_recorded and {Stage.EXCHANGE, Stage.OPPORTUNITY, Stage.TRAINING} <= known.done
    assert Stage.CONSULTING not in known.done and not known.training_held


def test_only_a_contact_that_was_held_counts(row: Engagement) -> None:
    contact = row.contacts.create(kind="meeting", state="planned", title="Talk", starts_at=timezone.now())
    assert not facts(row).contact_recorded
    contact.state = "held"
    contact.save()
    assert facts(row).contact_recorded


def test_solutions_and_what_both_sides_agreed(row: Engagement) -> None:
    row.solutions.add(water_solution())
    need = row.confirmations.create(what="need", **WORD)
    row.confirmations.create(what="solution", **WORD)
    known = facts(row)
    assert known.solutions == ("revenue-water",) and known.kinds and known.need_confirmed and known.solution_chosen
    need.taken_back_on = TODAY
    need.save()
    assert not facts(row).need_confirmed


def test_papers_count_until_they_are_withdrawn(row: Engagement) -> None:
    row.documents.create(title="a note")
    paper = row.documents.create(kind="training_programme", title="Programme")
    known = facts(row)
    assert known.documents == {Document.TRAINING_PROGRAMME} and known.training_planned
    paper.withdrawn_at = timezone.now()
    paper.save()
    assert facts(row).documents == frozenset()


def test_a_decision_counts_for_the_stage_it_was_asked_for(row: Engagement) -> None:
    case = {"kind": "fund_decision", "title": "x"}
    row.approval_cases.create(stage="feasibility", state="approved", **case)
    row.approval_cases.create(stage="main_project", state="signing", **case)
    approvals: Any = facts(row).approvals
    assert approvals == {Stage.FEASIBILITY: frozenset({Approval.FUND_DECISION})}


def test_money_counts_unless_refused_or_withdrawn(row: Engagement) -> None:
    row.fundings.create(stage="training", fund="own-budget")
    row.fundings.create(stage="training", fund="koica", state="refused")
    row.fundings.create(stage="consulting", fund="koica", withdrawn_on=TODAY)
    assert facts(row).funding == {Stage.TRAINING: ("own-budget",)}


def test_bases_that_stand(row: Engagement) -> None:
    basis = {"decided_by": "x", "decided_on": TODAY, "reference": "y"}
    row.basis_decisions.create(rule="one", **basis)
    row.basis_decisions.create(rule="two", taken_back_on=TODAY, **basis)
    assert facts(row).bases_decided == {"one"}


def test_spells_say_what_is_done_and_left_out_and_the_struck_say_nothing(row: Engagement) -> None:
    over = {"entered_on": TODAY, "left_on": TODAY, "reason": "as agreed"}
    row.spells.create(stage="training", outcome="done", **over)
    row.spells.create(stage="feasibility", outcome="left_out", **over)
    row.spells.create(stage="main_project", outcome="struck", **over)
    row.spells.create(stage="consulting", outcome="broken_off", **over)
    known = facts(row)
    assert (known.done, known.skipped) == ({Stage.TRAINING}, {Stage.FEASIBILITY: "as agreed"})
    assert known.training_held


def test_what_the_details_say(row: Engagement) -> None:
    row.aim, row.operator = Stage.OPERATION, Party.PARTNER_CITY
    known = facts(row)
    assert (known.aim, known.operator) == (Stage.OPERATION, Party.PARTNER_CITY)


@pytest.mark.parametrize("stage", list(Stage))
def test_whoever_asks_gets_the_findings_that_refuse_the_service(row: Engagement, stage: Stage) -> None:
    assert gate_findings(row, stage, today=TODAY) == findings_before(stage, facts(row))
