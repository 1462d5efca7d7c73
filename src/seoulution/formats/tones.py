"""How a tone looks on paper: sign, ink and ground. The label always says it in words too, so a grey copy loses nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from seoulution.engine.dossier.document import Tone
from seoulution.engine.vocabulary import Sector


@dataclass(frozen=True, slots=True)
class Look:
    """sign : one character; ink, ground : #RRGGBB, ink on ground at least 4.5 : 1 (WCAG 1.4.3)."""

    sign: str
    ink: str
    ground: str


LOOKS: Final[Mapping[Tone, Look]] = {
    Tone.GOOD: Look("✓", "#1B6B3A", "#EAF5EE"),
    Tone.WARNING: Look("!", "#8A4B00", "#FFF4E0"),
    Tone.BLOCKED: Look("×", "#A3201D", "#FCECEB"),
    Tone.MISSING: Look("?", "#5B4A8A", "#F1EEF9"),
    Tone.NEUTRAL: Look("i", "#1D3F73", "#EBF1F9"),
}

ACCENT: Final = "#1D3F73"
"""The one deep blue of covers, headings and table heads."""
HEAD_GROUND: Final = "#E6ECF5"
RULE: Final = "#B8C2D0"
QUIET: Final = "#55606E"

ACCENTS: Final[Mapping[Sector, str]] = {
    Sector.PLANNING: "#8A5A00",
    Sector.HOUSING: "#97354E",
    Sector.WATER: "#00709E",
    Sector.URBAN_RAIL: "#5B4A8A",
    Sector.TRANSPORT: "#B5450F",
    Sector.E_GOVERNMENT: "#00747A",
    Sector.ENVIRONMENT: "#2B7A3B",
    Sector.SEWAGE: "#4A6378",
    Sector.WASTE: "#666A00",
}
"""The second colour of brochures and leaflets; each at least 4.5 : 1 on white, so that words may stand in it."""


def accent_of(sector: Sector | None) -> str:
    """The sector's colour, the deep blue without one."""
    return ACCENTS[sector] if sector is not None else ACCENT
