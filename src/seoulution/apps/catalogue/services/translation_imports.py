"""Brings translations in from a file, text by text: the good ones go in, each broken one is told with its place."""

import re
from dataclasses import dataclass, field

from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.import_reports import RowReport, as_json, counts
from seoulution.apps.catalogue.models import ImportRun, PolicySolution, Translation
from seoulution.apps.catalogue.models.imports import ImportKind, ImportOutcome
from seoulution.apps.catalogue.models.translations import TranslationOrigin
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.services.translations import translate
from seoulution.apps.catalogue.translation_checks import figures_of, translation_findings
from seoulution.apps.catalogue.translation_imports import IncomingText, IncomingTexts
from seoulution.apps.catalogue.translators import right_finding
from seoulution.engine.findings import Finding, Severity
from seoulution.engine.vocabulary import Language


@dataclass(frozen=True, slots=True)
class SentFile:
    """What is kept of the file itself."""

    name: str
    size_bytes: int
    sha256: str


def import_translations(incoming: IncomingTexts, *, kind: ImportKind, file: SentFile, by: User) -> ImportRun:
    """Each text by itself, as if the person had typed it: nothing is half-written, and a broken one stops no other.

    raises Refused : the language was not granted to the person
    """
    if not_theirs := right_finding(by, incoming.language):
        raise Refused((not_theirs,))
    known = _Known.of(incoming)
    reports = [_taken(text, incoming.language, known, by) for text in incoming.texts]
    return ImportRun.objects.create(
        kind=kind,
        language=incoming.language.value,
        file_name=file.name[:255],
        size_bytes=file.size_bytes,
        sha256=file.sha256,
        by=by,
        counts=counts(reports),
        report=as_json(reports),
    )


@dataclass(slots=True)
class _Known:
    """What the file is compared with, read once; `seen` are the fields that the file named already."""

    solutions: dict[str, PolicySolution]
    rows: dict[tuple[str, str], Translation]
    sources: dict[str, dict[str, str]] = field(default_factory=dict)
    seen: set[tuple[str, str]] = field(default_factory=set)

    @classmethod
    def of(cls, incoming: IncomingTexts) -> "_Known":
        codes = {text.solution for text in incoming.texts}
        solutions = {row.code: row for row in PolicySolution.objects.readable().filter(code__in=codes)}
        found = Translation.objects.filter(solution__in=solutions.values(), language=incoming.language.value)
        rows = {(row.solution.code, row.path): row for row in found.select_related("solution")}
        return cls(solutions, rows)

    def source(self, solution: PolicySolution, path: str) -> str | None:
        if solution.code not in self.sources:
            self.sources[solution.code] = {where: words.en for where, words in solution.manuscript.texts()}
        return self.sources[solution.code].get(path)


def _taken(text: IncomingText, language: Language, known: _Known, by: User) -> RowReport:
    solution = known.solutions.get(text.solution)
    source = known.source(solution, text.path) if solution else None
    row = known.rows.get((text.solution, text.path))
    if found := text.findings or _unreadable(text, solution, source, row, known):
        return RowReport(ImportOutcome.BROKEN, text.place, found)
    assert solution is not None and source is not None
    if _says_nothing_new(text, row, source):
        return RowReport(ImportOutcome.SKIPPED, text.place)
    try:
        with transaction.atomic():
            translate(
                solution,
                path=text.path,
                language=language,
                text=text.target,
                seen_source=source,
                seen_revision=row.revision if row else 0,
                by=by,
                reason="translation imported",
            )
    except Refused as refused:
        return RowReport(ImportOutcome.BROKEN, text.place, refused.findings)
    except StaleText:
        return RowReport(ImportOutcome.BROKEN, text.place, (Finding("translation.changed-meanwhile", subject=text.path),))
    warned = translation_findings(source, text.target, language, figures_of(solution), text.path)
    return RowReport(ImportOutcome.TAKEN_IN, text.place, tuple(one for one in warned if one.severity is not Severity.BLOCKING))


def _unreadable(
    text: IncomingText, solution: PolicySolution | None, source: str | None, row: Translation | None, known: _Known
) -> tuple[Finding, ...]:
    """What is wrong before the words are looked at."""
    if solution is None:
        return (Finding("translation.unknown-solution", subject=text.solution, parameters={"code": text.solution}),)
    if source is None:
        return (Finding("translation.unknown-field", subject=text.path, parameters={"path": text.path}),)
    if (text.solution, text.path) in known.seen:
        return (Finding("translation.named-twice", subject=text.path),)
    known.seen.add((text.solution, text.path))
    if _folded(text.source) != _folded(source):
        return (Finding("translation.source-changed", subject=text.path),)
    if not text.target and text.confirmed:
        return (Finding("translation.empty", subject=text.path),)
    changed = text.revision is not None and text.revision != (row.revision if row else 0)
    if changed and text.target and text.target != (row.text if row else ""):
        return (Finding("translation.changed-meanwhile", subject=text.path),)
    return ()


def _says_nothing_new(text: IncomingText, row: Translation | None, source: str) -> bool:
    """Nothing was written, or the words are those on record and nobody newly answers for them."""
    if not text.target:
        return True
    if row is None or row.text != text.target:
        return False
    is_answered_for = row.origin == TranslationOrigin.HUMAN and row.source_text == source
    return is_answered_for or not text.confirmed


def _folded(text: str) -> str:
    """Tools may break lines anew; that is no other text."""
    return re.sub(r"\s+", " ", text).strip()
