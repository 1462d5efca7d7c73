"""Where a cooperation stands, in plain words for its city: what happens next, whose turn it is, and what is wanted."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.models import Proposal, SharedItem
from seoulution.engine.engagements.codes import Agreed, ProposalState
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
    """The stages by name: behind, present, ahead, or not part of this cooperation. Reasons of the office are not the city's to read."""
    present, course = Stage(row.stage), set(stages_of_plan(facts))
    steps = []
    for stage in Stage:
        if stage is present:
            state = StepState.BLOCKED if row.ending else StepState.CURRENT
        elif stage in facts.skipped or (PLACE[stage] > PLACE[present] and (stage not in course or row.ending)):
            state = StepState.SKIPPED
        else:
            state = StepState.DONE if PLACE[stage] < PLACE[present] else StepState.AHEAD
        steps.append(StageStep(label(Stage, stage), state))
    return steps
