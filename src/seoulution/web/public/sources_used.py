"""The sources behind the records on a page, read in one question."""

from collections.abc import Iterator
from typing import Any

from seoulution.apps.network.models import Source


def sources_of(*records: Any) -> dict[str, Source]:
    """By code: every source that the stored records name, wherever in them."""
    codes = {code for record in records for code in _codes(record)}
    return {source.code: source for source in Source.objects.filter(code__in=codes)}


def _codes(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            if key in ("source", "place_source") and isinstance(value, str):
                yield value
            elif key in ("sources", "evidence") and isinstance(value, list):
                yield from (code for code in value if isinstance(code, str))
            else:
                yield from _codes(value)
    elif isinstance(part, list | tuple):
        for each in part:
            yield from _codes(each)
