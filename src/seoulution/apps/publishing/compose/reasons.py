"""Why a solution was offered, in sentences."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.matching.offers import Offer
from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Language, Sector
from seoulution.language.thesaurus import phrase_of


def concept_words(concept: str) -> str:
    """A concept in plain words: its first term in the active language, in English where that has none."""
    active = (get_language() or "en").split("-")[0]
    language = Language(active) if active in set(Language) else Language.EN
    phrase = phrase_of(concept, language) or phrase_of(concept, Language.EN) or concept
    return phrase.split(",")[0].strip()


def reasons_of(offer: Offer) -> list[str]:
    """At least one reason for each offer; likeness of meaning is said in words, never as a percentage."""
    reasons = [
        _("It speaks of the same subject: %(concept)s.") % {"concept": concept_words(concept)} for concept in offer.concepts
    ]
    if offer.same_sector:
        reasons.append(
            _("It belongs to the sector of the need: %(sector)s.") % {"sector": label(Sector, offer.solution.sector)}
        )
    nearest = offer.passage.get("ko" if (get_language() or "").startswith("ko") else "en")
    if nearest:
        reasons.append(_("The passage nearest in meaning: “%(passage)s”") % {"passage": nearest})
    return reasons or [_("Chosen by a person.")]
