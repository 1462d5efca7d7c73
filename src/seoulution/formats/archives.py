"""Whether a zip may be opened: counted before anything trusts it, and read only as far as it says it reaches.

The sizes that a zip declares can lie, and other readers believe the data and not the directory; so every entry is really
inflated, in small pieces that are thrown away, and stopped at its declared size.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

_PIECE: Final = 1 << 18
_LOCAL_HEADER: Final = struct.Struct("<4s22xHH")
_ENCRYPTED_FLAG: Final = 0x1
_UTF_8_FLAG: Final = 0x800
_BROKEN: Final = (
    zipfile.BadZipFile,
    ValueError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """entries : most files in it; inflated_bytes : all of them together; ratio : inflated to packed, of one file above 1 MB."""

    entries: int = 2_000
    inflated_bytes: int = 100 * 1024**2
    ratio: float = 200.0


class ArchiveRefused(ValueError):
    """The zip was not opened; `code` says why."""

    def __init__(self, code: str, subject: str = "") -> None:
        self.code = code
        self.subject = subject
        super().__init__(f"{code} {subject}".strip())


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip whose every entry was inflated once and found as declared."""

    names: tuple[str, ...]
    has_marker: bool
    _data: bytes = field(repr=False)

    def read(self, name: str, limit: int = 4 * 1024**2) -> bytes:
        """The first `limit` bytes of an entry."""
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as opened, opened.open(name) as entry:
                return entry.read(limit)
        except _BROKEN as error:
            raise ArchiveRefused("upload.archive-broken", name[:80]) from error


def checked_archive(data: bytes, limits: ArchiveLimits | None = None, *, marker: bytes = b"") -> Archive:
    """The archive, once it is known to be harmless to open.

    marker : bytes to look for in every entry
    raises ArchiveRefused : broken, encrypted, too many entries, too large inflated, or a name that leaves its folder
    """
    limits = limits or ArchiveLimits()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            entries = opened.infolist()
    except _BROKEN as error:
        raise ArchiveRefused("upload.archive-broken") from error
    if len(entries) > limits.entries:
        raise ArchiveRefused("upload.archive-too-many-entries", str(len(entries)))
    if sum(entry.file_size for entry in entries) > limits.inflated_bytes:
        raise ArchiveRefused("upload.archive-bomb")
    found = False
    for entry in entries:
        _check_entry(entry, limits)
        found = _inflate(data, entry, marker) or found
    if len({entry.filename for entry in entries}) != len(entries):
        raise ArchiveRefused("upload.archive-broken", "two entries of one name")
    return Archive(tuple(entry.filename for entry in entries), found, data)


def _check_entry(entry: zipfile.ZipInfo, limits: ArchiveLimits) -> None:
    name = entry.filename.replace("\\", "/")
    if ".." in PurePosixPath(name).parts or name.startswith("/") or ":" in name or "\x00" in entry.orig_filename:
        raise ArchiveRefused("upload.archive-path", entry.filename[:80])
    if entry.flag_bits & _ENCRYPTED_FLAG:
        raise ArchiveRefused("upload.encrypted")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ArchiveRefused("upload.archive-broken", "unknown compression")
    if entry.file_size > 1024**2 and entry.file_size > limits.ratio * max(1, entry.compress_size):
        raise ArchiveRefused("upload.archive-bomb", entry.filename[:80])


def _inflate(data: bytes, entry: zipfile.ZipInfo, marker: bytes) -> bool:
    """Whether the marker is in the entry; refuses an entry that is longer or shorter than it says."""
    seen = checksum = 0
    found = False
    tail = b""
    for piece in _pieces(data, entry):
        seen += len(piece)
        checksum = zlib.crc32(piece, checksum)
        if seen > entry.file_size:
            raise ArchiveRefused("upload.archive-bomb", entry.filename[:80])
        if marker and not found:
            found = marker in tail + piece
            tail = piece[-len(marker) :]
    if seen != entry.file_size or checksum != entry.CRC:
        raise ArchiveRefused("upload.archive-broken", entry.filename[:80])
    return found


def _pieces(data: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    head = data[entry.header_offset : entry.header_offset + _LOCAL_HEADER.size]
    if len(head) < _LOCAL_HEADER.size:
        raise ArchiveRefused("upload.archive-broken")
    signature, name_length, extra_length = _LOCAL_HEADER.unpack(head)
    name_start = entry.header_offset + _LOCAL_HEADER.size
    start = name_start + name_length + extra_length
    name = data[name_start : name_start + name_length].decode("utf-8" if entry.flag_bits & _UTF_8_FLAG else "cp437", "replace")
    packed = memoryview(data)[start : start + entry.compress_size]
    if signature != b"PK\x03\x04" or name != entry.orig_filename or len(packed) != entry.compress_size:
        raise ArchiveRefused("upload.archive-broken")
    if entry.compress_type == zipfile.ZIP_STORED:
        yield from (bytes(packed[place : place + _PIECE]) for place in range(0, len(packed), _PIECE))
        return
    engine = zlib.decompressobj(-15)
    waiting: bytes | memoryview = packed
    try:
        while not engine.eof:
            piece = engine.decompress(waiting, _PIECE)
            waiting = engine.unconsumed_tail
            if not piece and not waiting:
                break
            yield piece
    except zlib.error as error:
        raise ArchiveRefused("upload.archive-broken") from error
