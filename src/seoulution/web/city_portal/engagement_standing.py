"""Where a cooperation stands, in plain words for its city: what happens next, whose turn it is, and what is wanted."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.models import Proposal, SharedItem
from seoulution.engine.engagements.codes import Agreed, ProposalState, SpellOutcome
from seoulution.engine.engagements.course import PLACE, stages_of_plan
from seoulution.engine.engagements.facts import EngagementFacts
from seoulution.engine.vocabulary import Ending, Stage
from seoulution.web.city_portal.standing import Standing
from seoulution.web.shared.component_values import StageStep, StepState


def engagement_standing(
    row: Engagement,
    facts: EngagementFacts,
    *,
    unread: Sequence[SharedItem],
    to_confirm: Sequence[Agreed],
    said_back: Sequence[Proposal],
    missing: Sequence[str],
) -> Standing:
    """What lies with the city comes first; what it has sent already lies with the office.

    unread : shared and not opened; to_confirm : not confirmed yet; missing : names of figures not known of the city
    """
    if row.ending:
        words = _("This cooperation has ended: %(ending)s.") % {"ending": label(Ending, row.ending)}
        return Standing(words, _("You can still read what was shared, and write to the office."), False, ())
    state = _("Stage of this cooperation: %(stage)s.") % {"stage": label(Stage, row.stage)}
    wanted = [_("Please read what was shared with you.")] if unread else []
    if Agreed.NEED in to_confirm:
        wanted.append(_("Please tell us whether we understood your need rightly."))
    if Agreed.SOLUTION in to_confirm:
        wanted.append(_("Please tell us whether you choose the solution named below."))
    turn, step = bool(wanted), wanted[0] if wanted else _next_step(row, facts)
    if not wanted and any(each.state == ProposalState.WAITING for each in said_back):
        step = _("The office looks at what you have sent.")
    if missing:
        wanted.append(_("If you can, give us these figures with year and source: %(names)s") % {"names": ", ".join(missing)})
    return Standing(state, step, turn, tuple(wanted))


def _next_step(row: Engagement, facts: EngagementFacts) -> str:
    ahead = [stage for stage in stages_of_plan(facts) if PLACE[stage] > PLACE[Stage(row.stage)]]
    if not ahead:
        return _("This is the last stage.")
    return _("The office prepares the next stage: %(stage)s.") % {"stage": label(Stage, ahead[0])}


def plain_track(row: Engagement, facts: EngagementFacts) -> list[StageStep]:
    """The stages by name: behind, running, ahead, or not part of this cooperation. Reasons of the office are not the city's to read."""
    running = set(row.spells.filter(outcome=SpellOutcome.RUNNING).values_list("stage", flat=True))
    return [StageStep(label(Stage, stage), _state(row, facts, stage, stage in running)) for stage in Stage]


def _state(row: Engagement, facts: EngagementFacts, stage: Stage, runs: bool) -> StepState:
    """What was never entered is not behind: only what is done is."""
    present = Stage(row.stage)
    if runs:
        return StepState.CURRENT
    if stage in facts.done:
        return StepState.DONE
    if stage is present:
        return StepState.BLOCKED if row.ending else StepState.CURRENT
    is_ahead = PLACE[stage] > PLACE[present] and stage in stages_of_plan(facts) and not row.ending
    return StepState.AHEAD if is_ahead else StepState.SKIPPED
