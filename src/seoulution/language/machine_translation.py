"""The port to a translation machine of the installation's choice: an OpenAI-compatible or a LibreTranslate-compatible service.

Nothing is sent anywhere unless the installation names an address. A draft goes through `draft`, which keeps the references to claims.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Language
from seoulution.language.machine_requests import MachineRefused, is_safe_address, posted
from seoulution.language.protected_references import ReferencesLost, protected

MAX_CHARACTERS: Final = 20_000
SECONDS: Final = 45.0
"""For one text. With the step of `machine_drafts` it stays below the minute after which a browser gives a request up."""
ENGLISH_NAMES: Final = {
    Language.KO: "Korean", Language.EN: "English", Language.VI: "Vietnamese", Language.ID: "Indonesian",
    Language.ES: "Spanish", Language.FR: "French", Language.PT: "Portuguese", Language.RU: "Russian",
    Language.MN: "Mongolian", Language.TH: "Thai", Language.AR: "Arabic",
}  # fmt: skip
_RULES: Final = (
    "You translate texts of a city's policy catalogue for officials of other cities, from {source} to {target}. "
    'Keep every tag such as <c id="1">…</c> exactly once, around the words that say the same; write numbers inside as {target} does. '
    "Translate plainly and add nothing. Answer with the translation alone."
)

Terms = Sequence[tuple[str, str]]


class MachineKind(StrEnum):
    """Which protocol the service speaks."""

    OPENAI = "openai"
    LIBRETRANSLATE = "libretranslate"


class Machine(Protocol):
    """`engine` is the name that its texts are marked with until a person accepts them."""

    @property
    def engine(self) -> str: ...

    def translate(self, html: str, source: Language, target: Language, terms: Terms) -> str:
        """The text in `target`, tags kept. raises MachineRefused"""
        ...


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """Where the machine is. `key` never leaves but to that address and is never shown."""

    kind: MachineKind
    url: str
    key: str = field(default="", repr=False)
    model: str = ""
    seconds: float = SECONDS

    @property
    def problem(self) -> str:
        """Why these settings cannot be used, naming the variable; empty when they can."""
        if not is_safe_address(self.url):
            return "SEOULUTION_TRANSLATOR_URL must begin with https://, or lead to this machine."
        if self.kind is MachineKind.OPENAI and not self.model:
            return "SEOULUTION_TRANSLATOR_MODEL is missing: an OpenAI-compatible service asks for a model."
        return ""


def machine_of(settings: MachineSettings) -> Machine:
    """The client that speaks the service's protocol."""
    return _OpenAI(settings) if settings.kind is MachineKind.OPENAI else _LibreTranslate(settings)


def draft(machine: Machine, text: str, source: Language, target: Language, terms: Terms = ()) -> str:
    """The machine's text with the references of `text`.

    raises MachineRefused : with the finding that says what went wrong
    """
    if len(text) > MAX_CHARACTERS:
        raise MachineRefused(Finding("machine.too-long", parameters={"most": str(MAX_CHARACTERS)}))
    kept = protected(text)
    answer = machine.translate(kept.text, source, target, terms)
    try:
        restored = kept.restored(answer)
    except ReferencesLost as lost:
        raise MachineRefused(Finding("machine.reference-lost")) from lost
    if not restored:
        raise MachineRefused(Finding("machine.garbage"))
    return restored


@dataclass(frozen=True, slots=True)
class _OpenAI:
    """`POST …/chat/completions`, as many services and local servers speak it."""

    settings: MachineSettings

    @property
    def engine(self) -> str:
        return self.settings.model[:120]

    def translate(self, html: str, source: Language, target: Language, terms: Terms) -> str:
        rules = _RULES.format(source=ENGLISH_NAMES[source], target=ENGLISH_NAMES[target])
        if terms:
            rules += " Use these terms: " + "; ".join(f"{term} = {advised}" for term, advised in terms) + "."
        body = {
            "model": self.settings.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": rules}, {"role": "user", "content": html}],
        }
        bearer = {"Authorization": f"Bearer {self.settings.key}"} if self.settings.key else {}
        answer = posted(f"{self.settings.url.rstrip('/')}/chat/completions", body, bearer, seconds=self.settings.seconds)
        return _text(answer, "choices", 0, "message", "content")


@dataclass(frozen=True, slots=True)
class _LibreTranslate:
    """`POST …/translate` with `format: html`, so that tags stay."""

    settings: MachineSettings

    @property
    def engine(self) -> str:
        return f"LibreTranslate, {urlsplit(self.settings.url).hostname}"[:120]

    def translate(self, html: str, source: Language, target: Language, terms: Terms) -> str:
        body = {"q": html, "source": source.value, "target": target.value, "format": "html"}
        if self.settings.key:
            body["api_key"] = self.settings.key
        answer = posted(f"{self.settings.url.rstrip('/')}/translate", body, {}, seconds=self.settings.seconds)
        return _text(answer, "translatedText")


def _text(answer: Any, *steps: str | int) -> str:
    """The text at a place of the answer; anything else there is no translation."""
    held = answer
    try:
        for step in steps:
            held = held[step]
    except (KeyError, IndexError, TypeError) as error:
        raise MachineRefused(Finding("machine.garbage")) from error
    if not isinstance(held, str):
        raise MachineRefused(Finding("machine.garbage"))
    return held
