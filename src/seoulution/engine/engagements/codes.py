"""The codes of the work around an engagement: contacts, papers in signing, agreements, sharing, aftercare."""

from enum import StrEnum


class SpellOutcome(StrEnum):
    """How a spell in a stage stands or ended. `LEFT_OUT` was never entered, with a reason; `BROKEN_OFF` was entered and given up."""

    RUNNING = "running"
    DONE = "done"
    LEFT_OUT = "left_out"
    BROKEN_OFF = "broken_off"


class Agreed(StrEnum):
    """What both sides agree on, beyond papers: each is confirmed by the city, on a day, in a way that can be looked up."""

    NEED = "need"
    SOLUTION = "solution"


class ContactKind(StrEnum):
    """How two sides met."""

    MEETING = "meeting"
    VISIT = "visit"
    LETTER = "letter"
    CALL = "call"
    FORUM = "forum"
    MISSION = "mission"


class ContactState(StrEnum):
    """A contact is planned, then held or called off."""

    PLANNED = "planned"
    HELD = "held"
    CALLED_OFF = "called_off"


class Side(StrEnum):
    """Whose person or word it is."""

    OURS = "ours"
    THEIRS = "theirs"
    OTHER = "other"


class Rank(StrEnum):
    """The signing ranks of a Korean city hall, lowest first (담당, 팀장, 과장, 국장, 부시장, 시장)."""

    OFFICER = "officer"
    TEAM_HEAD = "team_head"
    DIVISION_HEAD = "division_head"
    BUREAU_HEAD = "bureau_head"
    VICE_MAYOR = "vice_mayor"
    MAYOR = "mayor"


class CaseState(StrEnum):
    """A paper in signing. Sent back and declined end a round; a sent-back paper is drafted again."""

    DRAFT = "draft"
    SIGNING = "signing"
    APPROVED = "approved"
    DECLINED = "declined"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"


class Verdict(StrEnum):
    """What a signatory said."""

    APPROVED = "approved"
    DECLINED = "declined"
    SENT_BACK = "sent_back"


class Recipient(StrEnum):
    """Who something is shared with."""

    CITY = "city"
    AGENCY = "agency"
    FIRM = "firm"


class SharedKind(StrEnum):
    """What is shared: a paper on file, a dossier, a solution's edition, or a piece of information in words."""

    DOCUMENT = "document"
    DOSSIER = "dossier"
    EDITION = "edition"
    INFORMATION = "information"


class ProposalKind(StrEnum):
    """What a party says back: an answer, a correction of its own profile or need, a confirmation, or an offer."""

    ANSWER = "answer"
    FIGURE = "figure"
    NEED = "need"
    CONFIRMATION = "confirmation"
    OFFER = "offer"


class ProposalState(StrEnum):
    """A proposal waits until a person takes it up or sets it aside, with a reason."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class MemberPart(StrEnum):
    """A person's part in the team of an engagement."""

    LEAD = "lead"
    MEMBER = "member"
    READER = "reader"


class FundingState(StrEnum):
    """How firm the money of a stage is."""

    NAMED = "named"
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"
