"""What a visitor typed into the one box, understood and matched in memory: nothing of it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from seoulution.apps.demand.understanding import understand_text
from seoulution.apps.matching.offers import Offer
from seoulution.apps.matching.queries import offers_for
from seoulution.apps.publishing.compose.reasons import reasons_of
from seoulution.apps.publishing.quoting import Register, results_said
from seoulution.engine.vocabulary import Sector
from seoulution.formats.cleaning import clean_text

MOST_CHARACTERS: Final = 2_000
"""Longer texts are requests: the form takes them whole."""


@dataclass(frozen=True, slots=True)
class Found:
    """A solution offered: its result as it may be quoted today, and why it fits."""

    offer: Offer
    result: str
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class NeedFound:
    """One need in the visitor's words, with what fits it and why. `understood`: its words name a subject that is on record."""

    text: str
    sector: Sector | None
    understood: bool
    offers: Sequence[Found]

    @property
    def none_fits(self) -> bool:
        """Nearness of meaning alone is no answer: something is always nearest."""
        return not self.understood or all(found.offer.weak for found in self.offers)


@dataclass(frozen=True, slots=True)
class Search:
    """`cut` says that only the beginning was read; `has_words` that there was anything to read."""

    asked: str
    cut: bool
    has_words: bool
    language: str
    needs: Sequence[NeedFound]


def search_for(written: str, *, today: date) -> Search | None:
    """None when nothing was asked. Where the rule finds no need, the whole text is searched for as it stands."""
    text = clean_text(written).strip()
    if not text:
        return None
    cut, text = len(text) > MOST_CHARACTERS, text[:MOST_CHARACTERS]
    if not any(letter.isalnum() for letter in text):
        return Search(text, cut, False, "", ())
    found = understand_text(text, "")
    asked = [(need.text, need.concepts, need.sector) for need in found.needs] or [(text, (), None)]
    offers = offers_for(asked, found.language, None, today=today)
    rows = [offer.solution for offered in offers for offer in offered]
    register, said = Register(today, rows), results_said(rows, today)
    needs = [
        NeedFound(
            words,
            sector,
            bool(found.needs),
            [Found(offer, said[offer.solution.pk], reasons_of(offer, register)) for offer in offered],
        )
        for (words, _concepts, sector), offered in zip(asked, offers, strict=True)
    ]
    return Search(text, cut, True, found.language, needs)
