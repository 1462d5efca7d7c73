"""Tags and filters that put records, codes and findings into the reader's words."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final

from babel import Locale
from django.template import Context, Library
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.names import name_of
from seoulution.apps.cities.queries import sourced as sourced_figure
from seoulution.apps.publishing import finding_texts, labels, units
from seoulution.apps.publishing.decision_words import decision_words
from seoulution.apps.publishing.indicator_words import INDICATORS
from seoulution.engine.catalogue.claims import ClaimKind, ClaimState
from seoulution.engine.catalogue.editorial import EditorialAction, EditorialPart, EditorialState
from seoulution.engine.catalogue.sent_claims import SentClaim
from seoulution.engine.catalogue.tracks import TrackEvidence
from seoulution.engine.cities.profile import Freshness
from seoulution.engine.engagements.aftercare import LevelState
from seoulution.engine.engagements.codes import (
    Agreed,
    CaseState,
    ContactKind,
    ContactState,
    FundingState,
    MemberPart,
    ProposalKind,
    ProposalState,
    Rank,
    Recipient,
    SharedKind,
    Side,
    SpellOutcome,
    Verdict,
)
from seoulution.engine.engagements.course import FinanceSource
from seoulution.engine.engagements.facts import Approval, Document
from seoulution.engine.engagements.legal_routes import Basis
from seoulution.engine.engagements.promises import PromiseState
from seoulution.engine.financing.terms import Eligible, Instrument, Region
from seoulution.engine.findings import Finding
from seoulution.engine.provenance import Sourced
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
from seoulution.reference.schema.base import Cited, Figure, Words
from seoulution.reference.schema.catalogue import ConditionKind
from seoulution.web.shared.addresses import address

register = Library()

KINDS: Final[dict[str, type[StrEnum]]] = {
    kind.__name__: kind
    for kind in (
        FundingState, MemberPart, SpellOutcome,
        Activity, Agreed, Approval, Basis, Boundary, CaseState, ClaimKind, ClaimState, ConditionKind, Confidence, ContactKind, ContactState, Document, EditorialAction, EditorialPart,
        EditorialState, Eligible, Ending, FinanceSource, Freshness, Instrument, LevelState,
        MoneyFlow, NetworkFlow, Party, PlaceKind, PromiseState, ProposalKind, ProposalState, Rank, Recipient, Region, Sector, SentClaim, SharedKind, Side, SolutionKind, Stage, Standing, TieKind, TrackEvidence, Verdict,
    )
}  # fmt: skip


def is_korean() -> bool:
    """Whether the reader's language is Korean; every other language reads English content."""
    return (get_language() or "").startswith("ko")


@register.filter
def named(row: Any) -> str:
    """The name of a stored record in the reader's language."""
    if row is None:
        return ""
    return getattr(row, "spoken_name", "") or (row.name_ko if is_korean() else row.name_en)


@register.filter
def indicator_name(row: Any) -> str:
    """The name of an indicator in the reader's language, also where the record has it in Korean and English only."""
    known = None if (get_language() or "en")[:2] in ("ko", "en") else INDICATORS.get(row.code)
    return named(row) if known is None else str(known)


@register.filter
def page_at(code: str | int, name: str) -> str:
    """`{{ row.code|page_at:"public:city" }}`: the address of a record's page; in the rows of a list, where `{% url %}` is slow."""
    return address(name, str(code))


@register.filter
def words(text: Words | dict[str, str] | None) -> str:
    """A text kept in Korean and English, in the reader's language."""
    if text is None:
        return ""
    if isinstance(text, Words):
        return text.ko if is_korean() else text.en
    return text["ko"] if is_korean() else text["en"]


@register.filter
def label(code: str, kind: str) -> str:
    """`{{ solution.sector|label:"Sector" }}`: the words of a code; empty for an empty code."""
    return labels.label(KINDS[kind], code) if code else ""


@register.filter
def decision_kind(code: str) -> str:
    """What a paper asks to be decided, where it is not decided yet: `label:"Approval"` says that it is."""
    return decision_words(Approval(code))


@register.filter
def person_name(user: User | None) -> str:
    """The name of a person, as their language writes it."""
    return name_of(user)


@register.filter
def sentence(finding: Finding) -> str:
    """A finding in words."""
    return finding_texts.sentence(finding)


@register.filter
def sourced(figure: Figure | None) -> Sourced[Any] | None:
    """A reference figure as `{% figure %}` shows it."""
    return None if figure is None else sourced_figure(figure)


@register.simple_tag(takes_context=True)
def cited(context: Context, text: Cited | None) -> SafeString:
    """A sourced text with marks that open its sources; the page's `sources` mapping gives titles and addresses."""
    if text is None:
        return SafeString("")
    return format_html('{} <span class="cites">{}</span>', words(text), source_marks(context, text.sources))


def source_marks(context: Context, codes: Iterable[str]) -> SafeString:
    """Numbered marks, in order of first use on the page, that lead to the source's entry and name it."""
    known = context.get("sources") or {}
    numbers = _numbers_of(context)
    return format_html_join(" ", "{}", ((_mark(code, known.get(code), numbers),) for code in codes))


def _numbers_of(context: Context) -> dict[str, int]:
    """One count per page: kept with the request, since an included template has a context of its own."""
    holder = context.get("request")
    if holder is None:
        return {}
    numbers: dict[str, int] = getattr(holder, "cited_sources", {})
    holder.cited_sources = numbers
    return numbers


def _mark(code: str, source: Any, numbers: dict[str, int]) -> SafeString:
    number = numbers.setdefault(code, len(numbers) + 1)
    parts = [getattr(source, name, "") or "" for name in ("publisher", "title", "published")]
    title = ". ".join(part for part in parts if part) or code
    return format_html('<a class="cite" href="{}?q={}" title="{}">[{}]</a>', reverse("public:sources"), code, title, number)


@register.filter
def language_name(code: str) -> str:
    """A language in the reader's own: `ko` is Korean to English readers; a code that nobody knows stays."""
    reader = Locale.parse((get_language() or "en").split("-")[0])
    return str(reader.languages.get(code, code))


@register.filter
def unit_words(unit: str) -> str:
    """A unit in the reader's language."""
    return units.unit_words(unit)
