"""Which characters the fonts of this machine can draw. Reads only the `cmap` table of each font; standard library only.

Used inside the typesetting child: a script without a font is named in a warning and in the text, never printed as boxes.
"""

import os
import struct
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final

FAMILIES: Final = (
    "Noto Sans",
    "Noto Sans CJK KR",
    "Pretendard GOV",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Thai",
    "Noto Sans Lao",
    "Noto Sans Khmer",
    "Noto Sans Myanmar",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Tamil",
    "Noto Sans Telugu",
    "Noto Sans Sinhala",
    "Noto Sans Ethiopic",
    "Noto Sans Georgian",
    "Noto Sans Armenian",
    "Noto Sans Mongolian",
    "Noto Sans Math",
    "Noto Sans Symbols",
    "Noto Sans Symbols2",
    "NanumGothic",
    "DejaVu Sans",
    "Liberation Sans",
    "Libertinus Serif",
)
"""Typefaces in the order they are asked for a glyph; the compiler then tries every other font it found."""

BUILT_IN: Final = (
    (0x0020, 0x007E),
    (0x00A0, 0x017F),
    (0x01A0, 0x01A1),
    (0x01AF, 0x01B0),
    (0x0391, 0x03A1),
    (0x03A3, 0x03A9),
    (0x03B1, 0x03C9),
    (0x0400, 0x045F),
    (0x1EA0, 0x1EF9),
    (0x2013, 0x2014),
    (0x2018, 0x201E),
    (0x2022, 0x2022),
    (0x2026, 0x2026),
    (0x2713, 0x2713),
)
"""What the typefaces inside the compiler (Libertinus Serif, DejaVu Sans Mono) draw for sure: they have no file to read."""

LONG_RUN: Final = 4
"""From so many letters on, a run that no font can draw is replaced by its script's name instead of letter by letter."""


def font_folders() -> tuple[str, ...]:
    """The folders of fonts that exist on this machine, the bundled Korean and Latin one last; `SEOULUTION_FONTS` adds more."""
    own = [folder for folder in os.environ.get("SEOULUTION_FONTS", "").split(os.pathsep) if folder]
    usual = ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts"]
    home = [str(Path.home() / ".local/share/fonts")] if os.environ.get("HOME") else []
    bundled = str(Path(__file__).with_name("typefaces"))
    return tuple(folder for folder in (*own, *home, *usual, bundled) if Path(folder).is_dir())


class Coverage:
    """The characters that at least one of some fonts can draw; each font is read when first needed."""

    def __init__(self, fonts: Iterable[tuple[str, int]], *, built_in: bool = False) -> None:
        """fonts : path and place in the file; built_in : whether the compiler's own typefaces may be used too."""
        self._unread = list(dict.fromkeys(fonts))
        self._known: dict[int, bool] = {}
        self._ranges: list[tuple[list[int], list[int]]] = [_parted(BUILT_IN)] if built_in else []

    def lacks(self, characters: str) -> None:
        """From now on these count as not covered, whatever the fonts' own tables say; ASCII, which is markup too, stays."""
        self._known.update((ord(character), False) for character in characters if not character.isascii())

    def has(self, character: str) -> bool:
        """Whether some font has a glyph for it; what draws nothing counts as covered, what is for private use never does."""
        code = ord(character)
        if code not in self._known:
            category = unicodedata.category(character)
            blank = category in ("Cf", "Cc", "Zs", "Zl", "Zp")
            self._known[code] = blank or (category != "Co" and self._search(code))
        return self._known[code]

    def _search(self, code: int) -> bool:
        if any(_within(ranges, code) for ranges in self._ranges):
            return True
        while self._unread:
            path, index = self._unread.pop(0)
            self._ranges.append(_parted(character_ranges(path, index)))
            if _within(self._ranges[-1], code):
                return True
        return False


def without_tofu(value: str, coverage: Coverage, missing: dict[str, str]) -> str:
    """`value` with what no font can draw put into words; `missing` collects script name to example characters."""
    if value.isascii() or all(coverage.has(character) for character in set(value)):
        return value
    pieces: list[str] = []
    run = ""
    for character in value + "\n":
        undrawable = not coverage.has(character)
        if undrawable or (run and unicodedata.combining(character)):
            run += character
            continue
        if run:
            pieces.append(_in_words(run, missing))
            run = ""
        pieces.append(character)
    return "".join(pieces)[:-1]


def _in_words(run: str, missing: dict[str, str]) -> str:
    is_letter = unicodedata.category(run[0])[0] in "LMN"
    script = unicodedata.name(run[0], "UNASSIGNED").split()[0] if is_letter else "SYMBOL"
    missing[script.lower()] = (missing.get(script.lower(), "") + run)[:40]
    return f"[{script}]" if len(run) >= LONG_RUN else "".join(f"[U+{ord(character):04X}]" for character in run)


def _parted(ranges: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    ordered = sorted(ranges)
    return [first for first, _ in ordered], [last for _, last in ordered]


def _within(ranges: tuple[list[int], list[int]], code: int) -> bool:
    place = bisect_right(ranges[0], code) - 1
    return place >= 0 and code <= ranges[1][place]


def character_ranges(path: str, index: int = 0) -> tuple[tuple[int, int], ...]:
    """First and last code of each stretch that the font's best Unicode `cmap` maps; none when it can't be read.

    Formats 4 and 12 of the OpenType specification, which every current Unicode font carries.
    """
    try:
        with Path(path).open("rb") as font:
            start = _cmap_start(font, index)
            font.seek(start)
            version_and_count = font.read(4)
            records = struct.iter_unpack(">HHL", font.read(8 * struct.unpack(">HH", version_and_count)[1]))
            unicode_maps = {(platform, kind): offset for platform, kind, offset in records}
            for wanted in ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3)):
                if wanted in unicode_maps:
                    font.seek(start + unicode_maps[wanted])
                    return tuple(_ranges(font))
    except (OSError, struct.error, KeyError, ValueError):
        return ()
    return ()


def _cmap_start(font: BinaryIO, index: int) -> int:
    font.seek(0)
    start = 0
    if font.read(4) == b"ttcf":
        font.seek(12 + 4 * index)
        start = struct.unpack(">L", font.read(4))[0]
    font.seek(start + 4)
    count = struct.unpack(">H6x", font.read(8))[0]
    tables: Mapping[bytes, int] = dict(struct.iter_unpack(">4s4xL4x", font.read(16 * count)))
    return tables[b"cmap"]


def _ranges(font: BinaryIO) -> Iterator[tuple[int, int]]:
    kind = struct.unpack(">H", font.read(2))[0]
    if kind == 12:
        count = struct.unpack(">10xL", font.read(14))[0]
        for first, last, _ in struct.iter_unpack(">LLL", font.read(12 * count)):
            yield first, last
    elif kind == 4:
        double = struct.unpack(">4xH6x", font.read(12))[0]
        ends = struct.unpack(f">{double // 2}H", font.read(double))
        font.read(2)
        starts = struct.unpack(f">{double // 2}H", font.read(double))
        yield from ((first, last) for first, last in zip(starts, ends, strict=True) if first != 0xFFFF)
