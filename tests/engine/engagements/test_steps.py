"""The plan of steps: lawful leads, papers ahead, training first, partners by what flows."""

from dataclasses import replace
from datetime import date

from seoulution.engine.engagements.facts import Approval, Document, EngagementFacts
from seoulution.engine.engagements.legal_routes import LegalRoute
from seoulution.engine.engagements.steps import FLOW_STAGES, STEPS, Partner, first_lawful, plan_steps
from seoulution.engine.vocabulary import Activity, MoneyFlow, NetworkFlow, Party, Sector, SolutionKind, Stage
from seoulution.reference.load import read
from seoulution.reference.rules import legal_rules
from seoulution.reference.schema.programme import LegalRule as LegalRecord

RULES = legal_rules(read("legal", LegalRecord)[0])
MANILA = EngagementFacts(
    on=date(2014, 6, 1),
    rules=RULES,
    sector=Sector.TRANSPORT,
    solutions=("topis", "integrated-fare"),
    kinds=frozenset({SolutionKind.KNOWLEDGE, SolutionKind.EXPORTABLE}),
    contact_recorded=True,
    done=frozenset({Stage.EXCHANGE}),
)
KOICA = Partner("koica", Party.AGENCY, frozenset({NetworkFlow.FUNDING, NetworkFlow.PROPOSAL}))
ICAK = Partner("icak", Party.AGENCY, frozenset({NetworkFlow.INFORMATION}))
CARD_FIRM = Partner(
    "korea-smart-card", Party.PRIVATE_CONSORTIUM, frozenset({NetworkFlow.CONSORTIUM}), frozenset({Sector.TRANSPORT})
)
METER_FIRM = Partner("meters", Party.PRIVATE_CONSORTIUM, frozenset({NetworkFlow.CONSORTIUM}), frozenset({Sector.WATER}))


def test_the_tables_cover_every_stage_and_every_flow() -> None:
    assert set(STEPS) == set(Stage)
    assert set(FLOW_STAGES) == set(NetworkFlow)


def test_every_typical_step_has_a_lawful_lead_under_the_shipped_rules() -> None:
    for step in plan_steps(replace(MANILA, done=frozenset())):
        assert step.leads, step.stage


def test_the_city_hall_is_told_why_it_may_not_lead_the_main_project() -> None:
    tender = next(step for step in plan_steps(MANILA) if step.activity is Activity.TENDER)
    assert [answer.route.actor for answer in tender.leads] == [Party.PRIVATE_CONSORTIUM, Party.MUNICIPAL_CORPORATION]
    (refused,) = tender.refused
    assert refused.route.actor is Party.CITY_HALL
    assert refused.rule == "city-hall-for-profit"
    assert refused.alternatives


def test_training_comes_first_until_it_was_held() -> None:
    consulting = [step for step in plan_steps(MANILA) if step.stage is Stage.CONSULTING]
    assert all(step.training_first for step in consulting)
    after = replace(MANILA, training_held=True, done=MANILA.done | {Stage.TRAINING})
    assert not any(step.training_first for step in plan_steps(after))


def test_what_is_done_is_no_longer_ahead() -> None:
    assert Stage.EXCHANGE not in {step.stage for step in plan_steps(MANILA)}


def test_papers_that_are_held_are_not_asked_for_again() -> None:
    travel = {Stage.CONSULTING: frozenset({Approval.OFFICIAL_TRAVEL})}
    held = replace(MANILA, documents=frozenset({Document.PARTNER_LETTER}), approvals=travel)
    consulting = next(step for step in plan_steps(held) if step.stage is Stage.CONSULTING)
    assert consulting.documents == (Document.VIABILITY_REVIEW, Document.TERMS_OF_REFERENCE)
    assert consulting.approvals == (Approval.PROGRAMME_DECISION,)


def test_partners_help_where_their_flow_leads_and_in_their_sector() -> None:
    steps = plan_steps(MANILA, partners=(KOICA, ICAK, CARD_FIRM, METER_FIRM))
    helpers = {step.stage: (step.agencies, step.firms) for step in steps}
    assert helpers[Stage.OPPORTUNITY] == (("koica", "icak"), ())
    assert helpers[Stage.TRAINING] == (("koica",), ())
    assert helpers[Stage.MAIN_PROJECT] == (("koica", "icak"), ("korea-smart-card",))


def test_a_proposed_route_is_judged_in_place_of_the_typical_one() -> None:
    proposed = {Stage.MAIN_PROJECT: LegalRoute(Party.CITY_HALL, Activity.TENDER, MoneyFlow.FOR_PROFIT)}
    (step,) = [step for step in plan_steps(MANILA, proposed=proposed) if step.stage is Stage.MAIN_PROJECT]
    assert [answer.route.actor for answer in step.refused] == [Party.CITY_HALL]
    assert step.leads


def test_where_nobody_asked_may_lead_the_nearest_lawful_route_is_named() -> None:
    proposed = {Stage.OPERATION: LegalRoute(Party.CITY_HALL, Activity.SETTLEMENT_SERVICE, MoneyFlow.FOR_PROFIT)}
    (step,) = [step for step in plan_steps(MANILA, proposed=proposed) if step.stage is Stage.OPERATION]
    answer = first_lawful(step, MANILA)
    assert answer is not None
    assert answer.is_lawful
    assert answer.route.actor is Party.MUNICIPAL_CORPORATION
