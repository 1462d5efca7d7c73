"""The programme's terms: which word a translation should use where the source uses one of ours."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from seoulution.engine.catalogue.references import plain
from seoulution.engine.catalogue.stems import places_of
from seoulution.engine.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Term:
    """One term. `names` : per language, the beginnings of words by which it is known (`*` for any ending), the first is how it is written.

    A language that is not in `advised` asks for nothing: nobody was sure of the term there.
    advised : per language, the term as a translator should write it
    """

    code: str
    names: Mapping[str, tuple[str, ...]]
    advised: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TermPlace:
    """A term in a text, by the characters of the plain text."""

    term: Term
    start: int
    end: int


def terms_in(text: str, language: str, terms: Iterable[Term]) -> tuple[TermPlace, ...]:
    """Where terms stand, in order; a term inside a longer one (revenue water in non-revenue water) is not there."""
    found = list(_places(plain(text, {}), language, terms))
    whole = [place for place in found if not any(_inside(place, other) for other in found)]
    return tuple(sorted(whole, key=lambda place: (place.start, place.end, place.term.code)))


def glossary_findings(
    source: str, source_language: str, translated: str, language: str, terms: Iterable[Term], subject: str
) -> tuple[Finding, ...]:
    """A warning for each term of the source of which the translation has no allowed form; once a term, in the source's order."""
    words = plain(translated, {})
    found: dict[str, Finding] = {}
    for place in terms_in(source, source_language, terms):
        term = place.term
        advised = term.advised.get(language)
        if advised is None or term.code in found or any(places_of(words, language, term.names[language])):
            continue
        told = {"term": plain(source, {})[place.start : place.end], "use": advised}
        found[term.code] = Finding("translation.term-missing", Severity.WARNING, subject, told)
    return tuple(found.values())


def _places(text: str, language: str, terms: Iterable[Term]) -> Iterator[TermPlace]:
    for term in terms:
        for match in places_of(text, language, term.names.get(language, ())):
            yield TermPlace(term, *match.span())


def _inside(place: TermPlace, other: TermPlace) -> bool:
    return (
        other.term is not place.term
        and other.start <= place.start
        and place.end <= other.end
        and other.end - other.start > place.end - place.start
    )
