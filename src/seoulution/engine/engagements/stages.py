"""What must be true before an engagement enters a stage. Facts in, findings out, all at once."""

from collections.abc import Mapping
from typing import Final

from seoulution.engine.engagements.checks import (
    Check,
    city_runs_it,
    contact_recorded,
    earlier_stages_settled,
    funding_named,
    lawful_route,
    may_be_entered_again,
    need_confirmed,
    papers,
    sector_named,
    skips_reasoned,
    solution_chosen,
    solution_linked,
    something_to_deliver,
    training_first,
    training_planned,
)
from seoulution.engine.engagements.course import STAGES, FinanceSource, StageRule, stages_of_plan
from seoulution.engine.engagements.facts import EngagementFacts
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Stage

__all__ = ["GATES", "STAGES", "FinanceSource", "StageRule", "findings_before", "gate_of", "stages_of_plan"]

GATES: Final[Mapping[Stage, tuple[Check, ...]]] = {
    Stage.EXCHANGE: (),
    Stage.OPPORTUNITY: (contact_recorded,),
    Stage.TRAINING: (sector_named, training_planned, funding_named(Stage.TRAINING), lawful_route),
    Stage.CONSULTING: (
        sector_named,
        need_confirmed,
        solution_linked,
        training_first,
        funding_named(Stage.CONSULTING),
        lawful_route,
    ),
    Stage.FEASIBILITY: (need_confirmed, solution_chosen, funding_named(Stage.FEASIBILITY), lawful_route),
    Stage.MAIN_PROJECT: (
        solution_chosen,
        something_to_deliver,
        training_first,
        funding_named(Stage.MAIN_PROJECT),
        lawful_route,
    ),
    Stage.OPERATION: (city_runs_it, funding_named(Stage.OPERATION)),
    Stage.FEEDBACK: (),
}
"""What each gate asks beyond the papers of the stage table and an orderly course, which `gate_of` adds for every stage."""


def gate_of(stage: Stage) -> tuple[Check, ...]:
    """Every check of the gate before `stage`: the order of the course, what the gate asks, then the papers."""
    order = (skips_reasoned, earlier_stages_settled(stage), may_be_entered_again(stage))
    return (*order, *GATES[stage], *papers(stage))


def findings_before(stage: Stage, facts: EngagementFacts) -> tuple[Finding, ...]:
    """Everything that keeps `facts` out of `stage`; no blocking finding means that the gate is open."""
    return tuple(finding for check in gate_of(stage) if (finding := check(facts)) is not None)
