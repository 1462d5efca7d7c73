"""The documents' engagements and requests walked through the rules: what the law answers, and what the next gate still asks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from seoulution.apps.publishing.finding_texts import sentence
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.course import NOT_BEGUN, PLACE, gate_ahead, stages_of_plan
from seoulution.engine.engagements.facts import Document, EngagementFacts
from seoulution.engine.engagements.legal_routes import Basis, LegalAnswer, LegalRoute, legal_answer
from seoulution.engine.engagements.legal_rules import LegalRule as EngineRule
from seoulution.engine.engagements.stages import findings_before
from seoulution.engine.findings import Finding
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party, Stage, Standing
from seoulution.reference import rules
from seoulution.reference.load import reference
from seoulution.reference.schema.catalogue import PolicySolution
from seoulution.reference.schema.cities import City
from seoulution.reference.schema.programme import Engagement, LegalRule, SharingRequest
from tools import markdown
from tools.markdown import code

TYPICAL = LegalRoute(Party.CITY_HALL, Activity.ADVICE, MoneyFlow.OWN_BUDGET)
"""How a request begins that has no engagement yet: advice by the city from its own budget; our reading."""


def page() -> str:
    """One part per engagement and request, in the order of the files."""
    return markdown.page(
        "The documents' engagements at their gates",
        "`reference/engagements/`, `reference/requests.yaml` and the rules",
        "Judged as of 31 May 2014 by what the two documents tell and nothing else: papers, decisions and money that they do not mention count "
        "as missing. Stages before the one told of count as passed.",
        "## Engagements",
        *(_engagement(record) for record in reference().of(Engagement)),
        "## Requests",
        *(_request(record) for record in reference().of(SharingRequest)),
    )


def facts_of(record: Engagement) -> EngagementFacts:
    """What the documents tell of an engagement; the office reads the same from its records."""
    solutions = {solution.code: solution for solution in reference().of(PolicySolution)}
    kinds = frozenset(kind for one in record.solutions if one in solutions for kind in solutions[one].kinds)
    return EngagementFacts(
        on=AS_OF_PROGRAMME,
        rules=_rules(),
        sector=record.sector,
        solutions=tuple(record.solutions),
        kinds=kinds,
        contact_recorded=True,
        lead=record.lead,
        activity=record.activity,
        money_flow=record.money_flow,
        stage=record.stage,
        begun=record.standing not in NOT_BEGUN,
        done=frozenset(stage for stage in Stage if PLACE[stage] < PLACE[record.stage]),
    )


def law_of(facts: EngagementFacts) -> LegalAnswer:
    """What the law answers for the step that the documents tell of."""
    route = facts.route or TYPICAL
    return legal_answer(route.actor, route.activity, route.money_flow, facts.rules, facts.on)


def _rules() -> tuple[EngineRule, ...]:
    return rules.legal_rules(reference().of(LegalRule))


def _engagement(record: Engagement) -> str:
    facts = facts_of(record)
    ahead = gate_ahead(facts)
    told = f"{label(Stage, record.stage)}, {label(Standing, record.standing).lower()}"
    gate = _gate(ahead, _done_before(facts, ahead)) if ahead else ["- Nothing is ahead."]
    return "\n".join((f"### {record.name.en}", f"{code(record.code)} · {told}", "", *_law(law_of(facts)), *gate))


def _request(record: SharingRequest) -> str:
    sectors = record.sectors
    facts = EngagementFacts(
        on=AS_OF_PROGRAMME,
        rules=_rules(),
        sector=sectors[0] if len(sectors) == 1 else None,
        documents=frozenset({Document.REQUEST}),
        contact_recorded=True,
        lead=TYPICAL.actor,
        activity=TYPICAL.activity,
        money_flow=TYPICAL.money_flow,
    )
    parts = (f"### {_name_of(record.city)}, {record.year}", f"{code(record.code)} · {record.text.en}", "")
    followed = [f"- Followed by {code(record.engagement)}."] if record.engagement else []
    asked = [line for stage in (Stage.OPPORTUNITY, Stage.TRAINING) for line in _gate(stage, _done_before(facts, stage))]
    return "\n".join((*parts, *followed, *_law(law_of(facts)), *asked))


def _name_of(city: str) -> str:
    return next(record.name.en for record in reference().of(City) if record.code == city)


def _done_before(facts: EngagementFacts, stage: Stage) -> EngagementFacts:
    return replace(facts, done=frozenset(other for other in stages_of_plan(facts) if PLACE[other] < PLACE[stage]))


def _law(answer: LegalAnswer) -> Iterator[str]:
    route = answer.route
    step = f"{label(Party, route.actor)} · {label(Activity, route.activity)} · {label(MoneyFlow, route.money_flow)}"
    yield f"- Law: {step}: **{label(Basis, answer.answer)}** ({code(answer.rule or 'no rule')}). {answer.basis.get('en', '')}"
    for other in answer.alternatives:
        yield f"  - lawful instead: {other.text.get('en') or label(Party, other.route.actor)}"


def _gate(stage: Stage, facts: EngagementFacts) -> list[str]:
    found = findings_before(stage, facts)
    head = f"- Gate before {label(Stage, stage).lower()}: " + (
        "open." if not found else f"{len(found)} {'finding' if len(found) == 1 else 'findings'}."
    )
    return [head, *_sentences(found)]


def _sentences(found: Iterable[Finding]) -> Iterator[str]:
    return (f"  - {sentence(finding)}" for finding in found)
