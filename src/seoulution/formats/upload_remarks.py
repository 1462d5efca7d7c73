"""What an accepted file still gives reason to look at: a scan without text, and the day it says it was last changed on."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from lxml import etree

from seoulution.formats.archives import ArchiveRefused, checked_archive
from seoulution.formats.upload_contents import Refused, packed_objects
from seoulution.formats.uploads import UploadKind

PICTURES: Final = frozenset({UploadKind.PNG, UploadKind.JPG})
_FONT: Final = re.compile(rb"/Font\b")
_CHANGED: Final = re.compile(rb"/ModDate\s*\(D:(\d{4})(\d\d)(\d\d)")
_XMP_CHANGED: Final = re.compile(rb"<xmp:ModifyDate>(\d{4})-(\d\d)-(\d\d)")
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PROPERTIES: Final = {
    UploadKind.DOCX: ("docProps/core.xml", "modified"),
    UploadKind.XLSX: ("docProps/core.xml", "modified"),
    UploadKind.HWPX: ("Contents/content.hpf", "ModifiedDate"),
}
"""The part of an office file that holds its properties, and the name of the day in it."""


def is_scan(data: bytes, kind: UploadKind) -> bool:
    """A PDF that names no font holds no text: its pages are pictures."""
    return kind is UploadKind.PDF and not any(_FONT.search(part) for part in _parts(data))


def last_changed(data: bytes, kind: UploadKind) -> date | None:
    """The day the file itself names as its last change; None where it names none, or one that is no day."""
    if kind is UploadKind.PDF:
        found = [match for part in _parts(data) for match in (*_CHANGED.finditer(part), *_XMP_CHANGED.finditer(part))]
        return max(filter(None, (_day(*match.groups()) for match in found)), default=None)
    if kind in _PROPERTIES:
        return _property_day(data, *_PROPERTIES[kind])
    return None


def _parts(data: bytes) -> Iterator[bytes]:
    yield data
    try:
        yield from packed_objects(data)
    except Refused:
        return


def _property_day(data: bytes, part: str, name: str) -> date | None:
    try:
        root = etree.fromstring(
            checked_archive(data).read(part), etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        )
    except (ArchiveRefused, KeyError, etree.XMLSyntaxError):
        return None
    for element in root.iter("{*}*"):
        if etree.QName(element).localname == name or element.get("name") == name:
            found = _ISO.match((element.text or "").strip())
            return _day(*(part.encode() for part in found.groups())) if found else None
    return None


def _day(year: bytes, month: bytes, day: bytes) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
