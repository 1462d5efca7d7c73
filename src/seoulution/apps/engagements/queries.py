"""Reading engagements, legal rules and partners as the engine wants them."""

from collections.abc import Iterable
from datetime import date

from seoulution.apps.engagements.models import ApprovalCase, Engagement, LegalRule
from seoulution.apps.network.models import Agency, Firm, NetworkEdge
from seoulution.engine.engagements import legal_routes
from seoulution.engine.engagements.codes import Agreed, CaseState, ContactState, FundingState, SpellOutcome
from seoulution.engine.engagements.course import NOT_BEGUN, PLACE
from seoulution.engine.engagements.decisions import Decision, given_by_others
from seoulution.engine.engagements.facts import Approval, Document, EngagementFacts
from seoulution.engine.engagements.programme import version_on
from seoulution.engine.engagements.stages import findings_before
from seoulution.engine.engagements.steps import Partner
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Activity, Ending, MoneyFlow, NetworkFlow, Party, Sector, SolutionKind, Stage, Standing
from seoulution.reference import rules
from seoulution.reference.schema import network


def legal_rules() -> tuple[legal_routes.LegalRule, ...]:
    """Every rule on record, in force or not: the engine asks by date."""
    return rules.legal_rules(row.record for row in LegalRule.objects.filter(withdrawn_on=None))


def partners() -> tuple[Partner, ...]:
    """Bodies and firms with what flows on the edges of their box in the cooperation chart."""
    flows: dict[str, set[NetworkFlow]] = {}
    firm_flows: set[NetworkFlow] = set()
    for edge in NetworkEdge.objects.filter(withdrawn_on=None).select_related("tail", "head"):
        for node in (edge.tail.record, edge.head.record):
            if node.shows == "firms":
                firm_flows.add(NetworkFlow(edge.flow))
            for code in node.agencies:
                flows.setdefault(code, set()).add(NetworkFlow(edge.flow))
    bodies = [
        Partner(row.code, Party(row.party), frozenset(flows[row.code]), frozenset(_agency(row).sectors))
        for row in Agency.objects.filter(withdrawn_on=None)
        if row.code in flows and row.party != Party.CITY_HALL
    ]
    firms = [
        Partner(row.code, Party.PRIVATE_CONSORTIUM, frozenset(firm_flows), frozenset(_firm(row).sectors))
        for row in Firm.objects.filter(withdrawn_on=None)
        if _firm(row).flagged is None
    ]
    return (*bodies, *firms)


def _agency(row: Agency) -> network.Agency:
    record: network.Agency = row.record
    return record


def _firm(row: Firm) -> network.Firm:
    record: network.Firm = row.record
    return record


def facts_of(engagement: Engagement, *, today: date) -> EngagementFacts:
    """What is recorded of an engagement, for its gates; nothing recorded is nothing known.

    Stages before the present one count as passed without a spell of their own only where the documents tell of the engagement.
    """
    solutions = list(engagement.solutions.all())
    kinds = {SolutionKind.KNOWLEDGE for s in solutions if s.is_knowledge} | {
        SolutionKind.EXPORTABLE for s in solutions if s.is_exportable
    }
    agreed = set(engagement.confirmations.filter(taken_back_on=None).values_list("what", flat=True))
    done, skipped = _course(engagement)
    documents = _documents(engagement)
    return EngagementFacts(
        on=today,
        programme=version_on(today),
        rules=legal_rules(),
        sector=Sector(engagement.sector),
        solutions=tuple(solution.code for solution in solutions),
        kinds=frozenset(kinds),
        solution_chosen=Agreed.SOLUTION in agreed,
        need_confirmed=Agreed.NEED in agreed,
        contact_recorded=engagement.is_told or engagement.contacts.filter(state=ContactState.HELD).exists(),
        lead=Party(engagement.lead),
        activity=Activity(engagement.activity),
        money_flow=MoneyFlow(engagement.money_flow),
        bases_decided=frozenset(engagement.basis_decisions.filter(taken_back_on=None).values_list("rule", flat=True)),
        training_planned=Document.TRAINING_PROGRAMME in documents,
        training_held=engagement.spells.filter(stage=Stage.TRAINING, outcome=SpellOutcome.DONE).exists(),
        funding=_funding(engagement),
        documents=documents,
        approvals=_approvals(engagement),
        operator=Party(engagement.operator) if engagement.operator else None,
        aim=Stage(engagement.aim) if engagement.aim else None,
        stage=Stage(engagement.stage),
        begun=has_begun(engagement),
        done=done,
        skipped=skipped,
        ending=Ending(engagement.ending) if engagement.ending else None,
    )


