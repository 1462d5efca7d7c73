"""The codes of the work around an engagement: papers, decisions, contacts, papers in signing, agreements, sharing, aftercare."""

from enum import StrEnum


class Document(StrEnum):
    """Papers that a gate asks for."""

    REQUEST = "request"
    VIABILITY_REVIEW = "viability_review"
    PARTNER_LETTER = "partner_letter"
    TRAINING_PROGRAMME = "training_programme"
    TERMS_OF_REFERENCE = "terms_of_reference"
    FEASIBILITY_REPORT = "feasibility_report"
    CONSORTIUM_AGREEMENT = "consortium_agreement"
    CONTRACT = "contract"
    HANDOVER_RECORD = "handover_record"
    SERVICE_LEVELS = "service_levels"
    RESULTS_REPORT = "results_report"


class Approval(StrEnum):
    """Decisions that a gate asks for, each by the body that can take it."""

    OWN_BUDGET = "own_budget"
    OFFICIAL_TRAVEL = "official_travel"
    PROGRAMME_DECISION = "programme_decision"
    FUND_DECISION = "fund_decision"
    PARTNER_DECISION = "partner_decision"


class SpellOutcome(StrEnum):
    """How a spell in a stage stands or ended.

    `LEFT_OUT` was never entered, with a reason; `BROKEN_OFF` was entered and given up; `STRUCK` was put on record by mistake, stays
    to be seen and counts for nothing.
    """

    RUNNING = "running"
    DONE = "done"
    LEFT_OUT = "left_out"
    BROKEN_OFF = "broken_off"
    STRUCK = "struck"


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
