"""What people can be told, as one table. The sentence of each kind, and of each reason, is in `apps/publishing/notice_texts.py`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """One kind of notice.

    about : the kind of record it is about; says : the parameters its sentence needs
    mailed : whether it goes into the digest unless the person mutes it; the notice itself always stands in the office
    """

    about: str
    says: tuple[str, ...]
    mailed: bool = True


NOTICES: Final[Mapping[str, NoticeKind]] = {
    "engagement-assigned": NoticeKind("engagement", ("subject",)),
    "legal-answer-changed": NoticeKind("engagement", ("subject", "rule")),
    "legal-draft-approved": NoticeKind("legal-rule", ("subject",)),
    "legal-draft-declined": NoticeKind("legal-rule", ("subject", "reason")),
    "paper-to-sign": NoticeKind("engagement", ("subject", "engagement")),
    "paper-decided": NoticeKind("engagement", ("subject", "engagement", "state")),
    "paper-sent-back": NoticeKind("engagement", ("subject", "engagement")),
    "referral-asked": NoticeKind("referral", ("subject", "body")),
    "referral-answered": NoticeKind("referral", ("subject", "body")),
    "referral-withdrawn": NoticeKind("referral", ("subject", "body")),
    "reminder": NoticeKind("engagement", ("subject", "reminder")),
    "task-given": NoticeKind("task", ("subject",)),
    "proposal-received": NoticeKind("engagement", ("subject", "party")),
    "shared-item-opened": NoticeKind("engagement", ("subject", "party"), mailed=False),
    "city-wrote": NoticeKind("request", ("subject", "party")),
    "mail-held": NoticeKind("mail", ("subject",)),
    "readings-month": NoticeKind("readings", ("on", "row", "seal")),
}

WHYS: Final = (
    "owner",
    "team",
    "desk",
    "manager",
    "signatory",
    "stand-in",
    "drafter",
    "rule-drafter",
    "referred-to",
    "referred-by",
    "task-owner",
    "sharer",
    "reviewer",
)
"""Why something comes to a person: what they are to the record."""
