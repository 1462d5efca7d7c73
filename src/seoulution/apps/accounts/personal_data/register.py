"""Fields of accounts, requests, solutions and papers: what each holds of a person, or that it holds nothing."""

from collections.abc import Mapping
from typing import Final

from seoulution.apps.accounts.personal_data.kinds import (
    EDITORIAL_WORD,
    LETTER,
    LINK,
    NAME,
    OFFICE_NOTE,
    OFFICE_WORD,
    PROMISE,
    REQUESTER,
    RIGHTS,
    SENT,
    SIGN_IN,
    WHO_WORKED,
    WHO_WROTE,
    Keep,
    LegalBasis,
    Person,
    PersonalData,
    Transfer,
)

REGISTER: Final[Mapping[str, PersonalData]] = {
    "accounts.User.username": NAME,
    "accounts.User.first_name": NAME,
    "accounts.User.last_name": NAME,
    "accounts.User.email": SIGN_IN,
    "accounts.User.password": SIGN_IN,
    "accounts.User.last_login": SIGN_IN,
    "accounts.User.date_joined": RIGHTS,
    "accounts.User.is_superuser": RIGHTS,
    "accounts.User.is_staff": RIGHTS,
    "accounts.User.is_active": RIGHTS,
    "accounts.User.role": RIGHTS,
    "accounts.User.groups": RIGHTS,
    "accounts.User.user_permissions": RIGHTS,
    "accounts.User.language": SIGN_IN,
    "accounts.User.password_is_one_time": SIGN_IN,
    "accounts.Submission.sender": PersonalData(
        Person.VISITOR, "count a repeated form once", LegalBasis.SECURITY_DUTY, Keep.FORM
    ),
    "network.Affiliation.user": RIGHTS,
    "network.Affiliation.agency": RIGHTS,
    "network.Affiliation.firm": RIGHTS,
    "demand.SharingRequest.text": LETTER,
    "demand.SharingRequest.requester_name": REQUESTER,
    "demand.SharingRequest.requester_role": REQUESTER,
    "demand.SharingRequest.requester_email": REQUESTER,
    "demand.SharingRequest.state_reason": OFFICE_WORD,
    "demand.SharingRequest.learning_reason": OFFICE_NOTE,
    "demand.SharingRequest.assigned_to": WHO_WORKED,
    "demand.SharingRequest.origin": LETTER,
    "demand.Attachment.original_name": LETTER,
    "demand.Attachment.stored_name": LETTER,
    "demand.StatusLink.sharing_request": LINK,
    "demand.StatusLink.token_hash": LINK,
    "demand.StatusLink.issued_at": LINK,
    "demand.StatusLink.expires_at": LINK,
    "demand.StatusLink.revoked_at": LINK,
    "demand.Need.text": LETTER,
    "demand.Need.phrases": LETTER,
    "demand.Need.none_fits_reason": OFFICE_NOTE,
    "demand.Message.text": OFFICE_WORD,
    "demand.Message.wording_reason": OFFICE_NOTE,
    "demand.Message.author": WHO_WORKED,
    "matching.Match.verdict_reason": OFFICE_NOTE,
    "matching.Match.decided_by": WHO_WORKED,
    "engagements.Engagement.ending_reason": PROMISE,
    "engagements.Promise.text": PROMISE,
    "engagements.Promise.promised_by": PROMISE,
    "engagements.Promise.promised_to": PROMISE,
    "engagements.Promise.occasion": PROMISE,
    "engagements.Promise.owner": PROMISE,
    "engagements.Promise.responsible": PROMISE,
    "engagements.Promise.closed_reason": PROMISE,
    "outcomes.Result.confirmed_by": PersonalData(
        Person.REQUESTER, "show who confirmed a result", LegalBasis.PUBLIC_TASK, Keep.ENGAGEMENT, Transfer.BACK
    ),
    "catalogue.Claim.confirmed_by": WHO_WROTE,
    "catalogue.Claim.question": EDITORIAL_WORD,
    "catalogue.Draft.data": EDITORIAL_WORD,
    "catalogue.Draft.begun_by": WHO_WROTE,
    "catalogue.Draft.changed_by": WHO_WROTE,
    "catalogue.Review.words": EDITORIAL_WORD,
    "catalogue.Review.comments": EDITORIAL_WORD,
    "catalogue.Review.by": WHO_WROTE,
    "catalogue.SolutionVersion.note": EDITORIAL_WORD,
    "catalogue.SolutionVersion.wording_reason": EDITORIAL_WORD,
    "catalogue.SolutionVersion.published_by": WHO_WROTE,
    "catalogue.Translation.translator": WHO_WROTE,
    "catalogue.TranslatorLanguage.user": RIGHTS,
    "catalogue.TranslatorLanguage.language": RIGHTS,
    "catalogue.DraftingRun.by": WHO_WROTE,
    "catalogue.ImportRun.by": WHO_WROTE,
    "catalogue.ImportRun.file_name": EDITORIAL_WORD,
    "catalogue.ImportRun.report": EDITORIAL_WORD,
    "publishing.Sending.recipient": SENT,
    "publishing.Sending.note": SENT,
    "publishing.Sending.sent_by": WHO_WORKED,
    "publishing.Dossier.wording_reason": OFFICE_NOTE,
    "publishing.Dossier.document": OFFICE_WORD,
    "publishing.Dossier.built_by": WHO_WORKED,
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
    "network.Affiliation": "id rank",
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
        f"{_SHIPPED} city sector solutions sharing_request stage standing ending lead activity money_flow row revision "
        "ended_on responsible aim operator amount is_sensitive is_public opened_on last_contact_on words currency"
    ),
    "engagements.LegalRule": f"{_SHIPPED} valid_from valid_to revision",
    "engagements.Difficulty": _SHIPPED,
    "engagements.StageNote": _SHIPPED,
    "engagements.Promise": "id engagement sharing_request due_on kept_on contact side made_on closed_on revision",
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
