"""Where a text stands on its way, and each action on it: open to be taken, or explained by what stops it."""

from dataclasses import dataclass
from typing import Final

from django.utils import formats
from django.utils.translation import gettext as _

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.models import Draft, PolicySolution
from seoulution.apps.catalogue.services.editorial import action_refusals
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.apps.publishing.labels import label
from seoulution.engine.catalogue.editorial import (
    TRANSITIONS,
    EditorialAction,
    EditorialPart,
    EditorialState,
    actions_in,
)
from seoulution.web.shared.component_values import StageStep, StepState

_S = EditorialState
WAY: Final = (_S.DRAFT, _S.BUREAU_REVIEW, _S.RECEIVER_REVIEW, _S.PUBLISHED)
"""A first text's way; a text that is public already begins with its revision instead of a draft."""


@dataclass(frozen=True, slots=True)
class ActionChoice:
    """One action of the present state. `stops` : why this person can't take it now, in words; empty when they can."""

    action: EditorialAction
    by: EditorialPart
    needs_reason: bool
    stops: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        return not self.stops


def state_track(row: PolicySolution) -> list[StageStep]:
    """The states in order with the present one marked."""
    state = EditorialState(row.state)
    first = _S.UNDER_REVISION if row.version and state is not _S.DRAFT else _S.DRAFT
    way = [first, *WAY[1:]]
    if state is _S.ARCHIVED:
        way = [*way, _S.ARCHIVED]
    if state is _S.PUBLISHED:
        way = [_S.DRAFT, *WAY[1:]]
    present = way.index(state)
    return [StageStep(label(EditorialState, each), _step(place, present), _note(row, each)) for place, each in enumerate(way)]


def _step(place: int, present: int) -> StepState:
    if place == present:
        return StepState.CURRENT
    return StepState.DONE if place < present else StepState.AHEAD


def _note(row: PolicySolution, state: EditorialState) -> str:
    if state is not _S.PUBLISHED or not row.version:
        return ""
    published = row.versions.filter(number=row.version).values_list("published_at", flat=True).first()
    when = formats.date_format(published, "SHORT_DATE_FORMAT") if published else "–"
    return _("version %(number)s of %(date)s is public") % {"number": row.version, "date": when}


def choices_of(row: PolicySolution, draft: Draft | None, user: User) -> list[ActionChoice]:
    """Every action of the present state in the table's order; a reason that is still to be written stops nothing here."""
    state = EditorialState(row.state)
    return [
        ActionChoice(
            action,
            TRANSITIONS[state, action].by,
            TRANSITIONS[state, action].needs_reason,
            tuple(sentence(finding) for finding in action_refusals(row, draft, action, by=user, words="–")),
        )
        for action in actions_in(state)
    ]


def next_words(row: PolicySolution) -> str:
    """What comes next and who does it, in a sentence."""
    state = EditorialState(row.state)
    words = {
        _S.DRAFT: _("The bureau writes. When the text is ready, its writer hands it in."),
        _S.UNDER_REVISION: _(
            "The public still reads the last approved text. When the revision is ready, its writer hands it in."
        ),
        _S.BUREAU_REVIEW: _("A colleague of the owning bureau who did not write it reads it, approves it or sends it back."),
        _S.RECEIVER_REVIEW: _(
            "Somebody reads it with a receiving city’s eyes and approves it or sends it back; then the programme manager publishes it."
        ),
        _S.PUBLISHED: _("The text is public. Its owner says once a year that it is still true, or begins a revision."),
        _S.ARCHIVED: _("The text stays readable with a mark, and is no longer offered to cities."),
    }
    return words[state]
