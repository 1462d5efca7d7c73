"""Why a solution was offered, in sentences."""

import re
from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.catalogue.manuscripts import value_words
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.offers import Offer
from seoulution.apps.matching.retrieval import Asked, Hit, shared_words
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.quoting import Register
from seoulution.engine.catalogue.references import references
from seoulution.engine.vocabulary import Language, Sector
from seoulution.language.thesaurus import name_of


def concept_words(concept: str) -> str:
    """A concept in plain words: its first whole term in the active language, in English where that has none."""
    active = (get_language() or "en").split("-")[0]
    language = Language(active) if active in set(Language) else Language.EN
    return name_of(concept, language) or name_of(concept, Language.EN) or concept


def reasons_of(offer: Offer, register: Register) -> list[str]:
    """At least one reason for each offer; likeness of meaning is said in words, never as a percentage.

    register : what may be quoted of the solution's claims; a passage with a withheld value says so in its place
    """
    reasons = _shared(offer.concepts, offer.solution if offer.same_sector else None)
    reasons += _nearest(offer.passage, offer.solution, register)
    return reasons or [_("Chosen by a person.")]


def reasons_of_hit(hit: Hit, need: Asked, solution: PolicySolution, register: Register) -> list[str]:
    """Why a search found a solution. That a city's past need taught it is said; whose need it was and its words are not."""
    reasons = [_("Your words name it.")] if hit.named else []
    reasons += _shared(hit.concepts, solution if hit.same_sector else None)
    words = shared_words(need, solution.code)
    if words:
        reasons.append(_("The same words stand in it: %(words)s.") % {"words": ", ".join(words)})
    if hit.learnt:
        reasons.append(_("It was chosen for a like need before."))
    return reasons + _nearest(hit.passage, solution, register)


def _shared(concepts: Iterable[str], of_sector: PolicySolution | None) -> list[str]:
    reasons = [_("It speaks of the same subject: %(concept)s.") % {"concept": concept_words(concept)} for concept in concepts]
    if of_sector is not None:
        reasons.append(_("It belongs to the sector of the need: %(sector)s.") % {"sector": label(Sector, of_sector.sector)})
    return reasons


def _nearest(passage: Mapping[str, str], solution: PolicySolution, register: Register) -> list[str]:
    language = Language.KO if (get_language() or "").startswith("ko") else Language.EN
    nearest = _now(passage.get(language.value, ""), solution, language, register)
    return [_("The passage nearest in meaning: “%(passage)s”") % {"passage": nearest}] if nearest else []


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
