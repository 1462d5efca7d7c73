"""What somebody typing may be about to ask: subjects of the thesaurus and names of solutions that begin so."""

from collections.abc import Sequence
from typing import Final

from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.functions import Length

from seoulution.apps.matching.corrections import corrected
from seoulution.apps.matching.models import Term, TermKind
from seoulution.language.spelling import form_of, is_hangul

MOST: Final = 8
_LEAST: Final = 2
_LONGEST: Final = 60
"""Longer than any term: somebody writes a sentence, and a list would only be in the way."""


def suggestions(typed: str, languages: Sequence[str]) -> list[str]:
    """At most eight, those that begin with `typed` before those with a word that does; in Hangul also within a syllable.

    languages : the reader's first; the others only serve where that has nothing. A slip is mended where nothing begins so.
    """
    typed = " ".join(typed.split())
    if not _LEAST <= len(form_of(typed)) <= _LONGEST or not any(letter.isalpha() for letter in typed):
        return []
    found = _beginning_with(typed, languages)
    if not found:
        mended = corrected(typed, languages)
        other = mended.searched if mended.changes else mended.offered
        found = _beginning_with(other, languages) or ([other] if other else [])
    return found


def _beginning_with(typed: str, languages: Sequence[str]) -> list[str]:
    form = form_of(typed)
    if not form:
        return []
    begins = Q(form__startswith=form)
    rows = Term.objects.filter(begins | Q(form__contains=f" {form}"), kind__in=[TermKind.SUBJECT, TermKind.NAME])
    rows = rows.filter(language="ko") if is_hangul(typed) else rows.exclude(language="ko")
    preferred = Case(
        *(When(language=language, then=Value(place)) for place, language in enumerate(languages)),
        default=Value(len(languages)),
        output_field=IntegerField(),
    )
    starts = Case(When(begins, then=Value(0)), default=Value(1), output_field=IntegerField())
    ordered = rows.annotate(own=preferred, starts=starts).order_by("own", "starts", Length("text"), "text")
    taken = list(ordered.values_list("text", "own")[: MOST * 3])
    best = min((own for _text, own in taken), default=0)
    return list(dict.fromkeys(text for text, own in taken if own == best))[:MOST]
