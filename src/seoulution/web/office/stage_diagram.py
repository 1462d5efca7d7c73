"""The diagram of the stages: each stage and arrow says what must be true to enter, from the table that the gates themselves use."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from seoulution.apps.publishing.labels import label
from seoulution.drawing.stage_flow import FlowArrow, FlowStage, stage_flow
from seoulution.engine.engagements.course import Way, ways
from seoulution.engine.engagements.programme import ProgrammeVersion
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_gate import gate_lines


def stage_diagram(programme: ProgrammeVersion, counts: Mapping[str, int]) -> str:
    """The flow with the number of engagements in each stage; every part leads to the words about its stage."""
    asks = {stage: "; ".join(line.asks for line in gate_lines(stage, None)) for stage in programme.stages}
    stages = [
        FlowStage(stage.value, label(Stage, stage), counts.get(stage.value, 0), f"#{stage.value}", _stage(stage, asks, counts))
        for stage in programme.stages
    ]
    arrows = [
        FlowArrow(way.before.value, way.after.value, f"#{way.after.value}", _arrow(way, asks), way.past is not None)
        for way in ways(programme)
    ]
    description = _("From top to bottom; broken arrows lead past a stage that may be left out with a reason.")
    return stage_flow(stages, arrows, title=_("The flow of the stages"), description=description)


def _stage(stage: Stage, asks: Mapping[Stage, str], counts: Mapping[str, int]) -> str:
    words = {"stage": label(Stage, stage), "count": counts.get(stage.value, 0), "asks": asks[stage]}
    return _("%(stage)s. Engagements here now: %(count)s. To enter: %(asks)s.") % words


def _arrow(way: Way, asks: Mapping[Stage, str]) -> str:
    words = {"before": label(Stage, way.before), "after": label(Stage, way.after), "asks": asks[way.after]}
    if way.past is None:
        return _("From “%(before)s” to “%(after)s”: %(asks)s.") % words
    words["past"] = label(Stage, way.past)
    return _("From “%(before)s” to “%(after)s”, “%(past)s” left out with a reason: %(asks)s.") % words
