"""The codes that only the office, bureaus and partners see, in words: Korean and English are enough for them."""

from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from seoulution.engine.engagements.aftercare import LevelState
from seoulution.engine.engagements.codes import (
    CaseState,
    ContactKind,
    ContactState,
    FundingState,
    MemberPart,
    Rank,
    Recipient,
    Side,
    SpellOutcome,
    Verdict,
)

LABELS: Final[tuple[tuple[StrEnum, Promise | str], ...]] = (
    (Rank.OFFICER, pgettext_lazy("rank", "Officer in charge")),
    (Rank.TEAM_HEAD, _("Head of team")),
    (Rank.DIVISION_HEAD, _("Head of division")),
    (Rank.BUREAU_HEAD, _("Head of bureau")),
    (Rank.VICE_MAYOR, _("Vice mayor")),
    (Rank.MAYOR, _("Mayor")),
    (LevelState.KEPT, _("Kept")),
    (LevelState.MISSED, _("Missed")),
    (LevelState.NO_READING, _("No reading in time")),
    (ContactKind.MEETING, _("Meeting")),
    (ContactKind.VISIT, _("Visit")),
    (ContactKind.LETTER, _("Letter")),
    (ContactKind.CALL, _("Call")),
    (ContactKind.FORUM, _("Forum")),
    (ContactKind.MISSION, _("Mission")),
    (ContactState.PLANNED, pgettext_lazy("contact", "planned")),
    (ContactState.HELD, pgettext_lazy("contact", "held")),
    (ContactState.CALLED_OFF, pgettext_lazy("contact", "called off")),
    (Side.OURS, pgettext_lazy("side", "ours")),
    (Side.THEIRS, pgettext_lazy("side", "theirs")),
    (Side.OTHER, pgettext_lazy("side", "others")),
    (CaseState.DRAFT, pgettext_lazy("paper", "draft")),
    (CaseState.SIGNING, pgettext_lazy("paper", "in signing")),
    (CaseState.APPROVED, pgettext_lazy("paper", "approved")),
    (CaseState.DECLINED, pgettext_lazy("paper", "declined")),
    (CaseState.SENT_BACK, pgettext_lazy("paper", "sent back")),
    (CaseState.WITHDRAWN, pgettext_lazy("paper", "withdrawn")),
    (Verdict.APPROVED, pgettext_lazy("verdict", "approved")),
    (Verdict.DECLINED, pgettext_lazy("verdict", "declined")),
    (Verdict.SENT_BACK, pgettext_lazy("verdict", "sent back")),
    (SpellOutcome.RUNNING, pgettext_lazy("stage", "running")),
    (SpellOutcome.DONE, pgettext_lazy("stage", "done")),
    (SpellOutcome.LEFT_OUT, _("left out")),
    (SpellOutcome.BROKEN_OFF, _("broken off")),
    (SpellOutcome.STRUCK, _("entered by mistake, struck")),
    (FundingState.NAMED, pgettext_lazy("money", "named")),
    (FundingState.APPLIED, _("applied for")),
    (FundingState.GRANTED, pgettext_lazy("money", "granted")),
    (FundingState.REFUSED, pgettext_lazy("money", "refused")),
    (MemberPart.LEAD, pgettext_lazy("team", "leads")),
    (MemberPart.MEMBER, pgettext_lazy("team", "works with it")),
    (MemberPart.READER, pgettext_lazy("team", "reads only")),
    (Recipient.CITY, _("City")),
    (Recipient.AGENCY, _("Agency")),
    (Recipient.FIRM, _("Firm")),
)
"""As `labels.LABELS`, which holds these too."""
