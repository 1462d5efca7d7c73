"""What a paper asks to be decided, in words that do not say yet that it was."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from seoulution.engine.engagements.facts import Approval

DECISIONS: Final[Mapping[Approval, Promise]] = {
    Approval.OWN_BUDGET: _("use of the own budget"),
    Approval.OFFICIAL_TRAVEL: _("official travel"),
    Approval.PROGRAMME_DECISION: _("start within the programme"),
    Approval.FUND_DECISION: _("decision of the fund"),
    Approval.PARTNER_DECISION: _("decision of the partner city"),
}


def decision_words(kind: Approval) -> str:
    """The words of a kind of decision in the language that is active."""
    return str(DECISIONS[kind])
