"""What must be true before an engagement enters a stage. Facts in, findings out, all at once."""

from seoulution.engine.engagements.checks import (
    Check,
    asked,
    earlier_stages_settled,
    may_be_entered_again,
    papers,
    skips_reasoned,
    still_open,
)
from seoulution.engine.engagements.course import STAGES, FinanceSource, StageRule, stages_of_plan
from seoulution.engine.engagements.facts import EngagementFacts
from seoulution.engine.engagements.programme import SEOUL_2014, ProgrammeVersion
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Stage

__all__ = ["STAGES", "FinanceSource", "StageRule", "findings_before", "gate_of", "stages_of_plan"]


def gate_of(stage: Stage, programme: ProgrammeVersion = SEOUL_2014) -> tuple[Check, ...]:
    """Every check of the gate before `stage`: the order of the course, what the table asks, then papers and decisions."""
    order = (still_open, skips_reasoned, earlier_stages_settled(stage), may_be_entered_again(stage))
    return (*order, *asked(stage, programme), *papers(stage, programme))


def findings_before(stage: Stage, facts: EngagementFacts) -> tuple[Finding, ...]:
    """Everything that keeps `facts` out of `stage`; no blocking finding means that the gate is open."""
    return tuple(finding for check in gate_of(stage, facts.programme) if (finding := check(facts)) is not None)
