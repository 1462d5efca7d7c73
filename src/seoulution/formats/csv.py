"""A list as CSV (RFC 4180, UTF-8 with byte order mark so that spreadsheets read Hangul), streamed row by row.

A text that a spreadsheet would run as a formula gets a leading apostrophe, as OWASP advises.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from seoulution.formats.cleaning import clean_text
from seoulution.formats.tables import Column, ColumnKind, Row, Value, plain

CONTENT_TYPE: Final = "text/csv; charset=utf-8"
_RUNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_bytes(columns: Sequence[Column], rows: Iterable[Row], *, head: Literal["label", "key"] = "label") -> bytes:
    """The whole file; `head` chooses what the first line holds."""
    return b"".join(csv_lines(columns, rows, head=head))


def csv_lines(columns: Sequence[Column], rows: Iterable[Row], *, head: Literal["label", "key"] = "label") -> Iterator[bytes]:
    """The file line by line, for lists of any length."""
    yield "\ufeff".encode() + _line([harmless(column.key if head == "key" else column.label) for column in columns])
    for row in rows:
        yield _line([_written(row.get(column.key), column.kind) for column in columns])


def harmless(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula."""
    # Before cleaning: a leading carriage return would be gone, and what follows it would lead.
    risky = text.startswith(_RUNS)
    cleaned = clean_text(text)
    return f"'{cleaned}" if risky or cleaned.startswith(_RUNS) or cleaned.lstrip().startswith(_RUNS) else cleaned


def _written(value: Value, kind: ColumnKind) -> str:
    is_number = kind is ColumnKind.NUMBER and not isinstance(value, str)
    return plain(value) if is_number else harmless(plain(value))


def _line(cells: Sequence[str]) -> bytes:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue().encode()
