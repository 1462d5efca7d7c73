"""Funds, engagements, requests, legal rules and difficulties: the programme itself."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from seoulution.engine.vocabulary import Activity, Language, MoneyFlow, Party, Sector, SolutionKind, Stage, Standing
from seoulution.reference.schema.base import Cited, Code, Figure, Record, Words, Year


class AmountRule(Record):
    """A limit per project, parsed beside the fund's own words."""

    at_least: Decimal | None = None
    at_most: Decimal | None = None
    below: Decimal | None = None
    average: Decimal | None = None
    currency: Literal["KRW", "USD"]
    words: str
    source: Code
    warning: Words | None = None


class ShareRule(Record):
    """The largest share of a project's cost that the fund pays, in [0, 1]."""

    at_most: Annotated[Decimal, Field(gt=0, le=1)]
    words: str
    source: Code


class Fund(Record):
    """A fund or programme that could pay for a stage. Everything is as of its source's date; `words` as it printed them."""

    code: Code
    name: Words
    abbreviation: str | None = None
    administrator: Code
    words: str
    words_language: Literal[Language.KO, Language.EN] = Language.KO
    field: Words
    sectors: tuple[Sector, ...]
    size: Figure | None = None
    amount_per_project: AmountRule | None = None
    share_of_project_cost: ShareRule | None = None
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    stages_basis: Cited
    region: Literal["world", "asia_pacific", "latin_america_caribbean"]
    dac_recipients_only: bool
    instrument: Literal["trust_fund", "technical_assistance", "concessional_loan", "grant", "programme"]
    valid_from: date | None = None
    valid_to: date | None = None
    as_of: date
    open_questions: tuple[Words, ...] = ()
    correction: int | None = None
    source: Code

    @model_validator(mode="after")
    def _words_are_in_their_language(self) -> "Fund":
        korean = any("가" <= letter <= "힣" for letter in self.words)
        if korean is not (self.words_language is Language.KO):
            raise ValueError(f"words_language is {self.words_language}, but the words are {'' if korean else 'not '}Korean")
        return self


class Participant(Record):
    """A body with its part in an engagement."""

    name: Words
    agency: Code | None = None
    firm: Code | None = None
    party: Party
    role: Words


class Engagement(Record):
    """One cooperation, with the stage and true standing that its sources give."""

    code: Code
    row: int | None = None
    region: Words
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    city: Code
    client: Words | None = None
    name: Words
    printed_article: str | None = None
    printed_briefing: str | None = None
    sector: Sector
    solutions: tuple[Code, ...] = ()
    stage: Stage
    standing: Standing
    standing_text: Cited
    activity: Activity
    money_flow: MoneyFlow
    lead: Party
    participants: tuple[Participant, ...] = ()
    started: str | None = None
    amount: Figure | None = None
    notes: tuple[Cited, ...] = ()
    corrections: tuple[int, ...] = ()


class SharingRequest(Record):
    """A request the documents tell of; `text` is what the paper says, never an invented letter."""

    code: Code
    city: Code
    year: Year
    requester: Words
    channel: Literal["mayor_meeting", "visit", "letter", "form", "mission", "unknown"]
    text: Cited
    sectors: tuple[Sector, ...]
    outcome: Cited | None = None
    engagement: Code | None = None


class LegalRule(Record):
    """Who may do what with which flow of money, on what basis. An empty list means any.

    The most specific rule (most lists filled) that holds on the day answers. `answer` is has_basis, needs_basis (which, who
    decides) or no_basis; `alternatives` are lawful ways, which the answer ranks. `article` names statute and article with the day
    they are known from.
    """

    code: Code
    actors: tuple[Party, ...] = ()
    activities: tuple[Activity, ...] = ()
    money_flows: tuple[MoneyFlow, ...] = ()
    answer: Literal["has_basis", "needs_basis", "no_basis"]
    basis: Cited
    article: Words | None = None
    quotation: str | None = None
    decided_by: Words | None = None
    alternatives: tuple["LegalAlternative", ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> "LegalRule":
        if self.answer == "needs_basis" and self.decided_by is None:
            raise ValueError("a basis that is needed names who decides (decided_by)")
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValueError("valid_to lies before valid_from")
        return self


class LegalAlternative(Record):
    """A lawful way: what changes of the route asked for. A part left out stays as it was asked."""

    actor: Party | None = None
    activity: Activity | None = None
    money_flow: MoneyFlow | None = None
    text: Words

    @model_validator(mode="after")
    def _changes_something(self) -> "LegalAlternative":
        if self.actor is None and self.activity is None and self.money_flow is None:
            raise ValueError("an alternative changes actor, activity or money flow")
        return self


class Difficulty(Record):
    """A difficulty the article names, and what the product does about it."""

    code: Code
    part: Literal["actor", "content_and_recipient", "institution"]
    text: Cited
    answer: Words


class Criterion(Record):
    """One of the six criteria for target cities (M5)."""

    code: Code
    name: Words
    words: Cited
    measures: tuple[Words, ...]


class StageNote(Record):
    """What happens in a stage, what finance it needs and who leads, in the documents' words."""

    stage: Stage
    name: Words
    text: Cited
    finance: Words
    leads: tuple[Party, ...]
    documents: tuple[Words, ...] = ()


class KindNote(Record):
    kind: SolutionKind
    name: Words
    evidence: tuple[Words, ...]


LegalRule.model_rebuild()
