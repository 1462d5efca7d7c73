"""What pages and papers may say of a claim today: as it is, with a mark, or not at all and who can renew it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from babel.numbers import format_decimal
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from seoulution.apps.catalogue.models import Claim, PolicySolution
from seoulution.apps.catalogue.queries import headlines, in_waiting, results_as_written
from seoulution.apps.publishing.units import unit_words
from seoulution.engine.catalogue.claims import ClaimKind, ClaimState, printing_finding
from seoulution.engine.catalogue.references import Reference, pieces, plain, quoted_in
from seoulution.engine.findings import Finding, blocking
from seoulution.engine.vocabulary import Language

MARKS: Final[Mapping[ClaimState, Promise]] = {
    ClaimState.DUE: gettext_lazy("[being checked again]"),
    ClaimState.QUESTIONED: gettext_lazy("[in doubt]"),
}
"""What stands behind a value that may be quoted, but not without a word."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim as it may be quoted today. `sources` : of a figure its one source, of an award or patent all of them."""

    solution: str
    code: str
    kind: ClaimKind
    state: ClaimState
    labels: Mapping[Language, str]
    owners: Mapping[Language, str]
    year: int | None
    value: Decimal | str | None
    unit: str
    sources: tuple[str, ...]
    confirmed_on: date | None = None
    valid_until: date | None = None
    question: str = ""

    @property
    def key(self) -> str:
        """As documents and sendings name it."""
        return f"{self.solution}/{self.code}"

    @property
    def withheld(self) -> bool:
        return self.state is ClaimState.EXPIRED

    @property
    def title(self) -> str:
        """What is claimed, without its value: the name of an award or patent would be the claim itself."""
        number = self.code.rpartition("-")[2]
        if self.kind is ClaimKind.AWARD:
            return _("Award %(number)s") % {"number": number}
        if self.kind is ClaimKind.PATENT:
            return _("Patent %(number)s") % {"number": number}
        return f"{self.labels[_reader()]} ({self.year})" if self.year else self.labels[_reader()]

    @property
    def owner(self) -> str:
        return self.owners[_reader()]

    @property
    def reading(self) -> str:
        """How it reads where a text leaves the words to it, without its mark."""
        return self.notice if self.withheld else self.amount

    @property
    def amount(self) -> str:
        """What the register holds, whatever its state: value and unit, or the name of an award or patent."""
        if self.value is None:
            return self.labels[_reader()]
        return f"{_number(self.value)} {unit_words(self.unit)}".strip()

    @property
    def mark(self) -> str:
        return str(MARKS.get(self.state, ""))

    @property
    def notice(self) -> str:
        """What stands in the place of a value that may not be quoted."""
        return _("[withheld: %(claim)s. %(owner)s can renew it]") % {"claim": self.title, "owner": self.owner}

    @property
    def finding(self) -> Finding | None:
        """What its state means for paper, in the reader's words; `claim` among the parameters leads to it."""
        found = printing_finding(self.title, self.state, self.owner, self.valid_until)
        return found and replace(found, parameters={**found.parameters, "claim": self.key})


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text; with `quote`, words that stand for a claim: the notice in their place where it is withheld."""

    words: str
    quote: Quote | None = None

    @property
    def mark(self) -> str:
        return self.quote.mark if self.quote else ""


def quoted(text: str, quotes: Mapping[str, Quote]) -> tuple[Piece, ...]:
    """A text with references as pages and papers may show it today; a reference to no claim on record keeps its own words."""
    return tuple(_piece(part, quotes) for part in pieces(text))


def said(text: str, quotes: Mapping[str, Quote]) -> str:
    """The same as one string, marks and notices included: for lists, sheets and programs."""
    return "".join(f"{piece.words} {piece.mark}".rstrip() if piece.mark else piece.words for piece in quoted(text, quotes))


def _piece(part: str | Reference, quotes: Mapping[str, Quote]) -> Piece:
    if isinstance(part, str):
        return Piece(part)
    quote = quotes.get(part.claim)
    if quote is None:
        return Piece(part.words)
    return Piece(quote.notice if quote.withheld else part.words or quote.reading, quote)


class Register:
    """The claims of solutions as they stand on a day, each solution read once; remembers what was quoted, in order."""

    def __init__(self, today: date, solutions: Iterable[PolicySolution] = ()) -> None:
        self.today = today
        self._read: dict[int, dict[str, Quote]] = {}
        self._used: dict[str, Quote] = {}
        self.read(solutions)

    def read(self, solutions: Iterable[PolicySolution]) -> None:
        """Reads the claims of several at once."""
        rows = {row.pk: row for row in solutions if row.pk not in self._read}
        self._read.update({pk: {} for pk in rows})
        for claim in self._claims(rows) if rows else ():
            self._read[claim.solution_id][claim.code] = quote_of(claim, rows[claim.solution_id], self.today)

    def _claims(self, solutions: Iterable[int]) -> QuerySet[Claim]:
        return Claim.objects.filter(solution__in=list(solutions)).order_by("pk")

    def of(self, solution: PolicySolution) -> Mapping[str, Quote]:
        """A solution's claims by code."""
        self.read((solution,))
        return self._read[solution.pk]

    def use(self, quote: Quote) -> None:
        """Notes that a paper quotes it, or says that it is withheld."""
        self._used.setdefault(quote.key, quote)

    def used(self) -> tuple[tuple[str, str], ...]:
        """What was quoted and how the register has it, as `Document.claims` keeps it."""
        return tuple((key, quote.reading) for key, quote in self._used.items())


