"""What the law wants to know about a field that holds personal data, and the answers that many fields share."""

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


REQUESTER: Final = PersonalData(Person.REQUESTER, "answer the city's request", LegalBasis.CONSENT, Keep.REQUEST, Transfer.BACK)
LETTER: Final = PersonalData(
    Person.NAMED, "understand and answer the request", LegalBasis.PUBLIC_TASK, Keep.REQUEST, Transfer.BACK
)
OFFICE_NOTE: Final = PersonalData(Person.NAMED, "record why the office decided", LegalBasis.PUBLIC_TASK, Keep.REQUEST)
OFFICE_WORD: Final = PersonalData(Person.NAMED, "answer the city", LegalBasis.PUBLIC_TASK, Keep.REQUEST, Transfer.CITY)
WHO_WORKED: Final = PersonalData(Person.ACCOUNT, "show who did what", LegalBasis.SERVICE, Keep.REQUEST)
PROMISE: Final = PersonalData(Person.NAMED, "keep promises", LegalBasis.PUBLIC_TASK, Keep.ENGAGEMENT)
SIGN_IN: Final = PersonalData(Person.ACCOUNT, "sign in", LegalBasis.SERVICE, Keep.ACCOUNT)
NAME: Final = PersonalData(Person.ACCOUNT, "show who did what", LegalBasis.SERVICE, Keep.RIGHTS)
RIGHTS: Final = PersonalData(Person.ACCOUNT, "decide what the account may do", LegalBasis.SERVICE, Keep.RIGHTS)
WHO_WROTE: Final = PersonalData(
    Person.ACCOUNT, "show who wrote, reviewed or translated a text", LegalBasis.SERVICE, Keep.RIGHTS
)
EDITORIAL_WORD: Final = PersonalData(Person.NAMED, "record why a text was changed", LegalBasis.PUBLIC_TASK, Keep.RIGHTS)
SENT: Final = PersonalData(Person.NAMED, "know who holds which edition", LegalBasis.PUBLIC_TASK, Keep.ENGAGEMENT)
LINK: Final = PersonalData(Person.REQUESTER, "let the city follow its request", LegalBasis.CONSENT, Keep.LINK, Transfer.BACK)
NOTICE: Final = PersonalData(Person.ACCOUNT, "tell people what waits for them", LegalBasis.SERVICE, Keep.RIGHTS)
MAIL: Final = PersonalData(Person.NAMED, "keep what was written and answered", LegalBasis.PUBLIC_TASK, Keep.ENGAGEMENT)
WORK: Final = PersonalData(Person.NAMED, "keep what was done and why", LegalBasis.PUBLIC_TASK, Keep.ENGAGEMENT)
WHO_ACTED: Final = PersonalData(Person.ACCOUNT, "show who did what", LegalBasis.SERVICE, Keep.ENGAGEMENT)
MET: Final = PersonalData(Person.NAMED, "know who met whom", LegalBasis.PUBLIC_TASK, Keep.ENGAGEMENT)
SHARED: Final = PersonalData(
    Person.NAMED, "show what was shared with whom", LegalBasis.PUBLIC_TASK, Keep.ENGAGEMENT, Transfer.CITY
)
SAID_BACK: Final = PersonalData(
    Person.REQUESTER, "take up what a party answers", LegalBasis.PUBLIC_TASK, Keep.ENGAGEMENT, Transfer.BACK
)
READ: Final = PersonalData(Person.ACCOUNT, "show who read whose data", LegalBasis.SECURITY_DUTY, Keep.ACCESS)
TRIED: Final = PersonalData(Person.VISITOR, "notice that somebody guesses at links", LegalBasis.SECURITY_DUTY, Keep.ACCESS)
