"""What an agency gets: the texts of solutions with what is there already, guidance, our terms, and the English as it was."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from seoulution.apps.catalogue.languages import TranslatedField, TranslationState, fields_of
from seoulution.apps.catalogue.manuscripts import value_words
from seoulution.apps.catalogue.models import PolicySolution, Translation
from seoulution.apps.catalogue.parts import guidance_of
from seoulution.apps.catalogue.template import guidance
from seoulution.apps.catalogue.translation_checks import programme_terms
from seoulution.engine.catalogue.glossary import terms_in
from seoulution.engine.catalogue.references import plain
from seoulution.engine.vocabulary import Language
from seoulution.formats.translation_sheet import SheetText, translation_sheet
from seoulution.formats.xliff import Note, TextFile, TextUnit, xliff_bytes

KINDS: Final = {
    "name": "The name of the solution.",
    "result": "What the solution achieved, in one sentence.",
    "claims": "The label of a figure. The figure itself stands beside it.",
    "levels": "What a city at this level of development can adopt.",
    "conditions": "A condition that must hold in the receiving city.",
    "first_steps": "A first step of a receiving city.",
    "deliverable": "What can be delivered under contract.",
    "shared": "Where the solution was shared.",
    "awards": "The name of an award.",
    "patents": "The name of a patent.",
}
"""For translators, in English as the rest of the file: what a text is, by the beginning of its path."""

Wanted = frozenset[TranslationState]


def xliff_of(solutions: Iterable[PolicySolution], language: Language, states: Wanted) -> bytes:
    """The texts in one of `states` as XLIFF, one file a solution; solutions without such a text are left out."""
    files = [
        TextFile(solution.code, [_unit(korean, field, language) for field in fields], _values(solution))
        for solution, fields in _fields(solutions, language, states)
        for korean in [_korean(solution)]
    ]
    return xliff_bytes(files, source=Language.EN.value, target=language.value)


def sheet_of(solutions: Iterable[PolicySolution], language: Language, states: Wanted) -> bytes:
    """The texts in one of `states` as a spreadsheet."""
    return translation_sheet(
        f"{language.value} translations",
        (
            _sheet_row(solution.code, korean, field, language)
            for solution, fields in _fields(solutions, language, states)
            for korean in [_korean(solution)]
            for field in fields
        ),
    )


def _fields(
    solutions: Iterable[PolicySolution], language: Language, states: Wanted
) -> Iterator[tuple[PolicySolution, list[TranslatedField]]]:
    chosen = list(solutions)
    rows: dict[int, list[Translation]] = {}
    for row in Translation.objects.filter(language=language.value, solution__in=chosen):
        rows.setdefault(row.solution_id, []).append(row)
    for solution in chosen:
        fields = [field for field in fields_of(solution, language, rows=rows.get(solution.pk, ())) if field.state in states]
        if fields:
            yield solution, fields


def _unit(korean: Mapping[str, str], field: TranslatedField, language: Language) -> TextUnit:
    notes = [Note("guidance", about(field.path)), Note("korean", korean[field.path])]
    notes += [Note("term", f"{term} → {advised}") for term, advised in terms_for(field.source, language)]
    if field.state is TranslationState.OUTDATED and field.row and field.row.source_text:
        notes.append(Note("source-was", plain(field.row.source_text, {})))
    finished = field.state is TranslationState.HUMAN
    revision = field.row.revision if field.row else 0
    return TextUnit(field.path, field.source, field.text, finished, field.state.value, revision, tuple(notes))


def _sheet_row(code: str, korean: Mapping[str, str], field: TranslatedField, language: Language) -> SheetText:
    advice = [about(field.path), *(f"{term} → {advised}" for term, advised in terms_for(field.source, language))]
    return SheetText(
        code,
        field.path,
        language.value,
        field.source,
        field.text,
        field.state.value,
        korean[field.path],
        "\n".join(advice),
        field.row.revision if field.row else 0,
    )


def about(path: str) -> str:
    """What the text is and what its writer was asked for, in English."""
    part = guidance_of(path) if path.startswith("sections.") else None
    return guidance()[part].write.en if part else KINDS.get(path.partition(".")[0], "")


def terms_for(source: str, language: Language) -> tuple[tuple[str, str], ...]:
    """Our terms in the English with what to write for them, each once."""
    found = {
        place.term.code: (plain(source, {})[place.start : place.end], place.term.advised[language.value])
        for place in reversed(terms_in(source, Language.EN.value, programme_terms()))
        if language.value in place.term.advised
    }
    return tuple(reversed(found.values()))


def _korean(solution: PolicySolution) -> dict[str, str]:
    return {path: words.ko for path, words in solution.record.texts()}


def _values(solution: PolicySolution) -> dict[str, str]:
    return {claim.code: value_words(claim.figure.model_dump(mode="json")) for claim in solution.manuscript.claims}
