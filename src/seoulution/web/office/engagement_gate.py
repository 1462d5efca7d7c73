"""The gate before a stage line by line: met, missing or blocked, and which stage comes next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.facts import Approval, Document, EngagementFacts
from seoulution.engine.engagements.programme import SEOUL_2014, ProgrammeVersion
from seoulution.engine.engagements.stages import gate_of
from seoulution.engine.findings import Finding, Severity
from seoulution.engine.vocabulary import Stage

ASKS: Final[Mapping[str, Promise]] = {
    "still_open": gettext_lazy("The cooperation has not ended"),
    "skips_reasoned": gettext_lazy("Whatever is left out may be left out, with a reason"),
    "earlier_stages_settled": gettext_lazy("The stages before it are done, or left out with a reason"),
    "may_be_entered_again": gettext_lazy("The stage may be entered, or entered again"),
    "contact_recorded": gettext_lazy("A contact with the city is on record"),
    "sector_named": gettext_lazy("The sector is named"),
    "need_confirmed": gettext_lazy("The city confirmed that its need was understood"),
    "solution_linked": gettext_lazy("At least one policy solution is linked"),
    "solution_chosen": gettext_lazy("Both sides chose the solution"),
    "something_to_deliver": gettext_lazy("Something can be delivered under contract"),
    "training_planned": gettext_lazy("Invited training is planned"),
    "training_first": gettext_lazy("Training comes first"),
    "city_runs_it": gettext_lazy("The partner city runs it"),
    "lawful_route": gettext_lazy("The step has a legal basis"),
    "funding_named": gettext_lazy("Somebody’s money is named"),
    "document_held": gettext_lazy("On file"),
    "approval_given": gettext_lazy("Approved"),
}
"""What each check of a gate asks, by the name of the check."""


@dataclass(frozen=True, slots=True)
class GateLine:
    """One thing the gate asks. `tone`: good where it is met, else missing, blocked or warning, with the finding. `check` : its name."""

    asks: str
    tone: str
    finding: Finding | None
    check: str = ""


def gate_lines(stage: Stage, facts: EngagementFacts | None) -> tuple[GateLine, ...]:
    """Every check of the gate, what is not met first; without facts only what it asks."""
    programme = facts.programme if facts is not None else SEOUL_2014
    papers = _papers(stage, programme)
    lines = []
    for check in gate_of(stage, programme):
        name = check.__qualname__.split(".", 1)[0]
        asks = str(ASKS[name])
        if name in ("document_held", "approval_given"):
            asks = f"{asks}: {next(papers)}"
        finding = check(facts) if facts is not None else None
        lines.append(GateLine(asks, _tone(finding), finding, name))
    return tuple(sorted(lines, key=lambda line: line.tone == "good"))


def _papers(stage: Stage, programme: ProgrammeVersion) -> Iterator[str]:
    rule = programme.stages[stage]
    yield from (label(Document, document) for document in rule.documents)
    yield from (label(Approval, approval) for approval in rule.approvals)


def _tone(finding: Finding | None) -> str:
    """A paper or word that is not there is missing; what the law or the order of stages stops is blocked."""
    if finding is None:
        return "good"
    if finding.severity is not Severity.BLOCKING:
        return "warning"
    return "missing" if finding.code.startswith("gate.") else "blocked"
