"""The wording guard: words that the programme does not use toward a partner city (M18)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from seoulution.engine.catalogue.stems import places_of
from seoulution.engine.findings import Finding, Severity


class Audience(StrEnum):
    """Who will read the text."""

    CITY = "city"
    PUBLIC = "public"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class WordingRule:
    """A word, and what it does when a reader of `audience` would see it.

    stems : beginnings of the word (`*` for any ending); Korean and Thai stems are found anywhere
    unless : phrases in which the word is innocent, e.g. 수출입은행, the name of a bank
    suggestion : code of the wording to use instead, put into words by the web ring
    """

    code: str
    language: str
    stems: tuple[str, ...]
    unless: tuple[str, ...]
    severity_by_audience: tuple[tuple[Audience, Severity], ...]
    suggestion: str


def wording_findings(text: str, language: str, audience: Audience, rules: Iterable[WordingRule]) -> tuple[Finding, ...]:
    """Each place where a word of `rules` would reach `audience`, in order; all of them at once.

    The finding's parameters are `word`, `start`, `end` (characters of `text`), and `suggestion`.
    """
    found = []
    for rule in rules:
        severity = dict(rule.severity_by_audience).get(audience)
        if rule.language != language or severity is None:
            continue
        matches = places_of(text, language, rule.stems, rule.unless)
        found += [(match.start(), _finding(rule, severity, match)) for match in matches]
    return tuple(finding for _, finding in sorted(found, key=lambda pair: pair[0]))


def findings_in_any_language(text: str, audience: Audience, rules: Iterable[WordingRule]) -> tuple[Finding, ...]:
    """As `wording_findings`, for a text whose language is not known; a word that two languages refuse is told once."""
    known = tuple(rules)
    languages = dict.fromkeys(rule.language for rule in known)
    found = [finding for language in languages for finding in wording_findings(text, language, audience, known)]
    once = {(finding.code, finding.parameters["start"]): finding for finding in found}
    return tuple(sorted(once.values(), key=lambda finding: int(finding.parameters["start"])))


def _finding(rule: WordingRule, severity: Severity, match: re.Match[str]) -> Finding:
    place = {"word": match.group(), "start": str(match.start()), "end": str(match.end())}
    return Finding(f"wording.{rule.code}", severity, rule.code, {**place, "suggestion": rule.suggestion})
