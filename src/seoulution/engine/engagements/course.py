"""The order of the stages, and which of them a cooperation of a given kind would take."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from seoulution.engine.engagements.facts import EngagementFacts
from seoulution.engine.engagements.programme import SEOUL_2014, FinanceSource, ProgrammeVersion, StageRule
from seoulution.engine.vocabulary import SolutionKind, Stage, Standing

__all__ = [
    "ADVISORY",
    "DELIVERY",
    "NOT_BEGUN",
    "ORDER",
    "PLACE",
    "STAGES",
    "FinanceSource",
    "StageRule",
    "Way",
    "course_of",
    "gate_ahead",
    "is_skipped",
    "stages_of_plan",
    "ways",
]

ORDER: Final[tuple[Stage, ...]] = tuple(Stage)
PLACE: Final[Mapping[Stage, int]] = {stage: place for place, stage in enumerate(ORDER)}

STAGES: Final[Mapping[Stage, StageRule]] = SEOUL_2014.stages
"""The table of the programme as of 2014; whatever judges an engagement asks `facts.programme` instead."""
ADVISORY: Final = SEOUL_2014.advisory
DELIVERY: Final = SEOUL_2014.delivery
NOT_BEGUN: Final = frozenset({Standing.PLANNED, Standing.UNDER_REVIEW, Standing.BIDDING})
"""Standings that tell of a stage which is only hoped for: its own gate is still ahead."""


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow of the flow: from a stage to the next one, or to the one after where `past` may be left out with a reason."""

    before: Stage
    after: Stage
    past: Stage | None = None


def ways(programme: ProgrammeVersion) -> tuple[Way, ...]:
    """Every arrow of the flow: the order first, then those past a stage."""
    stages = tuple(programme.stages)
    order = tuple(Way(before, after) for before, after in pairwise(stages))
    past = tuple(
        Way(stages[place - 1], stages[place + 1], stage)
        for place, stage in enumerate(stages)
        if programme.stages[stage].may_skip and 0 < place < len(stages) - 1
    )
    return order + past


def course_of(facts: EngagementFacts) -> tuple[Stage, ...]:
    """The whole course before anything is skipped.

    Advice ends at consulting, and most engagements do; a deliverable solution goes on to a study, a main project and public
    operation. An aim stated by the city shortens or lengthens the course, which always seeks the opportunity. What has reached
    delivery is not cut off before its operation, whatever is known of its solutions. Feedback closes it.
    """
    programme = facts.programme
    before_feedback = (*programme.advisory, *programme.delivery)
    if facts.aim is not None and facts.aim is not Stage.FEEDBACK:
        last = programme.no_less_than.get(facts.aim, facts.aim)
        taken = tuple(stage for stage in before_feedback if PLACE[stage] <= PLACE[last])
    else:
        taken = before_feedback if SolutionKind.EXPORTABLE in facts.kinds else programme.advisory
    reached = [stage for stage in programme.delivery if stage in facts.done or stage is facts.stage]
    if reached:
        last = max((programme.no_less_than.get(reached[-1], reached[-1]), *taken), key=PLACE.__getitem__)
        taken = tuple(stage for stage in before_feedback if PLACE[stage] <= PLACE[last])
    return (*taken, Stage.FEEDBACK)


def is_skipped(stage: Stage, facts: EngagementFacts) -> bool:
    """A stage is skipped only where it may be, and a reason was written down."""
    return facts.programme.stages[stage].may_skip and bool(facts.skipped.get(stage, "").strip())


def stages_of_plan(facts: EngagementFacts) -> tuple[Stage, ...]:
    """The stages a cooperation of this kind would take, without those skipped for a recorded reason."""
    return tuple(stage for stage in course_of(facts) if not is_skipped(stage, facts))


def gate_ahead(facts: EngagementFacts) -> Stage | None:
    """The gate it stands before: that of its present stage where the work there has not begun, otherwise of the stage after.

    None after the last stage of the course, once it has ended, or while no stage is known.
    """
    if facts.ending is not None or facts.stage is None:
        return None
    if not facts.begun and PLACE[facts.stage] > PLACE[Stage.OPPORTUNITY]:
        return facts.stage
    return next((stage for stage in stages_of_plan(facts) if PLACE[stage] > PLACE[facts.stage]), None)
