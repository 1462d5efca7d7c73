"""States of mail, kinds of notices and of what they are about, and why a letter may belong somewhere: in words."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from seoulution.apps.correspondence.models import IncomingState, MailState
from seoulution.apps.engagements.mail_places import Reason

OUTGOING_TEXTS: Final[Mapping[str, Promise]] = {
    MailState.QUEUED: _("Waits"),
    MailState.SENDING: _("Is leaving"),
    MailState.SENT: _("Mail sent"),
    MailState.HELD: _("Held"),
    MailState.FAILED: _("Failed"),
    MailState.DROPPED: _("Dropped"),
}

INCOMING_TEXTS: Final[Mapping[str, Promise]] = {
    IncomingState.NEW: _("To be filed"),
    IncomingState.FILED: _("Filed"),
    IncomingState.SET_ASIDE: _("Set aside"),
}

KIND_TEXTS: Final[Mapping[str, Promise]] = {
    "engagement-assigned": _("An engagement is mine now"),
    "legal-answer-changed": _("A legal answer has changed"),
    "legal-draft-approved": _("A draft of a rule is in force"),
    "legal-draft-declined": _("A draft of a rule was sent back"),
    "paper-to-sign": _("A paper to sign"),
    "paper-decided": _("A paper is decided"),
    "paper-sent-back": _("A paper was sent back"),
    "referral-asked": _("My bureau is asked"),
    "referral-answered": _("An answer from a bureau"),
    "referral-withdrawn": _("A question is taken back"),
    "reminder": _("Reminders"),
    "task-given": _("A task for me"),
    "proposal-received": _("Something said back"),
    "shared-item-opened": _("Something shared was opened"),
    "city-wrote": _("A city has written"),
    "mail-held": _("A mail is held"),
    "readings-month": _("A month of readings to look through"),
}
"""Short names of the kinds of notices, as a person mutes them."""

ABOUT_TEXTS: Final[Mapping[str, Promise]] = {
    "engagement": _("Engagement"),
    "request": _("Request"),
    "referral": _("Question to a bureau"),
    "task": _("Task"),
    "promise": _("Promise"),
    "mail": _("Mail"),
    "legal-rule": _("Legal rule"),
    "readings": _("Record of readings"),
}

REASON_TEXTS: Final[Mapping[str, Promise]] = {
    Reason.ANSWERS: _("it answers a letter of this file"),
    Reason.SENDER: _("the same person wrote here before"),
    Reason.CITY: _("it names this city"),
}
