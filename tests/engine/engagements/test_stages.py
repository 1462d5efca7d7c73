"""The stage table, the gates, and the course a cooperation takes."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.engagements.checks import CHECKS, CHECKS_OF_A_STAGE, MISSING_APPROVAL, MISSING_DOCUMENT
from seoulution.engine.engagements.course import ADVISORY, DELIVERY, PLACE, course_of
from seoulution.engine.engagements.facts import Approval, Document, EngagementFacts
from seoulution.engine.engagements.programme import Ask
from seoulution.engine.engagements.stages import STAGES, findings_before, gate_of, stages_of_plan
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party, Sector, SolutionKind, Stage

DAY = date(2014, 6, 1)
FACTS = st.builds(
    EngagementFacts,
    on=st.just(DAY),
    sector=st.none() | st.sampled_from(Sector),
    solutions=st.just(()) | st.just(("topis",)),
    kinds=st.frozensets(st.sampled_from(SolutionKind)),
    solution_chosen=st.booleans(),
    need_confirmed=st.booleans(),
    contact_recorded=st.booleans(),
    lead=st.none() | st.sampled_from(Party),
    activity=st.none() | st.sampled_from(Activity),
    money_flow=st.none() | st.sampled_from(MoneyFlow),
    training_planned=st.booleans(),
    training_held=st.booleans(),
    documents=st.frozensets(st.sampled_from(Document)),
    approvals=st.dictionaries(st.sampled_from(Stage), st.frozensets(st.sampled_from(Approval))),
    operator=st.none() | st.sampled_from(Party),
    aim=st.none() | st.sampled_from(Stage),
    done=st.frozensets(st.sampled_from(Stage)),
    skipped=st.dictionaries(st.sampled_from(Stage), st.sampled_from(["", "a reason"]), max_size=3),
)


def test_every_stage_has_a_row_and_a_gate_and_every_question_is_answered_by_one_check() -> None:
    assert set(STAGES) == set(Stage)
    assert {*CHECKS, *CHECKS_OF_A_STAGE} == set(Ask)
    assert not set(CHECKS) & set(CHECKS_OF_A_STAGE)


def test_every_stage_but_exchange_is_guarded_by_something_of_its_own() -> None:
    for stage in Stage:
        own = len(STAGES[stage].asks) + len(STAGES[stage].documents) + len(STAGES[stage].approvals)
        assert own > 0 or stage is Stage.EXCHANGE


def test_a_stage_runs_beside_earlier_stages_only() -> None:
    for stage, rule in STAGES.items():
        assert stage not in rule.beside
        later = {other for other in rule.beside if PLACE[other] > PLACE[stage]}
        assert later <= {Stage.CONSULTING}, "training alone may follow the consulting it accompanies"


def test_every_document_and_approval_has_a_code_of_its_own() -> None:
    codes = [*MISSING_DOCUMENT.values(), *MISSING_APPROVAL.values()]
    assert set(MISSING_DOCUMENT) == set(Document)
    assert set(MISSING_APPROVAL) == set(Approval)
    assert len(codes) == len(set(codes))


def test_advice_ends_at_consulting_and_a_deliverable_goes_on_to_operation() -> None:
    knowledge = EngagementFacts(on=DAY, kinds=frozenset({SolutionKind.KNOWLEDGE}))
    deliverable = EngagementFacts(on=DAY, kinds=frozenset({SolutionKind.KNOWLEDGE, SolutionKind.EXPORTABLE}))
    assert stages_of_plan(knowledge) == (*ADVISORY, Stage.FEEDBACK)
    assert stages_of_plan(deliverable) == (*ADVISORY, *DELIVERY, Stage.FEEDBACK)


def test_the_aim_of_the_city_shortens_the_course() -> None:
    asked = EngagementFacts(on=DAY, kinds=frozenset({SolutionKind.EXPORTABLE}), aim=Stage.TRAINING)
    assert stages_of_plan(asked) == (Stage.EXCHANGE, Stage.OPPORTUNITY, Stage.TRAINING, Stage.FEEDBACK)


def test_what_stands_in_its_main_project_goes_on_to_operation_though_no_solution_is_linked() -> None:
    """Chittagong's signalling has no solution of ours, and its next gate was feedback."""
    standing = EngagementFacts(on=DAY, stage=Stage.MAIN_PROJECT)
    assert stages_of_plan(standing)[-3:] == (Stage.MAIN_PROJECT, Stage.OPERATION, Stage.FEEDBACK)
    studied = EngagementFacts(on=DAY, done=frozenset({Stage.FEASIBILITY}))
    assert stages_of_plan(studied)[-2:] == (Stage.FEASIBILITY, Stage.FEEDBACK)


def test_a_main_project_brings_public_operation_with_it() -> None:
    assert Stage.OPERATION in stages_of_plan(EngagementFacts(on=DAY, aim=Stage.MAIN_PROJECT))


@given(FACTS)
def test_the_course_is_in_the_order_of_the_flow_and_closes_with_feedback(facts: EngagementFacts) -> None:
    course = stages_of_plan(facts)
    assert list(course) == sorted(course, key=PLACE.__getitem__)
    assert course[-1] is Stage.FEEDBACK
    assert Stage.OPPORTUNITY in course


@given(FACTS, st.sampled_from(Stage))
def test_all_findings_are_given_at_once(facts: EngagementFacts, stage: Stage) -> None:
    one_by_one = [finding for check in gate_of(stage) if (finding := check(facts)) is not None]
    assert list(findings_before(stage, facts)) == one_by_one


@given(FACTS, st.sampled_from(Stage), st.sampled_from(Document))
def test_one_more_document_never_closes_a_gate(facts: EngagementFacts, stage: Stage, document: Document) -> None:
    before = {finding.code for finding in findings_before(stage, facts)}
    after = {finding.code for finding in findings_before(stage, replace(facts, documents=facts.documents | {document}))}
    assert after <= before


@given(FACTS)
def test_what_is_skipped_for_a_reason_leaves_the_plan_but_not_the_course(facts: EngagementFacts) -> None:
    gone = set(course_of(facts)) - set(stages_of_plan(facts))
    assert all(facts.skipped[stage].strip() and STAGES[stage].may_skip for stage in gone)
