"""The codes of the vocabulary in words, for pages and papers alike. A test proves that every code has its words."""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from seoulution.apps.publishing import staff_labels
from seoulution.apps.publishing.models import PaperKind
from seoulution.engine.catalogue.claims import ClaimKind, ClaimState
from seoulution.engine.catalogue.editorial import EditorialAction, EditorialPart, EditorialState
from seoulution.engine.catalogue.sent_claims import SentClaim
from seoulution.engine.catalogue.tracks import TrackEvidence
from seoulution.engine.cities.profile import Freshness
from seoulution.engine.engagements.codes import (
    Agreed,
    ProposalKind,
    ProposalState,
    SharedKind,
)
from seoulution.engine.engagements.course import FinanceSource
from seoulution.engine.engagements.facts import Approval, Document
from seoulution.engine.engagements.legal_routes import Basis
from seoulution.engine.engagements.promises import PromiseState
from seoulution.engine.financing.terms import Eligible, Instrument, Region
from seoulution.engine.vocabulary import (
    Activity,
    Boundary,
    Confidence,
    Ending,
    MoneyFlow,
    NetworkFlow,
    Party,
    PlaceKind,
    Sector,
    SolutionKind,
    Stage,
    Standing,
    TieKind,
)
from seoulution.reference.schema.catalogue import ConditionKind

