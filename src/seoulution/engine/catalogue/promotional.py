"""Whether a section only praises: it answers no question of a receiving city, or it praises and nothing beside it proves it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from seoulution.engine.catalogue.references import references
from seoulution.engine.catalogue.stems import places_of
from seoulution.engine.findings import Finding, Severity

_SENTENCE_END: Final = re.compile(r"(?<=[.!?。])\s+|\n+")


@dataclass(frozen=True, slots=True)
class PraiseRule:
    """Words that praise in one language; see `WordingRule` for how stems are written."""

    code: str
    language: str
    stems: tuple[str, ...]
    unless: tuple[str, ...] = ()


def promotional_findings(
    subject: str, texts: Iterable[tuple[str, str]], answers: Sequence[str], rules: Iterable[PraiseRule]
) -> tuple[Finding, ...]:
    """What makes a section read like a translated brochure; empty when nothing does.

    subject : path of the section
    texts : (language, text as written, with its references)
    answers : codes of the receiver's questions it is said to answer
    """
    findings = [] if answers else [Finding("editorial.answers-nothing", Severity.WARNING, subject)]
    known = tuple(rules)
    for language, text in texts:
        findings += praise_findings(text, language, known, f"{subject}.{language}")
    return tuple(findings)


def praise_findings(text: str, language: str, rules: Iterable[PraiseRule], subject: str) -> tuple[Finding, ...]:
    """Each praising word in a sentence that refers to no claim, in order; `start` and `end` are characters of `text`."""
    found: list[tuple[int, Finding]] = []
    known = [rule for rule in rules if rule.language == language]
    for start, sentence in _sentences(text):
        if references(sentence):
            continue
        for rule in known:
            for match in places_of(sentence, language, rule.stems, rule.unless):
                begins, ends = start + match.start(), start + match.end()
                told = {"word": match.group(), "start": str(begins), "end": str(ends), "rule": rule.code}
                found.append((begins, Finding("editorial.praise-without-claim", Severity.WARNING, subject, told)))
    return tuple(finding for _, finding in _longest(sorted(found, key=lambda pair: pair[0])))


def _sentences(text: str) -> Iterable[tuple[int, str]]:
    place = 0
    for end in _SENTENCE_END.finditer(text):
        yield place, text[place : end.start()]
        place = end.end()
    yield place, text[place:]


def _longest(found: Sequence[tuple[int, Finding]]) -> list[tuple[int, Finding]]:
    """최첨단 holds 첨단: of words one within the other, the longer is told."""
    return [
        (begins, finding)
        for begins, finding in found
        if not any(
            other is not finding
            and start <= begins
            and int(other.parameters["end"]) >= int(finding.parameters["end"])
            and len(other.parameters["word"]) > len(finding.parameters["word"])
            for start, other in found
        )
    ]
