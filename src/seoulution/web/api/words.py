"""A solution's texts as the open data interface gives them: in both languages, claims as they may be quoted today."""

from collections.abc import Mapping

from django.utils.translation import override

from seoulution.apps.publishing.quoting import Quote, said
from seoulution.engine.vocabulary import Language
from seoulution.reference.schema.base import Words


def said_in_both(text: Words, quotes: Mapping[str, Quote]) -> dict[str, str]:
    """Korean and English, each with its claims as they may be quoted today."""
    spoken = {}
    for language, words in ((Language.KO, text.ko), (Language.EN, text.en)):
        with override(language.value):
            spoken[language.value] = said(words, quotes)
    return spoken
