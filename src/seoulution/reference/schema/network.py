"""Bodies, firms, forums, agreements, and what flows between them."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from seoulution.engine.vocabulary import NetworkFlow, Party, Sector
from seoulution.reference.schema.base import Cited, Code, Figure, Record, Words, Year


class Contact(Record):
    """A unit's contact as printed, with the date up to which it is known; never shown as current."""

    unit: str
    telephone: str | None = None
    website: str | None = None
    as_of: date
    source: Code
    note: Words | None = None


class Agency(Record):
    """A body of the cooperation network: bureau, corporation, institute, ministry, agency, bank or association."""

    code: Code
    name: Words
    abbreviation: str | None = None
    kind: Literal[
        "city_hall", "bureau", "institute", "training_centre", "university", "municipal_corporation", "ministry", "agency",
        "association", "development_bank", "united_nations", "city_network", "foundation", "state_corporation", "mission", "forum",
    ]  # fmt: skip
    party: Party
    role: Cited
    programmes: tuple[Words, ...] = ()
    sectors: tuple[Sector, ...] = ()
    contacts: tuple[Contact, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successor: Words | None = None
    website: str | None = None


class Firm(Record):
    """A private firm, with what the papers say of it; `flagged` where the printed name can't be resolved."""

    code: Code
    name: Words
    printed: str
    flagged: Words | None = None
    sectors: tuple[Sector, ...] = ()
    forums: tuple[Code, ...] = ()
    references: tuple[Cited, ...] = ()
    source: Code


class Agreement(Record):
    """A memorandum or agreement between the provider and one partner."""

    code: Code
    partner: Code
    year: Year
    subject: Words
    status: Literal["signed", "planned"]
    source: Code


class Node(Record):
    """A box of the documents' cooperation chart. It opens the records of `agencies`, or those of `shows`."""

    code: Code
    name: Words
    agencies: tuple[Code, ...] = ()
    shows: Literal["agencies", "firms", "cities", "engagements", "provider"] = "agencies"


class Edge(Record):
    """What flows from one box to another; `reading` where the scan lost the arrow and this is our reading."""

    tail: Code
    head: Code
    flow: NetworkFlow
    printed: str
    reading: Words | None = None
    source: Code


class Responsibility(Record):
    """Who in the programme owns what (M17)."""

    agency: Code
    duty: Cited
    since: Year | None = None


class OdaShare(Record):
    """A type of the provider's own ODA and its share, where known (M12)."""

    code: Code
    name: Words
    share: Figure | None = None
    source: Code


class TrainingCourse(Record):
    """A course for officials of other cities (M11)."""

    code: Code
    name: Words
    host: Code
    sectors: Annotated[tuple[Sector, ...], Field(min_length=1)]
    solutions: tuple[Code, ...] = ()
    text: Cited
    figures: tuple[Figure, ...] = ()


class PromotionMaterial(Record):
    """A booklet or brochure and the channels it goes through (M13)."""

    code: Code
    name: Words
    sectors: tuple[Sector, ...]
    year: Year | None
    languages: tuple[str, ...]
    text: Cited


class PromotionChannel(Record):
    code: Code
    name: Words
    agency: Code
    count: Figure | None = None
    source: Code
