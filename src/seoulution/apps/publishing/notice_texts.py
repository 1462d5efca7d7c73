"""What people are told, in words: a sentence for each kind of notice, and one for each reason it comes to them."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from seoulution.apps.correspondence.models import Notice
from seoulution.apps.publishing.finding_texts import TEXTS, sentence
from seoulution.apps.publishing.labels import UnknownCode, label
from seoulution.engine.engagements.codes import CaseState
from seoulution.engine.findings import Finding

NOTICE_TEXTS: Final[Mapping[str, Promise]] = {
    "engagement-assigned": _("You now answer for the engagement “%(subject)s”."),
    "legal-answer-changed": _("The legal answer for “%(subject)s” has changed since a rule was changed (%(rule)s)."),
    "legal-draft-approved": _("Your draft of a legal rule is in force: %(subject)s"),
    "legal-draft-declined": _("Your draft of a legal rule was sent back (%(reason)s): %(subject)s"),
    "paper-to-sign": _("“%(subject)s” waits for your signature (%(engagement)s)."),
    "paper-decided": _("“%(subject)s” is decided: %(state)s (%(engagement)s)."),
    "paper-sent-back": _("“%(subject)s” was sent back (%(engagement)s). Its signatures no longer count."),
    "referral-asked": _("%(body)s is asked for an answer: %(subject)s"),
    "referral-answered": _("%(body)s has answered: %(subject)s"),
    "referral-withdrawn": _("The question to %(body)s is taken back: %(subject)s"),
    "reminder": _("“%(subject)s”: %(reminder)s"),
    "task-given": _("You were given a task: %(subject)s"),
    "proposal-received": _("%(party)s has said something back on “%(subject)s”. It waits for you."),
    "shared-item-opened": _("%(party)s has opened “%(subject)s”."),
    "city-wrote": _("%(party)s has written: %(subject)s"),
    "mail-held": _("A mail is held, because nobody knows whether it left: %(subject)s"),
    "readings-month": _(
        "A month of readings is there to look through. Keep this message: on %(on)s the newest row was number %(row)s, its seal %(seal)s."
    ),
}

WHY_TEXTS: Final[Mapping[str, Promise]] = {
    "owner": _("because you answer for this file"),
    "team": _("because you are in the team of this file"),
    "desk": _("because you look after this country"),
    "manager": _("because you are a programme manager"),
    "signatory": _("because it is yours to sign"),
    "stand-in": _("because you stand in for a colleague"),
    "drafter": _("because you drafted this paper"),
    "rule-drafter": _("because you drafted this rule"),
    "referred-to": _("because your bureau was asked"),
    "referred-by": _("because you asked for it"),
    "task-owner": _("because the task is yours"),
    "sharer": _("because you shared it"),
    "reviewer": _("because you look through who read whose data"),
}

_CODED: Final[Mapping[str, type[StrEnum]]] = {"state": CaseState}
_DAYS: Final = frozenset({"due_on", "on"})


def notice_sentence(notice: Notice) -> str:
    """The notice in the language that is active; KeyError when its kind has no words, so that it is never shown bare."""
    said = {name: _worded(name, _spoken(notice.parameters, name)) for name in notice.parameters}
    if notice.parameters.get("reminder") in TEXTS:
        said["reminder"] = sentence(Finding(said["reminder"], parameters=_in_one_language(notice.parameters)))
    return str(NOTICE_TEXTS[notice.kind]) % said


def why_sentence(notice: Notice) -> str:
    """Why it came to this person, in the language that is active."""
    return str(WHY_TEXTS[notice.why])


def _spoken(parameters: Mapping[str, str], name: str) -> str:
    """A name kept in Korean and English (`body`, `body_ko`) as the reader says it."""
    own = parameters.get(f"{name}_ko", "") if (get_language() or "").startswith("ko") else ""
    return own or parameters[name]


def _in_one_language(parameters: Mapping[str, str]) -> dict[str, str]:
    return {name: _spoken(parameters, name) for name in parameters}


def _worded(name: str, value: str) -> str:
    if name in _DAYS and value:
        return str(date_format(date.fromisoformat(value[:10]), "DATE_FORMAT"))
    if name in _CODED:
        try:
            return label(_CODED[name], value)
        except UnknownCode:
            return value
    return value
