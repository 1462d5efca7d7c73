"""Why a solution was offered, in sentences."""

import re
from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.catalogue.manuscripts import value_words
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.offers import Offer
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.quoting import Register
from seoulution.engine.catalogue.references import references
from seoulution.engine.vocabulary import Language, Sector
from seoulution.language.thesaurus import phrase_of


def concept_words(concept: str) -> str:
    """A concept in plain words: its first term in the active language, in English where that has none."""
    active = (get_language() or "en").split("-")[0]
    language = Language(active) if active in set(Language) else Language.EN
    phrase = phrase_of(concept, language) or phrase_of(concept, Language.EN) or concept
    return phrase.split(",")[0].strip()


def reasons_of(offer: Offer, register: Register) -> list[str]:
    """At least one reason for each offer; likeness of meaning is said in words, never as a percentage.

    register : what may be quoted of the solution's claims; a passage with a withheld value says so in its place
    """
    reasons = [
        _("It speaks of the same subject: %(concept)s.") % {"concept": concept_words(concept)} for concept in offer.concepts
    ]
    if offer.same_sector:
        reasons.append(
            _("It belongs to the sector of the need: %(sector)s.") % {"sector": label(Sector, offer.solution.sector)}
        )
    language = Language.KO if (get_language() or "").startswith("ko") else Language.EN
    nearest = _now(offer.passage.get(language.value, ""), offer.solution, language, register)
    if nearest:
        reasons.append(_("The passage nearest in meaning: “%(passage)s”") % {"passage": nearest})
    return reasons or [_("Chosen by a person.")]


def _now(passage: str, solution: PolicySolution, language: Language, register: Register) -> str:
    """A passage as the index keeps it, in plain words, with the notice in the place of every withheld value."""
    for words, notice in sorted(_withheld(solution, language, register), key=lambda each: -len(each[0])):
        passage = re.sub(rf"(?<![\d.,]){re.escape(words)}(?!\d)", lambda _found, notice=notice: notice, passage)  # type: ignore[misc]
        begun = words.split(" ")
        for count in range(len(begun) - 1, 0, -1):  # the index cuts long passages between words
            passage = re.sub(rf"(?<![\d.,]){re.escape(' '.join(begun[:count]))}…$", f"{notice}…", passage)
    return passage


def _withheld(solution: PolicySolution, language: Language, register: Register) -> Iterator[tuple[str, str]]:
    """The words that stand for withheld claims in the solution's texts, each with its notice."""
    quotes = {code: quote for code, quote in register.of(solution).items() if quote.withheld}
    if not quotes:
        return
    plain = {claim.code: value_words(claim.figure.model_dump(mode="json")) for claim in solution.manuscript.claims}
    for _path, text in solution.manuscript.texts():
        for found in references(text.ko if language is Language.KO else text.en):
            words = found.words or plain.get(found.claim, "")
            if words and found.claim in quotes:
                yield words, quotes[found.claim].notice
