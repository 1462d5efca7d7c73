"""The words that search knows: subjects of the thesaurus, names of solutions, and the words of all texts."""

from collections.abc import Iterable, Iterator

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.models import Passage, Term, TermKind
from seoulution.language.spelling import form_of, is_hangul, is_latin, words_of
from seoulution.language.thesaurus import vocabulary
from seoulution.language.tokens import tokens

_LONGEST = 300
_BATCH = 2_000


def terms() -> list[Term]:
    """Everything as rows, each once per language and kind; the first mention of a term names its subject."""
    rows: dict[tuple[str, str, str], Term] = {}
    for row in [*_subjects(), *_names(), *_words()]:
        rows.setdefault((row.language, row.kind, row.text), row)
    return list(rows.values())


def _subjects() -> Iterator[Term]:
    """Whole terms of the thesaurus; a stem with its star is no word that anybody could be offered."""
    for entry in vocabulary().entries:
        if "*" not in entry.term:
            yield _term(entry.language, TermKind.SUBJECT, entry.term, entry.concept)
            yield from _key_words(entry.language, entry.term)


def _names() -> Iterator[Term]:
    """Names and other names of the solutions on offer."""
    for ko, en, aliases in PolicySolution.objects.offered().values_list("name_ko", "name_en", "data__aliases"):
        for name in (ko, en, *(aliases or ())):
            language = "ko" if is_hangul(name) else "en"
            yield _term(language, TermKind.NAME, name)
            yield from _key_words(language, name)


def _key_words(language: str, text: str) -> Iterator[Term]:
    """The words of a term alone: what a misspelt word may be led to."""
    for word in words_of(text):
        if (is_hangul(word) and len(word) > 1) or (is_latin(word) and len(word) > 3):
            yield _term(language, TermKind.KEY_WORD, word.casefold())


def _words() -> Iterator[Term]:
    """Every word of the solutions' own passages, so that what they say is never taken for a slip."""
    own = Passage.objects.filter(need=None).order_by()
    passages = own.values_list("language", "text").distinct().iterator(_BATCH)
    seen = {(spoken, word) for spoken, text in passages for word in _told(text, spoken)}
    yield from (_term(language, TermKind.WORD, word) for language, word in sorted(seen))


def _told(text: str, language: str) -> Iterable[str]:
    """Korean nouns by morphology, words of other languages as they stand."""
    found = tokens(text, "ko") if language == "ko" else [word.casefold() for word in words_of(text)]
    return (word for word in found if len(word) > 1 and not word.isdigit())


def _term(language: str, kind: TermKind, text: str, concept: str = "") -> Term:
    text = text[:_LONGEST]
    return Term(language=str(language), kind=kind, text=text, form=form_of(text), concept=concept)
