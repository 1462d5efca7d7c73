"""A fund's terms and what they say of one asking. A fund's own words stand beside every parsed rule."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeAlias

from seoulution.engine.findings import Finding, Severity
from seoulution.engine.provenance import Money, Validity
from seoulution.engine.vocabulary import Sector, Stage

TERMS_STAY_FRESH_DAYS: Final = 365
"""Terms older than a year are shown with the question whether the fund is still open; our setting."""


class Region(StrEnum):
    """Where a fund works; membership of the bank decides, not the map."""

    WORLD = "world"
    ASIA_PACIFIC = "asia_pacific"
    LATIN_AMERICA_CARIBBEAN = "latin_america_caribbean"


class Instrument(StrEnum):
    """What kind of money it is; those that need no repayment come first in a plan."""

    GRANT = "grant"
    TRUST_FUND = "trust_fund"
    TECHNICAL_ASSISTANCE = "technical_assistance"
    PROGRAMME = "programme"
    CONCESSIONAL_LOAN = "concessional_loan"


class Eligible(StrEnum):
    """Whether the terms allow the asking; unknown where a fact that decides is not known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AmountLimit:
    """A limit per project in one currency; `below` excludes its own value."""

    currency: str
    words: str
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    below: Decimal | None = None
    average: Decimal | None = None

    @property
    def most(self) -> Decimal | None:
        """The largest amount that one project may get, to the smallest unit; None where no ceiling is stated."""
        limits = [limit for limit in (self.at_most, _just_under(self.below, self.currency)) if limit is not None]
        return min(limits, default=None)


def _just_under(limit: Decimal | None, currency: str) -> Decimal | None:
    return None if limit is None else limit - SMALLEST_UNIT.get(currency, Decimal("0.01"))


SMALLEST_UNIT: Final[Mapping[str, Decimal]] = {"KRW": Decimal(1), "JPY": Decimal(1), "VND": Decimal(1)}


@dataclass(frozen=True, slots=True)
class ShareLimit:
    """The largest share of a project's cost that the fund pays, in [0, 1]."""

    at_most: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class FundTerms:
    """What a fund says of itself, as of a date. No sectors means any.

    words : the source's own line on the fund
    """

    code: str
    administrator: str
    sectors: frozenset[Sector]
    stages: frozenset[Stage]
    region: Region
    dac_recipients_only: bool
    instrument: Instrument
    as_of: date
    words: str
    source: str
    size: Money | None = None
    per_project: AmountLimit | None = None
    share: ShareLimit | None = None
    validity: Validity = field(default_factory=Validity)


@dataclass(frozen=True, slots=True)
class FundingAsk:
    """What money is asked for. A membership or class that is not known is None, and the answer then says so.

    dac_recipient : on the OECD list of aid recipients on the day; adb_member, idb_member : may borrow from the bank
    """

    sector: Sector
    stage: Stage
    on: date
    country: str = ""
    dac_recipient: bool | None = None
    adb_member: bool | None = None
    idb_member: bool | None = None
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The answer of one fund to one asking, with every finding at once."""

    fund: FundTerms
    answer: Eligible
    findings: tuple[Finding, ...]


Check: TypeAlias = Callable[[FundTerms, FundingAsk], Finding | None]


def _found(code: str, severity: Severity, fund: FundTerms, words: str | None = None, **more: str) -> Finding:
    return Finding(code, severity, fund.code, {"words": words or fund.words, "source": fund.source, **more})


def in_sector(fund: FundTerms, ask: FundingAsk) -> Finding | None:
    """The fund works in the sector asked for."""
    if not fund.sectors or ask.sector in fund.sectors:
        return None
    return _found("fund.sector-outside", Severity.BLOCKING, fund, sector=ask.sector.value)


def for_stage(fund: FundTerms, ask: FundingAsk) -> Finding | None:
    """The fund pays for the stage asked for."""
    if ask.stage in fund.stages:
        return None
    return _found("fund.stage-outside", Severity.BLOCKING, fund, stage=ask.stage.value)


def in_region(fund: FundTerms, ask: FundingAsk) -> Finding | None:
    """The country may borrow from the bank that keeps the fund."""
    member = {Region.WORLD: True, Region.ASIA_PACIFIC: ask.adb_member, Region.LATIN_AMERICA_CARIBBEAN: ask.idb_member}[
        fund.region
    ]
    if member is None:
        return _found("fund.membership-unknown", Severity.WARNING, fund, region=fund.region.value, country=ask.country)
    if not member:
        return _found("fund.region-outside", Severity.BLOCKING, fund, region=fund.region.value, country=ask.country)
    return None


def aid_recipient(fund: FundTerms, ask: FundingAsk) -> Finding | None:
    """Aid money goes to countries on the OECD list only."""
    if not fund.dac_recipients_only or ask.dac_recipient:
        return None
    if ask.dac_recipient is None:
        return _found("fund.recipient-unknown", Severity.WARNING, fund, country=ask.country)
    return _found("fund.not-aid-recipient", Severity.BLOCKING, fund, country=ask.country)


def large_enough(fund: FundTerms, ask: FundingAsk) -> Finding | None:
    """The asking reaches the fund's smallest amount; another currency leaves that open."""
    limit = fund.per_project
    if limit is None or limit.at_least is None or ask.amount is None:
        return None
    if limit.currency != ask.amount.currency:
        return _found("fund.currency-differs", Severity.WARNING, fund, limit.words, currency=limit.currency)
    if ask.amount.amount < limit.at_least:
        return _found("fund.amount-below-minimum", Severity.BLOCKING, fund, limit.words, minimum=str(limit.at_least))
    return None