def gate_findings(engagement: Engagement, stage: Stage, *, today: date) -> tuple[Finding, ...]:
    """What keeps the engagement out of the stage: what refuses the service, explains the button and answers whoever asks."""
    return findings_before(stage, facts_of(engagement, today=today))


def has_begun(engagement: Engagement) -> bool:
    """Whether the work of its present stage has begun: a spell says so, or the documents tell of more than a plan."""
    entered = engagement.spells.filter(stage=engagement.stage, outcome__in=(SpellOutcome.RUNNING, SpellOutcome.DONE))
    told = engagement.is_told and Standing(engagement.standing) not in NOT_BEGUN
    return told or entered.exists()


def _course(engagement: Engagement) -> tuple[frozenset[Stage], dict[Stage, str]]:
    """The stages behind, and those left out with their reasons."""
    spells = [spell for spell in engagement.spells.all() if spell.outcome != SpellOutcome.STRUCK]
    done = {Stage(spell.stage) for spell in spells if spell.outcome == SpellOutcome.DONE}
    entered_after_all = done | {Stage(spell.stage) for spell in spells if spell.outcome == SpellOutcome.RUNNING}
    skipped = {
        Stage(spell.stage): spell.reason
        for spell in spells
        if spell.outcome == SpellOutcome.LEFT_OUT and Stage(spell.stage) not in entered_after_all
    }
    if engagement.is_told:
        recorded = {Stage(spell.stage) for spell in spells}
        done |= {stage for stage in Stage if PLACE[stage] < PLACE[Stage(engagement.stage)] and stage not in recorded}
    return frozenset(done), skipped


def _documents(engagement: Engagement) -> frozenset[Document]:
    held = engagement.documents.filter(withdrawn_at=None).exclude(kind="").values_list("kind", flat=True).distinct()
    found = {Document(kind) for kind in held}
    return frozenset(found | {Document.REQUEST} if engagement.sharing_request_id else found)


def _funding(engagement: Engagement) -> dict[Stage, tuple[str, ...]]:
    funding: dict[Stage, tuple[str, ...]] = {}
    for stage, fund in (
        engagement.fundings.filter(withdrawn_on=None).exclude(state=FundingState.REFUSED).values_list("stage", "fund")
    ):
        funding[Stage(stage)] = (*funding.get(Stage(stage), ()), fund)
    return funding


def decisions_of_others(cases: Iterable[ApprovalCase]) -> dict[Decision, ApprovalCase]:
    """What other bodies decided, as the engine compares it, each with its record; what was struck is not among it."""
    decided = (CaseState.APPROVED, CaseState.DECLINED)
    return {
        Decision(
            number=case.pk,
            kind=Approval(case.kind),
            stage=Stage(case.stage),
            body=case.decided_elsewhere_by,
            on=case.decided_on,
            granted=case.state == CaseState.APPROVED,
        ): case
        for case in cases
        if case.decided_elsewhere_by and case.decided_on and case.state in decided
    }


def _approvals(engagement: Engagement) -> dict[Stage, frozenset[Approval]]:
    """Decisions taken, each for the stage it was asked for; of another body the newest counts, of papers signed here each."""
    cases = list(engagement.approval_cases.defer("text").order_by())
    taken = dict(given_by_others(decisions_of_others(cases)))
    for case in cases:
        if case.state == CaseState.APPROVED and not case.decided_elsewhere_by:
            taken[Stage(case.stage)] = taken.get(Stage(case.stage), frozenset()) | {Approval(case.kind)}
    return taken
