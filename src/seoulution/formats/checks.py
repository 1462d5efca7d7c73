"""What must be true of a document before it becomes a file. All defects are told at once."""

import math
from collections import Counter
from collections.abc import Iterator

from seoulution.engine.dossier.document import Block, Document, Figure, Section, Table, uncited
from seoulution.engine.findings import Finding
from seoulution.formats.grid import placed
from seoulution.formats.svg_safety import svg_problem


class UnprintableDocument(ValueError):
    """The document was not rendered: `findings` names each defect in it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__("; ".join(f"{finding.code} {finding.subject}" for finding in findings))


def defects(document: Document) -> tuple[Finding, ...]:
    """Everything that keeps the document from being printed; empty means it can be."""
    return tuple(_defects(document))


def sections_of(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Every section and part of a section, in reading order."""
    for section in sections:
        yield section
        yield from sections_of(section.sections)


def _defects(document: Document) -> Iterator[Finding]:
    for key in sorted(uncited(document)):
        yield Finding("document.citation-not-listed", subject=key)
    for key in _repeated(citation.key for citation in document.citations):
        yield Finding("document.citation-listed-twice", subject=key)
    sections = tuple(sections_of(document.sections))
    for key in _repeated(section.key for section in sections):
        yield Finding("document.section-key-twice", subject=key)
    for section in sections:
        for block in section.blocks:
            yield from _block_defects(block, section.key)


def _block_defects(block: Block, where: str) -> Iterator[Finding]:
    if isinstance(block, Figure):
        if not block.alternative.strip():
            yield Finding("document.figure-without-alternative", subject=where)
        if problem := svg_problem(block.svg):
            yield Finding("document.figure-unsafe", subject=where, parameters={"problem": problem})
    if isinstance(block, Table) and (problem := _table_problem(block)):
        yield Finding("document.table-shape", subject=where, parameters={"problem": problem})


def _table_problem(table: Table) -> str:
    if not table.rows or not table.widths:
        return "no rows or no columns"
    if any(not math.isfinite(width) or width <= 0 for width in table.widths):
        return "a column width is not above 0"
    if not 0 <= table.header_rows < len(table.rows):
        return "the header leaves no rows"
    try:
        cells = placed(table)
    except ValueError as error:
        return str(error)
    if any(item.row < table.header_rows < item.row + item.cell.rowspan for item in cells):
        return "a cell reaches from the header into the body"
    return ""


def _repeated(keys: Iterator[str]) -> list[str]:
    return sorted(key for key, count in Counter(keys).items() if count > 1)
