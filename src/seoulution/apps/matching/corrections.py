"""Slips in what was asked, mended toward the words that search knows; what was changed is always told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.db.models import QuerySet

from seoulution.apps.matching.models import Term, TermKind
from seoulution.language.keyboard import hangul, keystrokes
from seoulution.language.spelling import (
    forgiven,
    form_of,
    is_hangul,
    is_latin,
    same_stem,
    slips_between,
    without_particle,
    words_of,
)
from seoulution.language.vectors import encoders

MOST_WORDS: Final = 12
"""A longer text is a letter, not a search: there the encoders read past a slip, and every word would have to be looked up."""

_SHORT: Final = 0.2
"""Trigram likeness from which a word is compared letter by letter; below it no word within two slips was seen."""

_NEAREST: Final = 30
_LEAST_KEYS: Final = 3


@dataclass(frozen=True, slots=True)
class Corrected:
    """`searched` is what is looked for; `changes` are (written, read as) pairs; `offered` is a reading we are not sure of."""

    asked: str
    searched: str
    changes: tuple[tuple[str, str], ...] = ()
    offered: str = ""


def corrected(asked: str, languages: Sequence[str]) -> Corrected:
    """`asked` with its slips mended, in Hangul and Latin script; words of `languages` are preferred.

    Sure are slips in words long enough to be no other word, and words typed with the other keyboard that are known.
    """
    words = list(dict.fromkeys(words_of(asked)))
    if not words or len(words) > MOST_WORDS:
        return Corrected(asked, asked)
    turned = _other_keyboard(words)
    rest = [word for word in words if word not in turned]
    unknown = [word for word in rest if word not in _known(rest)]
    sure: dict[str, str] = dict(turned)
    unsure: dict[str, str] = {}
    for word in unknown:
        meant, certain = _meant(word, languages, words)
        if meant:
            (sure if certain else unsure)[word] = meant
    searched = _rewritten(asked, sure)
    offered = _rewritten(searched, unsure) if unsure else ""
    return Corrected(asked, searched, tuple(sure.items()), offered)


def _rewritten(text: str, changes: dict[str, str]) -> str:
    for word in words_of(text):
        if word in changes:
            text = text.replace(word, changes[word], 1)
    return text


def _known(words: Iterable[str]) -> set[str]:
    """Words on record, words that are whole in the encoder's vocabulary, and Korean ones made of words on record."""
    parts = {word: _pieces(word) if is_hangul(word) else [word] for word in words}
    forms = {form_of(piece) for pieces in parts.values() for piece in pieces}
    rows = Term.objects.filter(form__in=forms).values_list("form", "language")
    on_record = {(form, language == "ko") for form, language in rows}
    return {word for word, pieces in parts.items() if _is_known(word, pieces, on_record)}


def _is_known(word: str, pieces: Sequence[str], on_record: set[tuple[str, bool]]) -> bool:
    if not is_hangul(word):
        return not is_latin(word) or (form_of(word), False) in on_record or _is_common(word)
    held = {piece for piece in pieces if (form_of(piece), True) in on_record}
    return any(_made_of(stem, held) for stem, _particle in without_particle(word))


def _pieces(word: str) -> list[str]:
    """Every run of at least two syllables."""
    return [word[start:end] for start in range(len(word)) for end in range(start + 2, len(word) + 1)]


def _made_of(word: str, held: set[str]) -> bool:
    reached = {0}
    for end in range(2, len(word) + 1):
        if any(start in reached and word[start:end] in held for start in range(end - 1)):
            reached.add(end)
    return len(word) in reached


@lru_cache(maxsize=4096)
def _is_common(word: str) -> bool:
    """A frequent word of some language stands whole in the encoder's vocabulary; a slip is cut into pieces."""
    return any(getattr(encoder, "holds_whole", lambda _: False)(word.casefold()) for encoder in encoders().available)


def _other_keyboard(words: Sequence[str]) -> dict[str, str]:
    """Words typed with the keyboard of the other script switched on, where the result is a word on record."""
    found: dict[str, str] = {}
    for word in words:
        if is_latin(word) and len(word) >= _LEAST_KEYS:
            turned = hangul(word) or hangul(word.casefold()) or ""
        elif is_hangul(word) and len(word) >= _LEAST_KEYS:
            turned = keystrokes(word).casefold()
        else:
            continue
        if turned and turned in _known([turned]) and word not in _known([word]):
            found[word] = turned
    return found


def _meant(word: str, languages: Sequence[str], beside: Sequence[str]) -> tuple[str, bool]:
    """The known word nearest to `word`, and whether we are sure; empty when none is near or the word is only bent.

    beside : the words in their order; of several as near, the one that stands so beside its neighbours in a known term is meant
    """
    found: list[tuple[int, int, str, bool]] = []
    for stem, particle in without_particle(word) if is_hangul(word) else [(word, "")]:
        form, most = form_of(stem), max(1, forgiven(stem))
        for text, language in _like(form, is_hangul(word)):
            other = form_of(text)
            if not is_hangul(word) and same_stem(form, other):
                return "", False
            slips = slips_between(form, other, most)
            if slips <= most:
                preferred = languages.index(language) if language in languages else len(languages)
                found.append((slips, preferred, text + particle, slips <= forgiven(stem)))
    if not found:
        return "", False
    nearest = min(found)
    rivals = list(dict.fromkeys(one[2] for one in found if one[:2] == nearest[:2]))
    together = [rival for rival in rivals if _in_a_term(word, rival, beside)] if len(rivals) > 1 else rivals
    return (together or _subjects(rivals) or rivals)[0], nearest[3] and len(together) == 1


def _subjects(words: Sequence[str]) -> list[str]:
    """Those that are a subject by themselves: likelier to be asked for than a word out of a longer term."""
    known = set(Term.objects.filter(kind=TermKind.SUBJECT, text__in=words).values_list("text", flat=True))
    return [word for word in words if word in known]


def _in_a_term(word: str, meant: str, beside: Sequence[str]) -> bool:
    place = beside.index(word)
    pairs = [f"{beside[place - 1]} {meant}"] if place else []
    pairs += [f"{meant} {beside[place + 1]}"] if place + 1 < len(beside) else []
    known = Term.objects.filter(kind__in=[TermKind.SUBJECT, TermKind.NAME])
    for pair in map(form_of, pairs):
        if any(f" {pair} " in f" {form} " for form in known.filter(form__contains=pair).values_list("form", flat=True)):
            return True
    return False


def _like(form: str, korean: bool) -> list[tuple[str, str]]:
    """Key words alike by trigrams, the likest first."""
    if len(form) < 4:
        return []
    return list(_by_likeness(form, korean).values_list("text", "language")[:_NEAREST])


def _by_likeness(form: str, korean: bool) -> QuerySet[Term]:
    from django.contrib.postgres.search import TrigramSimilarity

    rows = Term.objects.filter(kind=TermKind.KEY_WORD)
    rows = rows.filter(language="ko") if korean else rows.exclude(language="ko")
    return rows.annotate(like=TrigramSimilarity("form", form)).filter(like__gt=_SHORT).order_by("-like", "text")
