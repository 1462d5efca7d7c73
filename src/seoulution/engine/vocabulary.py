"""The codes the whole programme speaks in, each named as the field names it."""

from enum import StrEnum


class Sector(StrEnum):
    """A field of policy: the seven of the article's table 1, then sewage and waste, which both documents name next."""

    PLANNING = "planning"
    HOUSING = "housing"
    WATER = "water"
    URBAN_RAIL = "urban_rail"
    TRANSPORT = "transport"
    E_GOVERNMENT = "e_government"
    ENVIRONMENT = "environment"
    SEWAGE = "sewage"
    WASTE = "waste"


class SolutionKind(StrEnum):
    """What leaves the provider city: know-how, or something that can also be delivered under contract."""

    KNOWLEDGE = "knowledge"
    EXPORTABLE = "exportable"


class Stage(StrEnum):
    """The stages of the documents' 사업 흐름도, in the order of the flow."""

    EXCHANGE = "exchange"
    OPPORTUNITY = "opportunity"
    TRAINING = "training"
    CONSULTING = "consulting"
    FEASIBILITY = "feasibility"
    MAIN_PROJECT = "main_project"
    OPERATION = "operation"
    FEEDBACK = "feedback"


class Ending(StrEnum):
    """How an engagement may end; each needs a reason, none deletes."""

    COMPLETED = "completed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LOST = "lost"
    DORMANT = "dormant"


class Standing(StrEnum):
    """How far an engagement truly was at the date of its source: the papers mix these under one heading."""

    WON = "won"
    RUNNING = "running"
    BIDDING = "bidding"
    UNDER_REVIEW = "under_review"
    PLANNED = "planned"
    DONE = "done"


class Party(StrEnum):
    """Who acts, as the law tells actors apart."""

    CITY_HALL = "city_hall"
    INSTITUTE = "institute"
    MUNICIPAL_CORPORATION = "municipal_corporation"
    PRIVATE_CONSORTIUM = "private_consortium"
    AGENCY = "agency"
    INTERNATIONAL_BODY = "international_body"
    PARTNER_CITY = "partner_city"


class Activity(StrEnum):
    """What is done in a step."""

    TEACHING = "teaching"
    ADVICE = "advice"
    PAID_CONSULTING = "paid_consulting"
    DISPATCH_SHORT = "dispatch_short"
    DISPATCH_LONG = "dispatch_long"
    GRANT = "grant"
    TENDER = "tender"
    SUPPLY = "supply"
    CONSTRUCTION = "construction"
    OPERATION = "operation"
    SETTLEMENT_SERVICE = "settlement_service"
    EQUITY = "equity"


class MoneyFlow(StrEnum):
    """Which way money moves in a step, seen from the actor."""

    NONE = "none"
    OWN_BUDGET = "own_budget"
    COST_RECOVERY = "cost_recovery"
    FOR_PROFIT = "for_profit"


class TieKind(StrEnum):
    """A formal tie between the provider and a partner city or region."""

    SISTER = "sister"
    FRIENDSHIP = "friendship"


class PlaceKind(StrEnum):
    """What kind of place a partner is: the papers list regions, a country and an island among 'cities'."""

    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    SITE = "site"
    LINE = "line"


class Boundary(StrEnum):
    """The area a figure is about. A country figure standing in for a city must show that it does."""

    CITY = "city"
    AGGLOMERATION = "agglomeration"
    METRO = "metro"
    PREFECTURE = "prefecture"
    UTILITY = "utility"
    SITE = "site"
    COUNTRY = "country"
    WORLD = "world"
    PROGRAMME = "programme"


class Confidence(StrEnum):
    """How a figure is known. `UNVERIFIED` never ships as a fact."""

    PRIMARY = "A"
    SECONDARY = "B"
    UNVERIFIED = "C"
    DERIVED = "D"
    JUDGEMENT = "J"


class NetworkFlow(StrEnum):
    """What flows along an edge of the documents' cooperation network."""

    FUNDING = "funding"
    PROPOSAL = "proposal"
    INFORMATION = "information"
    COOPERATION = "cooperation"
    CONSORTIUM = "consortium"
    NETWORK_USE = "network_use"


class Language(StrEnum):
    """Languages a city may write in and be answered in; the first two are complete everywhere."""

    KO = "ko"
    EN = "en"
    VI = "vi"
    ID = "id"
    ES = "es"
    FR = "fr"
    PT = "pt"
    RU = "ru"
    MN = "mn"
    TH = "th"
    AR = "ar"


RIGHT_TO_LEFT = frozenset({Language.AR})


def choices(codes: type[StrEnum]) -> list[tuple[str, str]]:
    """Code and code: labels belong to the web ring, which has them in every language."""
    return [(code.value, code.value) for code in codes]
