"""Reading engagements, legal rules and partners as the engine wants them."""

from datetime import date

from seoulution.apps.engagements.models import Engagement, LegalRule
from seoulution.apps.network.models import Agency, Firm, NetworkEdge
from seoulution.engine.engagements import legal_routes
from seoulution.engine.engagements.facts import Document, EngagementFacts
from seoulution.engine.engagements.steps import Partner
from seoulution.engine.vocabulary import Activity, MoneyFlow, NetworkFlow, Party, Sector, SolutionKind, Stage
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
    """What is recorded of an engagement, for its gates; nothing recorded is nothing known."""
    solutions = list(engagement.solutions.all())
    kinds = {SolutionKind.KNOWLEDGE for s in solutions if s.is_knowledge} | {
        SolutionKind.EXPORTABLE for s in solutions if s.is_exportable
    }
    return EngagementFacts(
        on=today,
        rules=legal_rules(),
        sector=Sector(engagement.sector),
        solutions=tuple(solution.code for solution in solutions),
        kinds=frozenset(kinds),
        contact_recorded=True,
        lead=Party(engagement.lead),
        activity=Activity(engagement.activity),
        money_flow=MoneyFlow(engagement.money_flow),
        documents=frozenset({Document.REQUEST} if engagement.sharing_request_id else ()),
        done=frozenset(stage for stage in Stage if list(Stage).index(stage) < list(Stage).index(Stage(engagement.stage))),
    )
