"""What a renderer hands back: the bytes, and what had to be left out of them."""

from dataclasses import dataclass

from seoulution.engine.findings import Finding


@dataclass(frozen=True, slots=True)
class Rendered:
    """content : the whole file; findings : warnings the reader must be told, e.g. a script without a font."""

    content: bytes
    findings: tuple[Finding, ...] = ()


class RenderFailed(RuntimeError):
    """A file could not be made. The document itself is untouched; another format can be chosen, or the same tried again."""
