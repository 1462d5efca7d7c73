"""The workbench's codes in words, and the language that an address names."""

from collections.abc import Mapping
from typing import Final

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from seoulution.apps.catalogue.languages import TARGET_LANGUAGES, TranslationState
from seoulution.apps.catalogue.translation_memory import Likeness
from seoulution.apps.publishing.part_titles import PART_TITLES
from seoulution.engine.vocabulary import Language
from seoulution.web.shared.choices import LANGUAGE_NAMES

STATES: Final[Mapping[TranslationState, tuple[Promise, str]]] = {
    TranslationState.MISSING: (_("Missing"), "missing"),
    TranslationState.OUTDATED: (_("Outdated"), "warning"),
    TranslationState.MACHINE: (_("By a machine"), "neutral"),
    TranslationState.HUMAN: (_("By a person"), "good"),
}
"""In the order in which they ask for a person, with the tone of their badge."""

LIKENESS: Final[Mapping[Likeness, Promise]] = {
    Likeness.SAME: _("The same English"),
    Likeness.CLOSE: _("Nearly the same English"),
    Likeness.SIMILAR: _("A similar English"),
}

SECTIONS: Final = (
    "name",
    "result",
    "sections",
    "levels",
    "conditions",
    "first_steps",
    "deliverable",
    "claims",
    "shared",
    "awards",
    "patents",
)
"""Kinds of texts, by the beginning of their path, in the order of the template."""


def section_words(section: str) -> str:
    """A kind of text in words."""
    return str(_("Sections") if section == "sections" else PART_TITLES[section])


def language_named(code: str) -> Language:
    """The language of an address; 404 for one that solutions are not translated into."""
    if code not in {language.value for language in TARGET_LANGUAGES}:
        raise Http404(code)
    return Language(code)


def language_choices() -> list[tuple[str, str]]:
    """The languages in their own words."""
    return [(language.value, LANGUAGE_NAMES[language]) for language in TARGET_LANGUAGES]
