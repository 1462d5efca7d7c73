"""What tests of brochures and leaflets need: a day, a site, and every word of a document."""

from datetime import UTC, datetime
from typing import Final

from seoulution.apps.publishing.compose.whole_story import Addresses
from seoulution.engine.dossier.document import Document
from seoulution.formats.json import document_value

NOW: Final = datetime(2026, 11, 22, 3, tzinfo=UTC)
SITE: Final = Addresses("https://seoul.example")


def every_text(part: object) -> list[str]:
    """All strings of a document, keys and drawings included."""
    if isinstance(part, Document):
        return every_text(document_value(part))
    if isinstance(part, dict):
        return [text for value in part.values() for text in every_text(value)]
    if isinstance(part, list):
        return [text for value in part for text in every_text(value)]
    return [part] if isinstance(part, str) else []
