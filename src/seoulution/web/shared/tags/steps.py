"""Tags for the stages of an engagement and for work in progress."""

from collections.abc import Sequence
from typing import Any

from django.template import Library
from django.utils.translation import gettext as _

from seoulution.web.shared.component_values import StageStep, StepState

register = Library()

STATE_SIGNS = {StepState.DONE: "check", StepState.SKIPPED: "skip", StepState.BLOCKED: "blocked"}


def state_words(state: StepState) -> str:
    """The state in a word, for everyone and not only for screen readers."""
    words = {
        StepState.DONE: _("Done"),
        StepState.CURRENT: _("Now"),
        StepState.AHEAD: _("Ahead"),
        StepState.SKIPPED: _("Skipped"),
        StepState.BLOCKED: _("Blocked"),
    }
    return words[state]


@register.inclusion_tag("shared/components/stage_track.html")
def stage_track(steps: Sequence[StageStep], label: str = "") -> dict[str, Any]:
    """The stages in order: lying on wide screens, standing on small ones."""
    shown = [
        {
            "step": step,
            "number": number,
            "sign": STATE_SIGNS.get(step.state, ""),
            "words": state_words(step.state),
            "current": step.state is StepState.CURRENT,
        }
        for number, step in enumerate(steps, start=1)
    ]
    return {"steps": shown, "label": label or _("Stages")}


@register.inclusion_tag("shared/components/progress.html")
def progress(label: str, done: float | None = None, total: float = 1.0, step: str = "", poll: str = "") -> dict[str, Any]:
    """Work under way: `done` of `total`, or unknown when None. `poll` is the address of this same fragment, asked every second."""
    share = None if done is None or not total else round(100 * done / total)
    return {"label": label, "share": share, "step": step, "poll": poll}
