"""The provider's own words in a paper: what the wording guard looks at. Quoted letters, foreign spans and citations are somebody else's."""

from collections.abc import Iterable, Iterator

from seoulution.engine.demand.wording import Audience, WordingRule, wording_findings
from seoulution.engine.dossier.document import (
    Block,
    BulletList,
    Callout,
    Document,
    FactList,
    Figure,
    Paragraph,
    Quotation,
    Section,
    Span,
    Table,
)
from seoulution.engine.findings import Finding


def own_words(document: Document) -> Iterator[tuple[str, str]]:
    """(where, text): each run of the paper in the provider's own words, with the title of the section it stands in."""
    yield document.title, document.title
    yield document.title, document.subtitle
    yield from ((document.title, text) for text in _block(document.facts, document.language.value))
    for section in document.sections:
        yield from _section(section, document.language.value)


def paper_findings(document: Document, rules: Iterable[WordingRule]) -> tuple[Finding, ...]:
    """Words of the paper's own that the guard refuses toward a city, each told once for each section."""
    known = tuple(rules)
    found: dict[tuple[str, str, str], Finding] = {}
    for where, text in own_words(document):
        for finding in wording_findings(text, document.language.value, Audience.CITY, known):
            told = {**finding.parameters, "place": where, "around": text}
            found.setdefault(
                (finding.code, where, finding.parameters["word"].lower()),
                Finding(finding.code, finding.severity, finding.subject, told),
            )
    return tuple(found.values())


def _section(section: Section, language: str) -> Iterator[tuple[str, str]]:
    yield section.title, section.title
    for block in section.blocks:
        yield from ((section.title, text) for text in _block(block, language))
    for part in section.sections:
        yield from _section(part, language)


def _block(block: Block, language: str) -> Iterator[str]:
    match block:
        case Paragraph(spans=spans):
            yield from _run(spans, language)
        case BulletList(items=items):
            for item in items:
                yield from _run(item, language)
        case Callout(label=label, spans=spans):
            yield label
            yield from _run(spans, language)
        case Table(caption=caption, rows=rows):
            yield caption
            for row in rows:
                for cell in row:
                    yield from _run(cell.spans, language)
        case FactList(facts=facts):
            for label, spans in facts:
                yield label
                yield from _run(spans, language)
        case Figure(caption=caption, alternative=alternative):
            yield caption
            yield alternative
        case Quotation():
            return


def _run(spans: tuple[Span, ...], language: str) -> Iterator[str]:
    """Neighbouring spans of one's own are one text, so that a word cut by emphasis is still seen."""
    own = ""
    for span in spans:
        if span.language is None or span.language == language:
            own += span.text
        elif own:
            yield own
            own = ""
    if own:
        yield own