LABELS: Final[tuple[tuple[StrEnum, Promise | str], ...]] = (
    *staff_labels.LABELS,
    (Sector.PLANNING, _("Urban planning")),
    (Sector.HOUSING, _("Housing")),
    (Sector.WATER, _("Water supply")),
    (Sector.URBAN_RAIL, _("Urban rail")),
    (Sector.TRANSPORT, _("Transport")),
    (Sector.E_GOVERNMENT, _("E-government")),
    (Sector.ENVIRONMENT, _("Environment")),
    (Sector.SEWAGE, _("Sewage")),
    (Sector.WASTE, _("Waste")),
    (SolutionKind.KNOWLEDGE, _("Knowledge transfer")),
    (SolutionKind.EXPORTABLE, _("Deliverable")),
    (Stage.EXCHANGE, _("Exchange between cities")),
    (Stage.OPPORTUNITY, _("Finding the opportunity")),
    (Stage.TRAINING, _("Invited training")),
    (Stage.CONSULTING, _("Policy consulting")),
    (Stage.FEASIBILITY, _("Feasibility study")),
    (Stage.MAIN_PROJECT, _("Main project")),
    (Stage.OPERATION, _("Public operation")),
    (Stage.FEEDBACK, _("Feedback")),
    (Ending.COMPLETED, _("Completed")),
    (Ending.DECLINED, _("Declined")),
    (Ending.WITHDRAWN, _("Withdrawn")),
    (Ending.LOST, _("Lost")),
    (Ending.DORMANT, _("Dormant")),
    (Standing.WON, _("Contract won")),
    (Standing.RUNNING, _("Running")),
    (Standing.BIDDING, _("Bidding")),
    (Standing.UNDER_REVIEW, _("Under review")),
    (Standing.PLANNED, _("Planned")),
    (Standing.DONE, _("Done")),
    (Party.CITY_HALL, _("City hall")),
    (Party.INSTITUTE, _("Institute of the city")),
    (Party.MUNICIPAL_CORPORATION, _("Municipal corporation")),
    (Party.PRIVATE_CONSORTIUM, _("Private consortium")),
    (Party.AGENCY, _("Agency")),
    (Party.INTERNATIONAL_BODY, _("International body")),
    (Party.PARTNER_CITY, _("Partner city")),
    (Activity.TEACHING, _("Teaching")),
    (Activity.ADVICE, _("Advice")),
    (Activity.PAID_CONSULTING, _("Paid consulting")),
    (Activity.DISPATCH_SHORT, _("Short official trip")),
    (Activity.DISPATCH_LONG, _("Long dispatch of officials")),
    (Activity.GRANT, _("Grant")),
    (Activity.TENDER, _("Taking part in a tender")),
    (Activity.SUPPLY, _("Supply")),
    (Activity.CONSTRUCTION, _("Construction")),
    (Activity.OPERATION, _("Operation")),
    (Activity.SETTLEMENT_SERVICE, _("Settlement service")),
    (Activity.EQUITY, _("Equity")),
    (MoneyFlow.NONE, _("no money")),
    (MoneyFlow.OWN_BUDGET, _("own budget")),
    (MoneyFlow.COST_RECOVERY, _("cost recovery")),
    (MoneyFlow.FOR_PROFIT, _("for profit")),
    (TieKind.SISTER, _("Sister city")),
    (TieKind.FRIENDSHIP, _("Friendship city")),
    (PlaceKind.CITY, _("City")),
    (PlaceKind.REGION, _("State or province")),
    (PlaceKind.COUNTRY, _("Country")),
    (PlaceKind.SITE, _("Site")),
    (PlaceKind.LINE, _("Railway line")),
    (Boundary.CITY, _("city")),
    (Boundary.AGGLOMERATION, _("agglomeration")),
    (Boundary.METRO, _("metropolitan region")),
    (Boundary.PREFECTURE, _("prefecture")),
    (Boundary.UTILITY, _("utility's service area")),
    (Boundary.SITE, _("site")),
    (Boundary.COUNTRY, _("country")),
    (Boundary.WORLD, _("world")),
    (Boundary.PROGRAMME, _("programme")),
    (Confidence.PRIMARY, _("primary source")),
    (Confidence.SECONDARY, _("secondary source")),
    (Confidence.UNVERIFIED, _("unverified")),
    (Confidence.DERIVED, _("derived")),
    (Confidence.JUDGEMENT, _("our reading")),
    (NetworkFlow.FUNDING, _("Use of funds")),
    (NetworkFlow.PROPOSAL, _("Project proposals")),
    (NetworkFlow.INFORMATION, _("Sharing of information")),
    (NetworkFlow.COOPERATION, _("Cooperation")),
    (NetworkFlow.CONSORTIUM, _("Joint consortium")),
    (NetworkFlow.NETWORK_USE, _("Use of networks")),
    (Freshness.FRESH, _("fresh")),
    (Freshness.AGEING, _("ageing")),
    (Freshness.STALE, _("stale")),
    (Freshness.UNDATED, _("undated")),
    (FinanceSource.OWN_BUDGET, _("own budget of the city hall")),
    (FinanceSource.KOICA, "KOICA"),
    (FinanceSource.KOREA_FOUNDATION, _("Korea Foundation")),
    (FinanceSource.DEVELOPMENT_BANK, _("development banks")),
    (FinanceSource.EDCF, "EDCF"),
    (FinanceSource.PARTNER_CITY, _("the partner city's own budget")),
    (Document.REQUEST, _("the city's request")),
    (Document.VIABILITY_REVIEW, _("first viability check")),
    (Document.PARTNER_LETTER, _("letter of the partner city")),
    (Document.TRAINING_PROGRAMME, _("training programme")),
    (Document.TERMS_OF_REFERENCE, _("terms of reference")),
    (Document.FEASIBILITY_REPORT, _("feasibility report")),
    (Document.CONSORTIUM_AGREEMENT, _("consortium agreement")),
    (Document.CONTRACT, _("contract")),
    (Document.HANDOVER_RECORD, _("handover record")),
    (Document.SERVICE_LEVELS, _("agreed service levels")),
    (Document.RESULTS_REPORT, _("report of results")),
    (Approval.OWN_BUDGET, _("own budget approved")),
    (Approval.OFFICIAL_TRAVEL, _("official travel approved")),
    (Approval.PROGRAMME_DECISION, _("decision of the programme")),
    (Approval.FUND_DECISION, _("decision of the fund")),
    (Approval.PARTNER_DECISION, _("decision of the partner city")),
    (Basis.HAS_BASIS, _("has a legal basis")),
    (Basis.NEEDS_BASIS, _("needs a basis first")),
    (Basis.NO_BASIS, _("has no legal basis")),
    (PromiseState.KEPT, _("kept")),
    (PromiseState.KEPT_LATE, _("kept late")),
    (PromiseState.RELEASED, _("released")),
    (PromiseState.OVERDUE, _("overdue")),
    (PromiseState.DUE_SOON, _("due soon")),
    (PromiseState.OPEN, pgettext_lazy("promise", "open")),
    (PromiseState.UNDATED, _("without a date")),
    (Eligible.YES, _("fits the terms")),
    (Eligible.NO, _("does not fit the terms")),
    (Eligible.UNKNOWN, _("not certain")),
    (Instrument.GRANT, _("grant")),
    (Instrument.TRUST_FUND, _("trust fund")),
    (Instrument.TECHNICAL_ASSISTANCE, _("technical assistance")),
    (Instrument.PROGRAMME, _("programme")),
    (Instrument.CONCESSIONAL_LOAN, _("concessional loan")),
    (Region.WORLD, _("worldwide")),
    (Region.ASIA_PACIFIC, _("Asia and the Pacific")),
    (Region.LATIN_AMERICA_CARIBBEAN, _("Latin America and the Caribbean")),
    (EditorialState.DRAFT, pgettext_lazy("text", "Draft")),
    (EditorialState.BUREAU_REVIEW, _("Bureau’s review")),
    (EditorialState.RECEIVER_REVIEW, _("Receiver’s review")),
    (EditorialState.PUBLISHED, pgettext_lazy("text", "Published")),
    (EditorialState.UNDER_REVISION, _("Under revision")),
    (EditorialState.ARCHIVED, pgettext_lazy("text", "Archived")),
    (EditorialAction.SUBMIT, _("Hand in")),
    (EditorialAction.APPROVE, _("Approve")),
    (EditorialAction.SEND_BACK, _("Send back")),
    (EditorialAction.PUBLISH, _("Publish")),
    (EditorialAction.REVISE, _("Begin a revision")),
    (EditorialAction.DISCARD, _("Discard the revision")),
    (EditorialAction.ARCHIVE, _("Archive")),
    (EditorialAction.RESTORE, _("Restore")),
    (EditorialPart.WRITER, _("writer of the owning bureau")),
    (EditorialPart.BUREAU_REVIEWER, _("reviewer of the owning bureau")),
    (EditorialPart.RECEIVER_REVIEWER, _("reader for receiving cities")),
    (EditorialPart.PROGRAMME, _("programme manager")),
    (TrackEvidence.PROBLEM, _("the problem")),
    (TrackEvidence.ACTIONS, _("what was done")),
    (TrackEvidence.OBSTACLES, _("obstacles, and how they were overcome")),
    (TrackEvidence.RESULTS_WITH_CLAIM, _("results with a claim")),
    (TrackEvidence.WHOM_TO_ASK, _("whom to ask")),
    (TrackEvidence.TEACHING, _("a course, or the owner’s contact")),
    (TrackEvidence.PRODUCT, pgettext_lazy("deliverable", "product")),
    (TrackEvidence.LAWFUL_PROVIDER, _("a provider that may trade")),
    (TrackEvidence.PRICE_BASIS, _("basis of the price")),
    (TrackEvidence.REFERENCES, _("a place where it runs")),
    (ConditionKind.INDICATOR, _("a figure of the city")),
    (ConditionKind.INSTITUTION, _("an institution")),
    (ConditionKind.LAW, _("the law")),
    (ConditionKind.SKILL, _("people and skills")),
    (ConditionKind.PRACTICE, _("a way of working")),
    (ClaimKind.FIGURE, _("Figure")),
    (ClaimKind.AWARD, _("Award")),
    (ClaimKind.PATENT, _("Patent")),
    (ClaimState.UNCONFIRMED, _("as of its source")),
    (ClaimState.CURRENT, _("confirmed")),
    (ClaimState.DUE, _("being checked again")),
    (ClaimState.QUESTIONED, _("in doubt")),
    (ClaimState.EXPIRED, _("expired")),
    (SentClaim.GONE, _("no longer on record")),
    (SentClaim.EXPIRED, _("expired")),
    (SentClaim.DOUBTED, _("in doubt")),
    (SentClaim.CHANGED, pgettext_lazy("claim", "changed")),
    (SentClaim.AS_SENT, _("as sent")),
    (Agreed.NEED, _("The need is understood")),
    (Agreed.SOLUTION, _("The solution is chosen")),
    (SharedKind.DOCUMENT, _("Document")),
    (SharedKind.DOSSIER, _("Cooperation dossier")),
    (SharedKind.EDITION, _("Solution for your city")),
    (SharedKind.INFORMATION, pgettext_lazy("shared", "Information")),
    (ProposalKind.ANSWER, pgettext_lazy("proposal", "Answer")),
    (ProposalKind.FIGURE, _("Figure corrected")),
    (ProposalKind.NEED, _("Need corrected")),
    (ProposalKind.CONFIRMATION, _("Confirmation")),
    (ProposalKind.OFFER, _("Offer")),
    (ProposalState.WAITING, pgettext_lazy("proposal", "waiting for the office")),
    (ProposalState.ACCEPTED, pgettext_lazy("proposal", "taken up")),
    (ProposalState.DECLINED, pgettext_lazy("proposal", "set aside")),
    (PaperKind.BROCHURE, _("Sector brochure")),
    (PaperKind.LEAFLET, _("Leaflet")),
    (PaperKind.SOLUTION, _("Whole solution")),
    (PaperKind.EDITION, _("City edition")),
)
"""Pairs, not a mapping: codes of different vocabularies may be spelt alike."""


class UnknownCode(LookupError):
    """A code without words: the labels table must be completed before the page can be shown."""


_TABLE: Final[Mapping[tuple[type[StrEnum], str], Promise | str]] = {(type(code), code.value): words for code, words in LABELS}


def label(kind: type[StrEnum], code: str) -> str:
    """The words of a code of one vocabulary, in the language that is active."""
    return _said(kind, str(code), get_language())


@lru_cache(maxsize=20_000)
def _said(kind: type[StrEnum], code: str, language: str | None) -> str:
    """Remembered by the language too: a list says the same few words hundreds of times."""
    try:
        return str(_TABLE[kind, code])
    except KeyError as error:
        raise UnknownCode(f"{kind.__name__}.{code} has no words") from error
