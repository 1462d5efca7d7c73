"""Size and private data of PNG and JPEG files, told from their headers; pixels are never decoded here."""

import io
import struct
import warnings
from collections.abc import Iterator
from typing import Final

from PIL import Image, UnidentifiedImageError

MAX_PIXELS: Final = 40_000_000
MAX_SIDE: Final = 20_000
PNG_START: Final = b"\x89PNG\r\n\x1a\n"
JPEG_START: Final = b"\xff\xd8\xff"

_PNG_KEPT: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"bKGD"}
)
_APP0, _APP1, _APP2, _APP14, _APP15, _COMMENT, _SCAN = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE, 0xDA
_ORIENTATION: Final = 0x0112


class ImageBroken(ValueError):
    """The file is not a whole PNG or JPEG."""


def pixel_size(data: bytes) -> tuple[int, int]:
    """Width and height, from the header alone.

    raises ImageBroken : not a PNG or JPEG that can be read
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
                return opened.size
        except Image.DecompressionBombError:
            return MAX_SIDE + 1, MAX_SIDE + 1
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error) as error:
            raise ImageBroken from error


def strip_metadata(data: bytes) -> bytes:
    """The same picture, pixel for pixel, without place, time, camera, author, comments or anything after its end.

    The direction in which the camera was held is kept, since without it the picture would lie on its side.

    raises ImageBroken : neither PNG nor JPEG, or cut off
    """
    try:
        if data.startswith(PNG_START):
            return PNG_START + b"".join(chunk for kind, chunk in _png_chunks(data) if kind in _PNG_KEPT)
        if data.startswith(JPEG_START):
            return _jpeg_without_metadata(data)
    except (struct.error, IndexError) as error:
        raise ImageBroken("the picture is cut off") from error
    raise ImageBroken("neither PNG nor JPEG")


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(PNG_START)
    kind = b""
    while kind != b"IEND":
        length, kind = struct.unpack(">L4s", data[place : place + 8])
        chunk = data[place : place + 12 + length]
        if len(chunk) != 12 + length:
            raise ImageBroken("the picture is cut off")
        yield kind, chunk
        place += 12 + length


def _jpeg_without_metadata(data: bytes) -> bytes:
    kept = [b"\xff\xd8"]
    turned = _orientation(data)
    place = 2
    while True:
        while data[place] == 0xFF and data[place + 1] == 0xFF:
            place += 1
        if data[place] != 0xFF:
            raise ImageBroken("a segment is missing")
        marker = data[place + 1]
        length = struct.unpack(">H", data[place + 2 : place + 4])[0]
        segment = data[place : place + 2 + length]
        if marker == _SCAN:
            end = data.rfind(b"\xff\xd9", place)
            if end < 0:
                raise ImageBroken("the picture is cut off")
            return b"".join(kept) + data[place : end + 2]
        if _may_stay(marker, segment):
            kept.append(segment)
            if marker == _APP0 and turned:
                kept.append(turned)
                turned = b""
        elif marker == _APP1 and turned:
            kept.append(turned)
            turned = b""
        place += 2 + length


def _may_stay(marker: int, segment: bytes) -> bool:
    if marker == _COMMENT or _APP1 <= marker <= _APP15:
        return marker == _APP14 or (marker == _APP2 and segment[4:15] == b"ICC_PROFILE")
    return True


def _orientation(data: bytes) -> bytes:
    """A segment that holds nothing but the orientation; empty when the picture stands upright."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as opened:
            value = opened.getexif().get(_ORIENTATION, 1)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError):
        return b""
    if not isinstance(value, int) or not 2 <= value <= 8:
        return b""
    exif = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">HHHLHHL", 1, _ORIENTATION, 3, 1, value, 0, 0)
    return struct.pack(">BBH", 0xFF, _APP1, len(exif) + 2) + exif
