"""The stages of a cooperation and the gates before them."""

from collections.abc import Callable
from typing import Any

from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.checks import Check, asked
from seoulution.engine.engagements.course import STAGES, FinanceSource, ways
from seoulution.engine.engagements.facts import Approval, Document
from seoulution.engine.engagements.programme import SEOUL_2014
from seoulution.engine.engagements.steps import STEPS
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party, Stage
from seoulution.reference.load import reference
from seoulution.reference.schema.programme import StageNote
from tools import markdown
from tools.markdown import code, table


def page() -> str:
    """Diagram, table of the flow, gates, typical steps."""
    names = {Stage(note.stage): note.name.ko for note in reference().of(StageNote)}
    flow = table(
        (
            "stage",
            "한국어",
            "English",
            "typical leads",
            "finance",
            "papers before it",
            "decisions before it",
            "may be skipped",
            "entered again",
            "may run beside",
        ),
        (
            (
                code(stage.value),
                names[stage],
                label(Stage, stage),
                _labels(Party, rule.leads),
                _labels(FinanceSource, rule.finance),
                _labels(Document, rule.documents),
                _labels(Approval, rule.approvals),
                "with a reason" if rule.may_skip else "no",
                "yes" if rule.may_reenter else "no",
                ", ".join(other.value for other in Stage if other in rule.beside),
            )
            for stage, rule in STAGES.items()
        ),
    )
    gates = table(
        ("gate before", "asks", "in words"),
        ((code(stage.value), _name(check), _words(check)) for stage in Stage for check in asked(stage, SEOUL_2014)),
    )
    steps = table(
        ("stage", "what is done", "money", "who is asked, first choice first"),
        (
            (code(stage.value), label(Activity, step.activity), label(MoneyFlow, step.money_flow), _labels(Party, step.actors))
            for stage in Stage
            for step in STEPS[stage]
        ),
    )
    return markdown.page(
        "Stages and gates",
        "`engine/engagements/programme.py`, `checks.py` and `steps.py`",
        "Every gate also asks for the papers and decisions of the first table, that earlier stages are over, may run beside or were skipped "
        "with a reason, and that a stage that is over may be entered again.",
        diagram(),
        "## The flow",
        flow,
        "## What the gates ask beyond papers and order",
        gates,
        "## What is typically done",
        steps,
    )


def diagram() -> str:
    """The flow as mermaid: full arrows for the order, broken ones past a stage that may be skipped."""
    stages = list(Stage)
    lines = ["```mermaid", "flowchart LR"]
    lines += [f'    {stage.value}["{label(Stage, stage)}"]' for stage in stages]
    for way in ways(SEOUL_2014):
        arrow = "-->" if way.past is None else "-. skipped with a reason .->"
        lines.append(f"    {way.before.value} {arrow} {way.after.value}")
    lines += [f'    click {stage.value} "#the-flow" "{_tip(stage)}"' for stage in stages]
    return "\n".join((*lines, "```"))


def _tip(stage: Stage) -> str:
    """What shows when the pointer rests on a stage: who leads, whose money, what the gate asks."""
    rule = SEOUL_2014.stages[stage]
    asks = " ".join(_words(check) for check in asked(stage, SEOUL_2014)) or "nothing beyond order and papers"
    money = _labels(FinanceSource, rule.finance) or "none needed"
    return f"Leads: {_labels(Party, rule.leads)}. Money: {money}. Asks: {asks}".replace('"', "'").replace("\n", " ")


def _labels(kind: Any, codes: Any) -> str:
    return ", ".join(label(kind, one) for one in codes)


def _name(check: Check) -> str:
    return code(_rule(check).__name__)


def _rule(check: Check) -> Callable[..., Any]:
    """A check made for one stage (`funding_named(stage)`) is named after its maker."""
    from seoulution.engine.engagements import checks

    maker = check.__qualname__.split(".")[0]
    found: Callable[..., Any] = getattr(checks, maker)
    return found


def _words(check: Check) -> str:
    return (_rule(check).__doc__ or "").strip()
