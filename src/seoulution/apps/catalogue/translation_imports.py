"""What came back from an agency, the same value whether it came as XLIFF or as a spreadsheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from seoulution.apps.catalogue.languages import TARGET_LANGUAGES
from seoulution.apps.catalogue.refusals import Refused
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Language
from seoulution.formats.translation_sheet import CONFIRMED, SheetText, read_translation_sheet
from seoulution.formats.xliff_reader import ReadUnit, XliffRefused, read_xliff
from seoulution.formats.xlsx_reader import SpreadsheetRefused


@dataclass(frozen=True, slots=True)
class IncomingText:
    """One text. `confirmed` : somebody answers for it though its words may be unchanged; None: the file does not say."""

    solution: str
    path: str
    source: str
    target: str
    confirmed: bool | None
    revision: int | None
    place: Mapping[str, str] = field(default_factory=dict, hash=False)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingTexts:
    """A file of one language."""

    language: Language
    texts: tuple[IncomingText, ...]


def from_xliff(data: bytes) -> IncomingTexts:
    """raises Refused : the file as a whole cannot be read, or is of a language that solutions are not translated into"""
    try:
        read = read_xliff(data)
    except XliffRefused as refused:
        raise Refused((Finding(refused.code, parameters={"detail": refused.detail}),)) from refused
    return IncomingTexts(_language(read.target_language), tuple(_from_unit(unit) for unit in read.units))


def _from_unit(unit: ReadUnit) -> IncomingText:
    place = {"line": str(unit.line), "file": unit.file, "unit": unit.unit, "segment": unit.segment}
    return IncomingText(
        unit.file, unit.unit, unit.source, unit.target.strip(), unit.confirmed, unit.revision, place, unit.findings
    )


def from_sheet(data: bytes) -> IncomingTexts:
    """raises Refused : as `from_xliff`; the language is the first row's, rows of another one are broken"""
    try:
        read = read_translation_sheet(data)
    except SpreadsheetRefused as refused:
        raise Refused((Finding(refused.code),)) from refused
    language = _language(read[0].language if read else "")
    return IncomingTexts(language, tuple(_from_row(text, language) for text in read))


def _from_row(text: SheetText, language: Language) -> IncomingText:
    findings = text.findings
    if text.language != language.value:
        findings = (
            *findings,
            Finding("translation.other-language", subject=text.field, parameters={"language": text.language}),
        )
    place = {"row": str(text.row), "file": text.solution, "unit": text.field}
    confirmed = text.state in CONFIRMED if text.state else None
    return IncomingText(text.solution, text.field, text.english, text.translation, confirmed, text.revision, place, findings)


def _language(written: str) -> Language:
    if written not in {language.value for language in TARGET_LANGUAGES}:
        raise Refused((Finding("translation.no-such-language", parameters={"language": written or "–"}),))
    return Language(written)
