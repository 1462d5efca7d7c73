"""What engagements keep: their course, papers, decisions, money, people, contacts, work and aftercare, and the legal rules."""

from seoulution.apps.engagements.models.aftercare import AftercareCheck, ServiceLevel, ServiceReading
from seoulution.apps.engagements.models.agreements import BasisDecision, Confirmation
from seoulution.apps.engagements.models.approvals import Absence, ApprovalCase, Signature
from seoulution.apps.engagements.models.calendars import CalendarFeed
from seoulution.apps.engagements.models.contacts import Contact, ContactPerson
from seoulution.apps.engagements.models.engagements import Difficulty, Engagement, StageNote
from seoulution.apps.engagements.models.papers import DocumentVersion, EngagementDocument
from seoulution.apps.engagements.models.rules import LegalRule, LegalRuleDraft
from seoulution.apps.engagements.models.stages import StageFunding, StageSpell
from seoulution.apps.engagements.models.teams import CountryDesk, EngagementMember
from seoulution.apps.engagements.models.work import Promise, Referral, Task

__all__ = [
    "Absence",
    "AftercareCheck",
    "ApprovalCase",
    "BasisDecision",
    "CalendarFeed",
    "Confirmation",
    "Contact",
    "ContactPerson",
    "CountryDesk",
    "Difficulty",
    "DocumentVersion",
    "Engagement",
    "EngagementDocument",
    "EngagementMember",
    "LegalRule",
    "LegalRuleDraft",
    "Promise",
    "Referral",
    "ServiceLevel",
    "ServiceReading",
    "Signature",
    "StageFunding",
    "StageNote",
    "StageSpell",
    "Task",
]
