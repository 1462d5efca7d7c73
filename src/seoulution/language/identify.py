"""Which language a text is written in. A declared language wins; a text that says too little is `und`."""

import re
import unicodedata
from collections import Counter
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Final

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from seoulution.engine.vocabulary import Language

UNDETERMINED: Final = "und"

_BY_SCRIPT: Final[dict[str, tuple[str, ...]]] = {
    "HANGUL": ("ko",),
    "THAI": ("th",),
    "KHMER": ("km",),
    "LAO": ("lo",),
    "MYANMAR": ("my",),
    "ETHIOPIC": ("am",),
    "BENGALI": ("bn",),
    "TAMIL": ("ta",),
    "SINHALA": ("si",),
    "GEORGIAN": ("ka",),
    "ARMENIAN": ("hy",),
    "GREEK": ("el",),
    "HEBREW": ("he",),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "CJK": ("zh",),
    "DEVANAGARI": ("hi", "ne"),
    "ARABIC": ("ar", "fa", "ur", "ps"),
    "CYRILLIC": ("ru", "mn", "kk", "ky", "tg", "uk", "uz", "be"),
    "LATIN": ("en", "vi", "id", "es", "fr", "pt", "de", "it", "nl", "pl", "sw", "so", "tl", "tr", "uz", "az"),
}
"""Languages told apart within each script: those we answer in and their neighbours, so that a neighbour is named."""

KNOWN: Final = frozenset(code for codes in _BY_SCRIPT.values() for code in codes)

_SYLLABIC: Final = {"HANGUL": 2.5, "CJK": 2.5, "HIRAGANA": 2.0, "KATAKANA": 2.0, "ETHIOPIC": 2.0}
"""One such sign says as much as two or three letters."""

READ_CHARACTERS: Final = 4_000
LEAST_CONFIDENCE: Final = 0.4
LEAST_SCRIPT_SHARE: Final = 0.55
LEAST_KANA: Final = 0.05
"""Japanese mixes its own signs with Chinese ones; Chinese has none of them."""

_NEEDS_LETTER: Final[dict[str, frozenset[str]]] = {
    "uk": frozenset("іїєґ"),
    "be": frozenset("іў"),
    "kk": frozenset("әғқңөұүһі"),
    "ky": frozenset("ңөү"),
    "tg": frozenset("ғӣқӯҳҷ"),
}
"""A short Cyrillic text without any of a language's own letters is not taken for that language."""

_NOISE: Final = re.compile(r"https?://\S+|\S+@\S+|[\d_]+")


@dataclass(frozen=True, slots=True)
class Identified:
    """The language of a text. `declared`: somebody said so, it was not computed; confidence in [0, 1]."""

    language: str
    confidence: float
    declared: bool = False

    @property
    def is_supported(self) -> bool:
        """One of the languages a city may be answered in."""
        return self.language in set(Language)


def identify(text: str, declared: Language | str | None = None) -> Identified:
    """The language of `text`: the declared one, else by script, else by the model among the script's languages.

    Empty, emoji-only and evenly mixed texts are undetermined (`und`, confidence 0).
    """
    if declared is not None and (code := str(declared).lower().split("-")[0]) in KNOWN:
        return Identified(code, 1.0, declared=True)
    clean = _NOISE.sub(" ", text[:READ_CHARACTERS])
    shares = _script_shares(clean)
    if not shares:
        return Identified(UNDETERMINED, 0.0)
    kana = shares["HIRAGANA"] + shares["KATAKANA"]
    if kana > LEAST_KANA:
        shares = Counter({**shares, "HIRAGANA": kana + shares["CJK"], "KATAKANA": 0, "CJK": 0})
    script, share = shares.most_common(1)[0]
    if share < LEAST_SCRIPT_SHARE or script not in _BY_SCRIPT:
        return Identified(UNDETERMINED, 0.0)
    letters = frozenset(clean.casefold())
    candidates = tuple(code for code in _BY_SCRIPT[script] if letters & _NEEDS_LETTER.get(code, letters))
    if len(candidates) == 1:
        return Identified(candidates[0], round(share, 4))
    code, confidence = _classified(clean, candidates)
    if confidence < LEAST_CONFIDENCE:
        return Identified(UNDETERMINED, round(confidence, 4))
    return Identified(code, round(confidence, 4))


def _script_shares(text: str) -> Counter[str]:
    """The share of each script among the letters of `text`; empty when there is no letter."""
    weights: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if character.isalpha() or unicodedata.category(character) in {"Mn", "Mc", "Lo"}:
            script = _script_of(character)
            weights[script] += count * _SYLLABIC.get(script, 1.0)  # type: ignore[assignment]
    total = sum(weights.values())
    return Counter({script: weight / total for script, weight in weights.items()}) if total else Counter()


@lru_cache(maxsize=8192)
def _script_of(character: str) -> str:
    return unicodedata.name(character, "OTHER").split(" ")[0].split("-")[0]


_lock: Final = Lock()


@lru_cache(maxsize=1)
def _whole_model() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@lru_cache(maxsize=64)
def _model(candidates: tuple[str, ...]) -> LanguageIdentifier:
    """The model for these languages alone: choosing them takes longer than classifying, so each choice is kept."""
    model = copy(_whole_model())
    model.set_languages(candidates)
    return model


def _classified(text: str, candidates: tuple[str, ...]) -> tuple[str, float]:
    with _lock:
        code, confidence = _model(candidates).classify(text)
    return str(code), float(confidence)
