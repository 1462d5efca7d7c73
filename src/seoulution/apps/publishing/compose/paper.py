"""What every section uses to write: words in the paper's language, figures with their provenance, citations as they are used."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from babel.numbers import format_decimal
from django.utils import timezone
from django.utils.translation import gettext as _

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.network.models import Source
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.quoting import Piece, Quote, Register, quoted
from seoulution.apps.publishing.units import unit_words
from seoulution.engine.dossier.document import Callout, Cell, Citation, Paragraph, Span, Tone
from seoulution.engine.findings import Finding, Severity
from seoulution.engine.provenance import Sourced
from seoulution.engine.vocabulary import Boundary, Language
from seoulution.reference.schema.base import Cited, Words

TONES = {Severity.BLOCKING: Tone.BLOCKED, Severity.WARNING: Tone.WARNING, Severity.NOTE: Tone.NEUTRAL}


class Paper:
    """Remembers which sources were cited and which claims quoted, in order of first use.

    today : the day on which claims are judged
    """

    def __init__(self, language: Language, *, today: date | None = None) -> None:
        self.language = language
        self.register = Register(today or timezone.localdate())
        self._sources = {source.code: source for source in Source.objects.all()}
        self._used: dict[str, None] = {}

    def cite(self, *codes: str) -> tuple[str, ...]:
        """Keys for `cite=`; a code without a source on record is left out rather than cited emptily."""
        known = tuple(code for code in codes if code in self._sources)
        self._used.update(dict.fromkeys(known))
        return known

    def citations(self) -> tuple[Citation, ...]:
        """The list at the end: exactly what was cited."""
        return tuple(self._citation(self._sources[code]) for code in self._used)

    def _citation(self, source: Source) -> Citation:
        parts = [source.publisher, source.title, source.published]
        return Citation(source.code, ". ".join(part.rstrip(".") for part in parts if part), source.address or None)

    def pick(self, words: Words) -> str:
        """Korean in a Korean paper, English in any other."""
        return words.ko if self.language is Language.KO else words.en

    def by_language(self, words: dict[str, str]) -> str:
        """The same for plain mappings."""
        return words["ko"] if self.language is Language.KO else words["en"]

    def cited(self, text: Cited) -> tuple[Span, ...]:
        """A sourced text with its citation marks."""
        return (Span(self.pick(text), cite=self.cite(*text.sources)),)

    def quoting(self, solution: PolicySolution, text: Words, *sources: str) -> tuple[Span, ...]:
        """A solution's text with its references: each claim as it may be quoted today, with its source; the other `sources`
        of the text are cited at its end.
        """
        *spans, last = (self._span(piece) for piece in quoted(self.pick(text), self.register.of(solution)))
        cited = {code for span in (*spans, last) for code in span.cite}
        return (*spans, replace(last, cite=(*last.cite, *self.cite(*(code for code in sources if code not in cited)))))

    def _span(self, piece: Piece) -> Span:
        if piece.quote is None:
            return Span(piece.words)
        self.register.use(piece.quote)
        words = f"{piece.words} {piece.mark}" if piece.mark else piece.words
        return Span(words, emphasis=piece.quote.withheld, cite=() if piece.quote.withheld else self.cite(*piece.quote.sources))

    def claim(self, solution: PolicySolution, code: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """`spans` that print a claim in full, with its mark; the notice in their place where it is withheld."""
        quote: Quote | None = self.register.of(solution).get(code)
        if quote is None:
            return spans
        self.register.use(quote)
        if quote.withheld:
            return (Span(quote.notice, emphasis=True),)
        return (*spans, Span(" " + quote.mark, emphasis=True)) if quote.mark else spans

    def number(self, value: Decimal | str | float | int) -> str:
        """Grouped as the language groups; words as they are."""
        if isinstance(value, str):
            return value
        exact = value if isinstance(value, Decimal) else Decimal(str(value))
        plain = exact.normalize()
        return str(format_decimal(plain, locale=self.language.value, decimal_quantization=False))

    def figure(self, figure: Sourced[Decimal | str]) -> tuple[Span, ...]:
        """Value, unit, year, boundary and source; a country's figure standing in for a city says so."""
        amount = f"{self.number(figure.value)} {unit_words(figure.unit)}".strip()
        year = str(figure.year) if figure.year else _("no year given")
        where = label(Boundary, figure.boundary)
        spans = [Span(amount, strong=True), Span(f" ({year}, {where})", cite=self.cite(figure.source))]
        if figure.stands_in:
            spans.append(Span(" " + _("[country figure standing in for the city]"), emphasis=True))
        if figure.printed:
            spans.append(Span(" " + _("[printed: %(printed)s]") % {"printed": figure.printed}, emphasis=True))
        return tuple(spans)


def paragraph(*spans: Span | str) -> Paragraph:
    """Runs or plain strings as one paragraph."""
    return Paragraph(tuple(Span(part) if isinstance(part, str) else part for part in spans))


def callout(finding: Finding, words: str) -> Callout:
    """A finding as a box that says in a word what it means."""
    marks = {Severity.BLOCKING: _("Stops the step"), Severity.WARNING: _("Take care"), Severity.NOTE: _("Note")}
    return Callout(TONES[finding.severity], marks[finding.severity], (Span(words),))


def missing(what: str, who: str) -> Callout:
    """Something not known, with who could supply it."""
    spans = (Span(what + " "), Span(_("Who could supply it: %(who)s") % {"who": who}, emphasis=True))
    return Callout(Tone.MISSING, _("Not known"), spans)


def row(*cells: str | tuple[Span, ...] | Cell, header: bool = False) -> tuple[Cell, ...]:
    """A table row from strings, spans or cells."""
    return tuple(_cell(part, header) for part in cells)


def _cell(part: str | tuple[Span, ...] | Cell, header: bool) -> Cell:
    if isinstance(part, Cell):
        return part
    return Cell((Span(part),) if isinstance(part, str) else part, header=header)


def joined(parts: Iterable[str]) -> str:
    """A list within a sentence."""
    return ", ".join(parts)