class Withheld(Register):
    """Only what may not be quoted: all that a list of short passages has to know, and mostly nothing."""

    def _claims(self, solutions: Iterable[int]) -> QuerySet[Claim]:
        return super()._claims(solutions).filter(valid_until__lt=self.today)


def quote_of(claim: Claim, solution: PolicySolution, today: date) -> Quote:
    """A row of the register as a value; `solution` with its owner at hand."""
    figure: Mapping[str, Any] = claim.figure or {}
    return Quote(
        solution=solution.code,
        code=claim.code,
        kind=ClaimKind(claim.kind),
        state=claim.state_on(today),
        labels={Language.KO: claim.label_ko, Language.EN: claim.label_en},
        owners={Language.KO: solution.owner.name_ko, Language.EN: solution.owner.name_en},
        year=claim.year,
        value=_exact(figure["value"]) if figure else None,
        unit=figure.get("unit", ""),
        sources=(figure["source"],) if figure else tuple(claim.entry.get("sources", ())),
        confirmed_on=claim.confirmed_on,
        valid_until=claim.valid_until,
        question=claim.question,
    )


def quotes_of(solution: PolicySolution, today: date) -> Mapping[str, Quote]:
    """A solution's claims by code, as they may be quoted on a day."""
    return Register(today, (solution,)).of(solution)


def results_said(
    solutions: Collection[int], today: date, told: Mapping[int, Mapping[str, str]] | None = None
) -> dict[int, str]:
    """The one-line result of each solution in the reader's language, by primary key.

    Reads only the claims that change a line: those that wait for their owner, and those to which a line leaves the words.

    told : what `headlines` says of them in the reader's language, where it is at hand
    """
    written = results_as_written(solutions, _reader(), today)
    told = headlines(solutions, get_language() or "en") if told is None else told
    lines = {pk: told.get(pk, {}).get("result", line.text) for pk, line in written.items()}
    found = {pk: there for pk, line in lines.items() if (there := quoted_in(line))}
    wordless = {claim for there in found.values() for claim, words in there if not words}
    quotes: dict[int, dict[str, Quote]] = {}
    if changed := [pk for pk, there in found.items() if written[pk].waits or not all(words for _claim, words in there)]:
        codes = {claim for pk in changed for claim, _words in found[pk]}
        claims = Claim.objects.filter(in_waiting(today) | Q(code__in=wordless), solution__in=changed, code__in=codes)
        for claim in claims.select_related("solution__owner").defer("solution__data", "solution__owner__data").order_by():
            quotes.setdefault(claim.solution_id, {})[claim.code] = quote_of(claim, claim.solution, today)
    return lines | {pk: said(lines[pk], quotes[pk]) if pk in quotes else plain(lines[pk], {}) for pk in found}


def printing_findings(
    solutions: Iterable[PolicySolution], today: date, *, quoted: Iterable[str] | None = None
) -> tuple[Finding, ...]:
    """Every expired claim that stops a paper about these solutions, with who can renew it; empty when it may be printed.

    quoted : the keys of `Document.claims` where the paper quotes only some of their claims
    """
    rows = list(solutions)
    only = None if quoted is None else set(quoted)
    register = Register(today, rows)
    found = (quote.finding for row in rows for quote in register.of(row).values() if only is None or quote.key in only)
    return blocking(finding for finding in found if finding is not None)


def readings(keys: Iterable[str], today: date) -> dict[str, str]:
    """How the register has the claims of a paper today, in the active language; a claim that is gone is left out.

    A paper out there is stale where this differs from the claims kept with it.
    """
    wanted = set(keys)
    rows = PolicySolution.objects.filter(code__in={key.partition("/")[0] for key in wanted}).select_related("owner")
    register = Register(today, rows)
    return {quote.key: quote.reading for row in rows for quote in register.of(row).values() if quote.key in wanted}


def _reader() -> Language:
    return Language.KO if (get_language() or "").startswith("ko") else Language.EN


def _exact(value: Any) -> Decimal | str:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return str(value)


def _number(value: Decimal | str) -> str:
    if isinstance(value, str):
        return value
    return str(format_decimal(value.normalize(), locale=(get_language() or "en").split("-")[0], decimal_quantization=False))