def within_ceiling(fund: FundTerms, ask: FundingAsk) -> Finding | None:
    """More than the ceiling may be asked of several funds, but this one pays only up to it."""
    limit = fund.per_project
    if limit is None or limit.most is None or ask.amount is None or limit.currency != ask.amount.currency:
        return None
    if ask.amount.amount > limit.most:
        return _found("fund.amount-above-ceiling", Severity.WARNING, fund, limit.words, ceiling=str(limit.most))
    return None


def pays_a_share(fund: FundTerms, ask: FundingAsk) -> Finding | None:
    """Where the fund pays a share only, the rest must come from elsewhere."""
    if fund.share is None or fund.share.at_most >= 1:
        return None
    return _found("fund.share-only", Severity.NOTE, fund, fund.share.words, share=str(fund.share.at_most))


def open_on_the_day(fund: FundTerms, ask: FundingAsk) -> Finding | None:
    """The fund takes askings on that day, as far as its dates are known."""
    if fund.validity.holds_on(ask.on):
        return None
    began = fund.validity.valid_from is None or fund.validity.valid_from <= ask.on
    code = "fund.closed" if began else "fund.not-yet-open"
    limit = fund.validity.valid_to if began else fund.validity.valid_from
    return _found(code, Severity.BLOCKING, fund, date=str(limit))


def terms_are_fresh(fund: FundTerms, ask: FundingAsk) -> Finding | None:
    """Old terms are shown with their date and the question whether the fund is still open."""
    if (ask.on - fund.as_of).days <= TERMS_STAY_FRESH_DAYS:
        return None
    return _found("fund.terms-dated", Severity.WARNING, fund, as_of=fund.as_of.isoformat(), year=str(fund.as_of.year))


CHECKS: Final[tuple[Check, ...]] = (
    in_sector,
    for_stage,
    in_region,
    aid_recipient,
    large_enough,
    within_ceiling,
    pays_a_share,
    open_on_the_day,
    terms_are_fresh,
)
LEAVES_OPEN: Final = frozenset({"fund.membership-unknown", "fund.recipient-unknown", "fund.currency-differs"})
"""Findings after which eligibility is unknown rather than given."""


def eligibility(fund: FundTerms, ask: FundingAsk) -> Eligibility:
    """What the fund's terms say of the asking: every check, every finding."""
    findings = tuple(finding for check in CHECKS if (finding := check(fund, ask)) is not None)
    if any(finding.severity is Severity.BLOCKING for finding in findings):
        answer = Eligible.NO
    else:
        answer = Eligible.UNKNOWN if any(finding.code in LEAVES_OPEN for finding in findings) else Eligible.YES
    return Eligibility(fund, answer, findings)


PREFERRED: Final = {Eligible.YES: 0, Eligible.UNKNOWN: 1, Eligible.NO: 2}
GIFTS_FIRST: Final = {instrument: place for place, instrument in enumerate(Instrument)}


def eligible_funds(funds: Iterable[FundTerms], ask: FundingAsk) -> tuple[Eligibility, ...]:
    """The funds that may pay, surest first, money that needs no repayment before loans; refused ones are left out."""
    answers = [eligibility(fund, ask) for fund in funds]
    open_ones = [answer for answer in answers if answer.answer is not Eligible.NO]
    return tuple(
        sorted(open_ones, key=lambda answer: (PREFERRED[answer.answer], GIFTS_FIRST[answer.fund.instrument], answer.fund.code))
    )
