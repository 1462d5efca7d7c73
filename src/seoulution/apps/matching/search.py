"""A search of the whole catalogue from a problem in a visitor's own words: computed in memory, nothing of it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Final

from seoulution.apps.demand.understanding import RequestUnderstood, understand_text
from seoulution.apps.matching.corrections import Corrected, corrected
from seoulution.apps.matching.retrieval import Asked, Hit, found_and_shelf
from seoulution.apps.matching.shelf import Shelf
from seoulution.engine.demand.clauses import clauses
from seoulution.engine.vocabulary import Language, Sector
from seoulution.formats.cleaning import clean_text

MOST_CHARACTERS: Final = 2_000
"""Longer texts are requests: the form takes them whole."""

MOST_FOUND: Final = 100
"""For each need. Nobody reads on; what lies behind is far from what was asked."""

LOOSE: Final = 5
"""Where nothing fits, so many are shown as a courtesy, and said to touch it only loosely."""

_MOST_NEEDS: Final = 3
_SHORT: Final = 60
"""Characters; a language cannot be told surely from less."""


@dataclass(frozen=True, slots=True)
class Found:
    """One solution found; `need` is the place of the need that it answers, 0 for the whole text."""

    need: int
    hit: Hit


@dataclass(frozen=True, slots=True)
class Search:
    """What was asked, how it was read, and what was found, best first.

    cut : only the beginning was read; has_words : there was anything to read
    understood : its words name a subject or a solution on record
    fits : at least one solution is more than the nearest of what is far
    shelf : the solutions as they stood when it was asked; None where nothing was looked for
    """

    asked: str
    cut: bool
    has_words: bool
    spelling: Corrected
    language: str
    needs: tuple[Asked, ...]
    understood: bool
    found: tuple[Found, ...]
    shelf: Shelf | None = None

    @property
    def fits(self) -> bool:
        """Nearness of meaning alone is no answer: something is always nearest."""
        return self.understood and any(not found.hit.weak for found in self.found)


def search(written: str, reader: str, *, as_written: bool = False) -> Search | None:
    """None when nothing was asked. Slips are mended unless the visitor wants the words `as_written`.

    reader : the language the page is in, which decides where the words alone do not
    """
    text = clean_text(written).strip()
    if not text:
        return None
    cut, text = len(text) > MOST_CHARACTERS, text[:MOST_CHARACTERS]
    if not any(letter.isalnum() for letter in text):
        return Search(text, cut, False, Corrected(text, text), "", (), False, ())
    spelling = Corrected(text, text) if as_written else corrected(text, list(dict.fromkeys([reader, Language.EN.value])))
    read = _read(spelling.searched, reader)
    needs = _needs(spelling.searched, read)
    hits, on_offer = found_and_shelf(needs, limit=MOST_FOUND)
    understood = bool(read.needs) or any(hit.named for one in hits for hit in one)
    return Search(text, cut, True, spelling, read.language, needs, understood, _merged(hits), on_offer)


def _read(text: str, reader: str) -> RequestUnderstood:
    """In the language that was identified; few words are also tried in the reader's, in English, and in the rest."""
    read = understand_text(text, "")
    if read.needs or len(text) > _SHORT:
        return read
    others = [reader, Language.EN.value, *(language.value for language in Language)]
    tried = (understand_text(text, language) for language in dict.fromkeys(others) if language != read.language)
    return next((other for other in tried if other.needs), read)


def _needs(text: str, read: RequestUnderstood) -> tuple[Asked, ...]:
    """The whole text, and where its sentences are about different sectors, each of those needs as well.

    The whole comes first: measured, a need cut at every subject it names in passing is answered worse.
    """
    concepts = tuple(dict.fromkeys(concept for need in read.needs for concept in need.concepts))
    sectors = {need.sector for need in read.needs}
    whole = Asked(text, read.language, concepts, next(iter(sectors)) if len(sectors) == 1 else None)
    if not _by_sentence(text, read):
        return (whole,)
    return (whole, *(Asked(need.text, read.language, need.concepts, need.sector) for need in read.needs[:_MOST_NEEDS]))


def _by_sentence(text: str, read: RequestUnderstood) -> bool:
    """Whether several sectors are named, each in sentences of its own."""
    sentences = list(clauses(text, read.language))
    named: dict[int, set[Sector | None]] = {}
    for need in read.needs:
        for start, _end in need.spans:
            place = next((number for number, (begin, end) in enumerate(sentences) if begin <= start < end), 0)
            named.setdefault(place, set()).add(need.sector)
    return all(len(sectors) == 1 for sectors in named.values()) and len({s for each in named.values() for s in each}) > 1


def _merged(hits: Sequence[Sequence[Hit]]) -> tuple[Found, ...]:
    """The best of each need before the second best of any; a solution stands once, for the narrowest need that it answers.

    Where nothing speaks for any, a few stand there as a courtesy.
    """
    ranked = [[Found(need, hit) for hit in one if _speaks(hit)] for need, one in enumerate(hits)]
    if not any(ranked):
        ranked = [[Found(need, hit) for hit in one[:LOOSE]] for need, one in enumerate(hits)]
    narrow = {found.hit.solution: found for one in reversed(ranked[1:]) for found in one if not found.hit.weak}
    seen: dict[str, Found] = {}
    for found in chain.from_iterable(zip_longest(*ranked)):
        if found is not None:
            seen.setdefault(found.hit.solution, narrow.get(found.hit.solution, found))
    return tuple(sorted(seen.values(), key=lambda found: found.hit.weak))


def _speaks(hit: Hit) -> bool:
    return bool(hit.concepts) or hit.near or hit.named or hit.learnt
