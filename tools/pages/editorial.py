"""The editorial life of a solution's text: states, actions and who takes them, from the table that decides."""

from seoulution.apps.publishing.labels import label
from seoulution.engine.catalogue.completeness import WEIGHTS, worth
from seoulution.engine.catalogue.editorial import (
    PUBLIC_STATES,
    TRANSITIONS,
    EditorialAction,
    EditorialPart,
    EditorialState,
)
from seoulution.engine.catalogue.tracks import DEMANDS, TrackEvidence
from seoulution.engine.vocabulary import SolutionKind
from tools import markdown
from tools.markdown import code, table

PARTS = {
    EditorialPart.WRITER: "an owner of the solution's own bureau, or the programme",
    EditorialPart.BUREAU_REVIEWER: "a colleague of the owning bureau who did not write this text, or the programme",
    EditorialPart.RECEIVER_REVIEWER: "an officer, analyst or manager who reads for receiving cities and did not write this text",
    EditorialPart.PROGRAMME: "the programme manager",
}


def page() -> str:
    """Diagram, table of actions, who takes which part, what counts for completeness and for each track."""
    actions = table(
        ("state", "action", "leads to", "who takes it", "needs words"),
        (
            (
                label(EditorialState, state),
                label(EditorialAction, action),
                label(EditorialState, transition.leads_to),
                label(EditorialPart, transition.by),
                "yes" if transition.needs_reason else "",
            )
            for (state, action), transition in TRANSITIONS.items()
        ),
    )
    who = table(("part", "who"), ((label(EditorialPart, part), PARTS[part]) for part in EditorialPart))
    complete = table(
        ("part of the template", "weight", "share"),
        ((code(part), f"{weight:g}", f"{worth(part):.1%}") for part, weight in WEIGHTS.items()),
    )
    demanded = table(
        ("track", "evidence it demands"),
        (
            (label(SolutionKind, kind), "; ".join(label(TrackEvidence, evidence) for evidence in evidences))
            for kind, evidences in DEMANDS.items()
        ),
    )
    public = ", ".join(label(EditorialState, state) for state in EditorialState if state in PUBLIC_STATES)
    return markdown.page(
        "Editorial work",
        "`engine/catalogue/editorial.py`, `completeness.py` and `tracks.py`",
        "Every text that was ever public stays readable at its own address. Sending back voids the approvals of that round. A text that was "
        "public before goes back to “under revision” instead of “draft”; one that never was is restored to “draft”. Publishing asks for both "
        f"approvals of the round. States in which a text may be public: {public}.",
        diagram(),
        "## Actions",
        actions,
        "## Who",
        who,
        "## What counts for completeness",
        complete,
        "## What each track demands",
        demanded,
    )


def diagram() -> str:
    """States and actions as mermaid."""
    lines = ["```mermaid", "stateDiagram-v2", "    direction LR"]
    lines += [f"    {state.value} : {label(EditorialState, state)}" for state in EditorialState]
    lines += [f"    [*] --> {EditorialState.DRAFT.value}"]
    lines += [
        f"    {state.value} --> {transition.leads_to.value} : {label(EditorialAction, action)}"
        for (state, action), transition in TRANSITIONS.items()
    ]
    return "\n".join((*lines, "```"))
