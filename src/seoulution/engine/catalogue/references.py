"""References from text to claims: `[94.5 %](claim:revenue-water-2013)`, read, stripped and checked against the claim's value."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from seoulution.engine.findings import Finding, Severity

_REFERENCE: Final = re.compile(r"\[(?P<words>[^\[\]\n]*)\]\(claim:(?P<claim>[a-z0-9][a-z0-9.\-]*)\)")
_NUMBER: Final = re.compile(r"\d{1,3}(?:\.\d{3}){2,}|\d+(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?")
_GROUPING: Final = re.compile(r"[,\u00a0\u202f ](?=\d{3}(?!\d))")
_SCALE: Final = re.compile(r"\s*(만|억|조|thousand|million|billion|trillion|m\b(?![²³])|bn\b|tn\b)")
_SCALES: Final[Mapping[str, int]] = {
    "만": 10**4,
    "억": 10**8,
    "조": 10**12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "m": 10**6,
    "bn": 10**9,
    "tn": 10**12,
}
_WRITTEN_SCALES: Final[tuple[tuple[re.Pattern[str], int], ...]] = tuple(
    (re.compile(rf"\s*(?:{words})"), factor)
    for words, factor in (
        (r"만|หมื่น", 10**4),
        (r"แสน", 10**5),
        (r"억", 10**8),
        (r"(?:thousand|mil|mille|nghìn|ngàn|ribu|тыс\.?|тысяч\w{0,3}|мянган?|ألف|آلاف)(?!\w)|พัน", 10**3),
        (
            r"(?:millions?|millón|millones|milhão|milhões|triệu|juta|млн|миллион\w{0,3}|сая|مليون|ملايين)(?!\w)|m\b(?![²³])|ล้าน",
            10**6,
        ),
        (r"(?:billion|bn|milliards?|bilhão|bilhões|tỷ|tỉ|miliar|млрд|миллиард\w{0,3}|тэрбум|مليار|مليارات)(?!\w)", 10**9),
        (r"(?:trillion|tn|trilhão|trilhões|triliun|трлн|триллион\w{0,3}|их наяд|تريليون)(?!\w)|조", 10**12),
    )
)
"""As the languages that solutions are translated into write them; a billón or billion of the long scale is left to the words' own number."""
_SEPARATORS: Final = str.maketrans("٫٬", ".,")
_TOLERANCE: Final = Decimal("0.005")
"""Of the value: words may round (3.8 million for 3,783,000), not change a figure."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A claim quoted in a text: its code, the words that stand for it, and where (characters of the raw text)."""

    claim: str
    words: str
    start: int
    end: int


def references(text: str) -> tuple[Reference, ...]:
    """Every reference, in order."""
    return tuple(Reference(m["claim"], m["words"], m.start(), m.end()) for m in _REFERENCE.finditer(text))


def quoted_in(text: str) -> list[tuple[str, str]]:
    """Claim and words of every reference, in order: all that a list has to know of its lines."""
    return [(claim, words) for words, claim in _REFERENCE.findall(text)]


def pieces(text: str) -> Iterator[str | Reference]:
    """The text as runs and references, in order; nothing is lost."""
    place = 0
    for found in references(text):
        if found.start > place:
            yield text[place : found.start]
        yield found
        place = found.end
    if place < len(text):
        yield text[place:]


def plain(text: str, values: Mapping[str, str]) -> str:
    """The text as a reader sees it. `values` : how each claim reads where the text leaves its words to the claim."""
    return _REFERENCE.sub(lambda found: found["words"] or values.get(found["claim"], ""), text)


def reference_findings(text: str, figures: Mapping[str, tuple[Decimal | str, str]], subject: str) -> tuple[Finding, ...]:
    """References that lead to no claim, and words whose number is not the claim's.

    figures : claim -> (value, unit); a value in words is not compared
    subject : the field the text is from
    """
    findings = []
    for found in references(text):
        if found.claim not in figures:
            findings.append(Finding("claim.not-on-record", Severity.BLOCKING, subject, {"claim": found.claim}))
        elif found.words and not _agrees(found.words, *figures[found.claim]):
            value, unit = figures[found.claim]
            told = {"claim": found.claim, "words": found.words, "value": f"{value} {unit}".strip()}
            findings.append(Finding("claim.words-differ", Severity.BLOCKING, subject, told))
    return tuple(findings)


def lost_references(source: str, translated: str, subject: str) -> tuple[Finding, ...]:
    """References of the source that the translation does not carry, and such as it made up."""
    asked = sorted(found.claim for found in references(source))
    carried = sorted(found.claim for found in references(translated))
    lost = _minus(asked, carried)
    added = _minus(carried, asked)
    return tuple(
        Finding(code, Severity.BLOCKING, subject, {"claim": claim})
        for code, claims in (("translation.reference-lost", lost), ("translation.reference-added", added))
        for claim in claims
    )


def _minus(these: list[str], those: list[str]) -> list[str]:
    rest = list(those)
    left = []
    for one in these:
        if one in rest:
            rest.remove(one)
        else:
            left.append(one)
    return left


def _agrees(words: str, value: Decimal | str, unit: str) -> bool:
    if isinstance(value, str):
        return True
    scaled = _SCALE.search(unit)
    wanted = {value, value * (_SCALES[scaled[1]] if scaled else 1)}
    return any(abs(told - each) <= abs(each) * _TOLERANCE for told in set(_numbers(words)) for each in wanted)


def _numbers(words: str) -> Iterator[Decimal]:
    """Each number as written and with the scale that follows it, and the sum of a Korean number of several scales (2조 2,000억)."""
    total = Decimal(0)
    words = words.translate(_SEPARATORS)
    for match in _NUMBER.finditer(words):
        written = match.group()
        number = Decimal(
            written.replace(".", "") if written.count(".") > 1 else re.sub(_GROUPING, "", written).replace(",", ".")
        )
        yield number
        if re.fullmatch(r"\d{1,3}\.\d{3}", written):  # 170.000 as Spanish, Portuguese and Indonesian group
            yield Decimal(written.replace(".", ""))
        scaled = number * _scale_after(words, match.end())
        total += scaled
        yield scaled
        yield total


def _scale_after(words: str, place: int) -> int:
    """What the words after a number multiply it by: `mil millones` is two scales in a row."""
    factor = 1
    while True:
        for pattern, each in _WRITTEN_SCALES:
            if found := pattern.match(words, place):
                factor, place = factor * each, found.end()
                break
        else:
            return factor
