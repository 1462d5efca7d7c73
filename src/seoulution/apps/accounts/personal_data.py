"""The register of personal data: every field of every app is tagged here, so that a new one can't slip in unseen.

The public notice and the processing register are printed from this table (docs/reference/personal-data.md). Legal bases and periods are
the project's defaults, to be confirmed by the office's privacy officer before anyone relies on them. History tables follow their record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Person(StrEnum):
    """Whose data it is."""

    REQUESTER = "requester"
    ACCOUNT = "account holder"
    NAMED = "anyone named in free text"
    VISITOR = "visitor"


class LegalBasis(StrEnum):
    """Why it may be kept."""

    CONSENT = "consent of the person who fills in the form"
    PUBLIC_TASK = "public task of the city"
    SERVICE = "the person's work account"
    SECURITY_DUTY = "duty to keep systems with personal data safe"


class Keep(StrEnum):
    """Until when it may be kept; the end of the purpose starts the clock."""

    REQUEST = "3 years after the request is closed"
    ENGAGEMENT = "10 years after the engagement ends"
    ACCOUNT = "until the account is closed"
    RIGHTS = "5 years after the right was changed or the account closed"
    ACCESS = "3 years"
    FORM = "30 days"
    SESSION = "12 hours after sign-in, 30 minutes without use"
    LINK = "365 days, or until revoked"


class Transfer(StrEnum):
    """Where it may go. Looking it up from abroad counts as transfer."""

    NOWHERE = "nowhere"
    BACK = "back to the city that wrote it, by its private link"
    CITY = "to the partner city, when the office shares it"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """What the law wants to know about one field."""

    person: Person
    purpose: str
    basis: LegalBasis
    keep: Keep
    transfer: Transfer = Transfer.NOWHERE


_REQUESTER: Final = PersonalData(Person.REQUESTER, "answer the city's request", LegalBasis.CONSENT, Keep.REQUEST, Transfer.BACK)
_LETTER: Final = PersonalData(
    Person.NAMED, "understand and answer the request", LegalBasis.PUBLIC_TASK, Keep.REQUEST, Transfer.BACK
)
_OFFICE_NOTE: Final = PersonalData(Person.NAMED, "record why the office decided", LegalBasis.PUBLIC_TASK, Keep.REQUEST)
_OFFICE_WORD: Final = PersonalData(Person.NAMED, "answer the city", LegalBasis.PUBLIC_TASK, Keep.REQUEST, Transfer.CITY)
_WHO_WORKED: Final = PersonalData(Person.ACCOUNT, "show who did what", LegalBasis.SERVICE, Keep.REQUEST)
_PROMISE: Final = PersonalData(Person.NAMED, "keep promises", LegalBasis.PUBLIC_TASK, Keep.ENGAGEMENT)
_SIGN_IN: Final = PersonalData(Person.ACCOUNT, "sign in", LegalBasis.SERVICE, Keep.ACCOUNT)
_NAME: Final = PersonalData(Person.ACCOUNT, "show who did what", LegalBasis.SERVICE, Keep.RIGHTS)
_RIGHTS: Final = PersonalData(Person.ACCOUNT, "decide what the account may do", LegalBasis.SERVICE, Keep.RIGHTS)
_WHO_WROTE: Final = PersonalData(
    Person.ACCOUNT, "show who wrote, reviewed or translated a text", LegalBasis.SERVICE, Keep.RIGHTS
)
_EDITORIAL_WORD: Final = PersonalData(Person.NAMED, "record why a text was changed", LegalBasis.PUBLIC_TASK, Keep.RIGHTS)
_SENT: Final = PersonalData(Person.NAMED, "know who holds which edition", LegalBasis.PUBLIC_TASK, Keep.ENGAGEMENT)
_LINK: Final = PersonalData(Person.REQUESTER, "let the city follow its request", LegalBasis.CONSENT, Keep.LINK, Transfer.BACK)

REGISTER: Final[Mapping[str, PersonalData]] = {
    "accounts.User.username": _NAME,
    "accounts.User.first_name": _NAME,
    "accounts.User.last_name": _NAME,
    "accounts.User.email": _SIGN_IN,
    "accounts.User.password": _SIGN_IN,
    "accounts.User.last_login": _SIGN_IN,
    "accounts.User.date_joined": _RIGHTS,
    "accounts.User.is_superuser": _RIGHTS,
    "accounts.User.is_staff": _RIGHTS,
    "accounts.User.is_active": _RIGHTS,
    "accounts.User.role": _RIGHTS,
    "accounts.User.groups": _RIGHTS,
    "accounts.User.user_permissions": _RIGHTS,
    "accounts.User.language": _SIGN_IN,
    "accounts.User.password_is_one_time": _SIGN_IN,
    "accounts.Submission.sender": PersonalData(
        Person.VISITOR, "count a repeated form once", LegalBasis.SECURITY_DUTY, Keep.FORM
    ),
    "network.Affiliation.user": _RIGHTS,
    "network.Affiliation.agency": _RIGHTS,
    "network.Affiliation.firm": _RIGHTS,
    "demand.SharingRequest.text": _LETTER,
    "demand.SharingRequest.requester_name": _REQUESTER,
    "demand.SharingRequest.requester_role": _REQUESTER,
    "demand.SharingRequest.requester_email": _REQUESTER,
    "demand.SharingRequest.state_reason": _OFFICE_WORD,
    "demand.SharingRequest.learning_reason": _OFFICE_NOTE,
    "demand.SharingRequest.assigned_to": _WHO_WORKED,
    "demand.SharingRequest.origin": _LETTER,
    "demand.Attachment.original_name": _LETTER,
    "demand.Attachment.stored_name": _LETTER,
    "demand.StatusLink.sharing_request": _LINK,
    "demand.StatusLink.token_hash": _LINK,
    "demand.StatusLink.issued_at": _LINK,
    "demand.StatusLink.expires_at": _LINK,
    "demand.StatusLink.revoked_at": _LINK,
    "demand.Need.text": _LETTER,
    "demand.Need.phrases": _LETTER,
    "demand.Need.none_fits_reason": _OFFICE_NOTE,
    "demand.Message.text": _OFFICE_WORD,
    "demand.Message.wording_reason": _OFFICE_NOTE,
    "demand.Message.author": _WHO_WORKED,
    "matching.Match.verdict_reason": _OFFICE_NOTE,
    "matching.Match.decided_by": _WHO_WORKED,
    "engagements.Engagement.ending_reason": _PROMISE,
    "engagements.Promise.text": _PROMISE,
    "engagements.Promise.promised_by": _PROMISE,
    "engagements.Promise.promised_to": _PROMISE,
    "engagements.Promise.occasion": _PROMISE,
    "engagements.Promise.owner": _PROMISE,
    "engagements.Promise.responsible": _PROMISE,
    "engagements.Promise.closed_reason": _PROMISE,
    "outcomes.Result.confirmed_by": PersonalData(
        Person.REQUESTER, "show who confirmed a result", LegalBasis.PUBLIC_TASK, Keep.ENGAGEMENT, Transfer.BACK
    ),
    "catalogue.Claim.confirmed_by": _WHO_WROTE,
    "catalogue.Claim.question": _EDITORIAL_WORD,
    "catalogue.Draft.data": _EDITORIAL_WORD,
    "catalogue.Draft.begun_by": _WHO_WROTE,
    "catalogue.Draft.changed_by": _WHO_WROTE,
    "catalogue.Review.words": _EDITORIAL_WORD,
    "catalogue.Review.comments": _EDITORIAL_WORD,
    "catalogue.Review.by": _WHO_WROTE,
    "catalogue.SolutionVersion.note": _EDITORIAL_WORD,
    "catalogue.SolutionVersion.wording_reason": _EDITORIAL_WORD,
    "catalogue.SolutionVersion.published_by": _WHO_WROTE,
    "catalogue.Translation.translator": _WHO_WROTE,
    "catalogue.TranslatorLanguage.user": _RIGHTS,
    "catalogue.TranslatorLanguage.language": _RIGHTS,
    "catalogue.DraftingRun.by": _WHO_WROTE,
    "catalogue.ImportRun.by": _WHO_WROTE,
    "catalogue.ImportRun.file_name": _EDITORIAL_WORD,
    "catalogue.ImportRun.report": _EDITORIAL_WORD,
    "publishing.Sending.recipient": _SENT,
    "publishing.Sending.note": _SENT,
    "publishing.Sending.sent_by": _WHO_WORKED,
    "publishing.Dossier.wording_reason": _OFFICE_NOTE,
    "publishing.Dossier.document": _OFFICE_WORD,
    "publishing.Dossier.built_by": _WHO_WORKED,
}
"""Fields that hold personal data, or may: free text can name anyone."""

_ACCESS: Final = PersonalData(Person.ACCOUNT, "detect and explain misuse", LegalBasis.SECURITY_DUTY, Keep.ACCESS)
_HISTORY: Final = PersonalData(Person.ACCOUNT, "show who changed what", LegalBasis.SECURITY_DUTY, Keep.RIGHTS)

FRAMEWORK: Final[Mapping[str, PersonalData]] = {
    "sessions.Session": PersonalData(Person.ACCOUNT, "stay signed in", LegalBasis.SERVICE, Keep.SESSION),
    "axes.AccessAttempt": _ACCESS,
    "axes.AccessAttemptExpiration": _ACCESS,
    "axes.AccessFailureLog": _ACCESS,
    "axes.AccessLog": _ACCESS,
    "pghistory.Context": _HISTORY,
}
"""Whole tables of the parts we build on that hold personal data."""

_SHIPPED: Final = "id code name_ko name_en data shipped_digest position withdrawn_on"

NOT_PERSONAL: Final[Mapping[str, str]] = {
    "accounts.User": "id",
    "accounts.Submission": "id key path led_to received_at",
    "network.Source": "id code title publisher address published retrieved_on note_ko note_en",
    "network.Correction": f"{_SHIPPED} document",
    "network.Agency": f"{_SHIPPED} kind party",
    "network.Firm": _SHIPPED,
    "network.Agreement": f"{_SHIPPED} partner year",
    "network.NetworkNode": _SHIPPED,
    "network.NetworkEdge": f"{_SHIPPED} tail head flow",
    "network.Responsibility": f"{_SHIPPED} agency",
    "network.Affiliation": "id",
    "catalogue.PolicySolution": (
        f"{_SHIPPED} sector is_knowledge is_exportable owner cost_class completeness evidence_grade lowest_level "
        "highest_level state version reviewed_on revision"
    ),
    "catalogue.Claim": (
        "id solution code kind section series label_ko label_en year figure entry confidence after_2014 confirmed_on review_on "
        "valid_until questioned_at revision"
    ),
    "catalogue.Draft": "id solution based_on round begun_at changed_at ended_at ended_how revision",
    "catalogue.Review": "id draft round part approved given_at voided_at",
    "catalogue.SolutionVersion": "id solution number data draft published_at",
    "catalogue.Translation": (
        "id solution path language source_language source_text text origin engine translated_at shipped_digest revision"
    ),
    "catalogue.TranslatorLanguage": "id",
    "catalogue.DraftingRun": "id solution language engine begun_at ended_at todo total done errors failures_in_a_row",
    "catalogue.ImportRun": "id kind language size_bytes sha256 at counts",
    "cities.Indicator": f"{_SHIPPED} unit theme",
    "cities.Country": f"{_SHIPPED} region",
    "cities.City": f"{_SHIPPED} kind country latitude longitude is_target is_provider",
    "cities.CityName": "id city name folded",
    "cities.Observation": "id city country indicator value words unit year boundary source confidence figure",
    "cities.Tie": f"{_SHIPPED} kind city",
    "cities.Membership": _SHIPPED,
    "cities.ExchangeRates": _SHIPPED,
    "cities.ProviderSeries": f"{_SHIPPED} indicator boundary for_matching",
    "cities.Milestone": f"{_SHIPPED} year",
    "cities.SourceConflict": _SHIPPED,
    "demand.SharingRequest": (
        "id code city city_as_written text_is_reported declared_language language answer_language channel state sectors "
        "received_at received_year may_be_learnt_from revision"
    ),
    "demand.Attachment": "id sharing_request content_type size_bytes sha256 received_at",
    "demand.StatusLink": "id",
    "demand.Need": "id sharing_request sector concepts found_by none_fits position removed_at revision",
    "demand.Message": "id sharing_request from_city sent_at read_at",
    "matching.IndexRevision": "id value",
    "matching.Passage": "id solution language text weight digest need concepts e5 use",
    "matching.Term": "id language kind text form concept",
    "matching.Match": "id need solution rank weak reasons verdict decided_at added_by_person revision",
    "targeting.Criterion": _SHIPPED,
    "engagements.Engagement": (
        f"{_SHIPPED} city sector solutions sharing_request stage standing ending lead activity money_flow row revision"
    ),
    "engagements.LegalRule": f"{_SHIPPED} valid_from valid_to",
    "engagements.Difficulty": _SHIPPED,
    "engagements.StageNote": _SHIPPED,
    "engagements.Promise": "id engagement sharing_request due_on kept_on",
    "financing.Fund": f"{_SHIPPED} administrator instrument region as_of valid_to",
    "financing.OdaShare": _SHIPPED,
    "training.TrainingCourse": f"{_SHIPPED} host solutions",
    "outcomes.Result": (
        "id engagement measure_ko measure_en unit baseline baseline_year target actual actual_year confirmed_on"
    ),
    "publishing.Dossier": "id sharing_request language inputs_hash built_at shared_with_city_at",
    "publishing.PromotionMaterial": _SHIPPED,
    "publishing.PromotionChannel": f"{_SHIPPED} agency",
    "publishing.Sending": "id kind solution sector city language format channel sent_on claims document_digest recalled_at",
}
"""Fields that hold nothing about a person: model, then its fields. Contacts of bodies are posts and switchboards, not persons."""


def tags() -> dict[str, PersonalData | None]:
    """Every tagged field; None where it holds nothing about a person."""
    plain: dict[str, PersonalData | None] = {
        f"{model}.{field}": None for model, fields in NOT_PERSONAL.items() for field in fields.split()
    }
    return plain | dict(REGISTER)
