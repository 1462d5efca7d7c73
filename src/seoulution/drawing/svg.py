"""Drawings as text: every value is escaped here, and nowhere else is SVG written.

A drawing without a title is an ornament, hidden from screen readers. A drawing in a page carries classes, so that it follows
light and dark; a standalone one (documents, downloads) carries only its own colours and a font name. Colours are given as
names of `PAINTS`, never as values.
"""

import unicodedata
from html import escape
from types import TracebackType
from typing import Final, Self

PAINTS: Final = {
    "ink": "#17202d",
    "quiet": "#4f5b6b",
    "axis": "#748297",
    "rule": "#d6dee8",
    "ground": "#ffffff",
    "soft": "#f6f8fb",
    "sunk": "#e9eff7",
    "wash": "#ebf1f9",
    "one": "#1d3f73",
    "two": "#8a4b00",
    "three": "#1b6b3a",
    "four": "#5b4a8a",
    "five": "#4f5b6b",
    "on": "#ffffff",
    "gap": "#fcecec",
    "gap-ink": "#a3201d",
    "sea": "#f1f5fa",
    "land": "#d3ddea",
    "grat": "#ffffff",
    "focus": "#1465e0",
    "none": "none",
}
"""Names of paints and their colours in documents; in pages `d-NAME` fills and `d-NAME-line` strokes, in frontend/styles/drawings.css."""

FONT: Final = "Pretendard GOV, Pretendard, Noto Sans CJK KR, Noto Sans KR, Noto Sans, sans-serif"
Value = str | int | float | None


class Drawing:
    """An SVG being written. `add` draws one element; `group` opens one for a `with` block."""

    def __init__(
        self,
        width: float,
        height: float,
        *,
        title: str,
        description: str,
        name: str,
        standalone: bool,
        linked: bool = False,
        marks: str = "",
    ) -> None:
        self.standalone = standalone
        root = {"viewBox": f"0 0 {_number(width)} {_number(height)}", "direction": "ltr"}
        root |= {"role": "group" if linked else "img", "aria-label": title} if title else {"aria-hidden": "true"}
        if standalone:
            root |= {
                "xmlns": "http://www.w3.org/2000/svg",
                "width": _number(width),
                "height": _number(height),
                "font-family": FONT,
            }
        else:
            root |= {"class": f"d-{name}"} | ({marks: ""} if marks else {})
        named = f"<title>{escape(title)}</title>" if title else ""
        described = f"<desc>{escape(description)}</desc>" if description else ""
        self._parts = [f"<svg{_attributes(root)}>{named}{described}"]

    def add(
        self, tag: str, text: str | None = None, *, fill: str = "", stroke: str = "", extra: str = "", **attributes: Value
    ) -> None:
        """One element. `fill` and `stroke` are names of paints; `extra` are classes for pages; `_` in names stands for `-`."""
        opening = f"<{tag}{self._painted(fill, stroke, extra, attributes)}"
        self._parts.append(f"{opening}/>" if text is None else f"{opening}>{escape(text)}</{tag}>")

    def group(self, tag: str = "g", *, fill: str = "", stroke: str = "", extra: str = "", **attributes: Value) -> "Group":
        """An element around others."""
        return Group(self, f"<{tag}{self._painted(fill, stroke, extra, attributes)}>", f"</{tag}>")

    def link(self, href: str, label: str, **attributes: Value) -> "Group":
        """A link around a shape, with its accessible name and tooltip; a plain group in documents, where it could not be followed."""
        if self.standalone or not href:
            return self.group()
        group = Group(self, f"<a{_attributes({'href': href, 'aria_label': label} | attributes)}>", "</a>")
        return Group(self, f"{group.opening}<title>{escape(label)}</title>", group.closing)

    def write(self, part: str) -> None:
        """Only for `Group`: markup that this module made."""
        self._parts.append(part)

    def text(self) -> str:
        """The finished drawing."""
        return "".join([*self._parts, "</svg>"])

    def _painted(self, fill: str, stroke: str, extra: str, attributes: dict[str, Value]) -> str:
        classes = [] if self.standalone else extra.split()
        paint: dict[str, Value] = {}
        if fill:
            paint["fill"] = PAINTS[fill]
            classes += [] if self.standalone or fill == "none" else [f"d-{fill}"]
        if stroke:
            paint["stroke"] = PAINTS[stroke]
            classes += [] if self.standalone or stroke == "none" else [f"d-{stroke}-line"]
        if classes:
            paint["class"] = " ".join(classes)
        return _attributes(paint | attributes)


class Group:
    """Writes the opening of an element on entering and its end on leaving."""

    def __init__(self, drawing: Drawing, opening: str, closing: str) -> None:
        self.drawing, self.opening, self.closing = drawing, opening, closing

    def __enter__(self) -> Self:
        self.drawing.write(self.opening)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.drawing.write(self.closing)


def text_width(text: str, size: float) -> float:
    """About how wide `text` stands at `size`: enough to keep labels apart, not to set type."""
    return sum(_advance(character) for character in text) * size


def wrapped(text: str, size: float, width: float, lines: int = 2) -> list[str]:
    """`text` in at most `lines` lines of about `width`, broken at spaces; the last line takes the rest."""
    broken: list[str] = []
    for word in text.split():
        if broken and (text_width(f"{broken[-1]} {word}", size) <= width or len(broken) >= lines):
            broken[-1] += f" {word}"
        else:
            broken.append(word)
    return broken


def _advance(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 0.9
    if character in "%—…":
        return 0.9
    if character in " .,:;'|il()/·":
        return 0.3
    return 0.68 if character.isupper() else 0.56


def _attributes(attributes: dict[str, Value] | dict[str, str]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value, quote=True) if isinstance(value, str) else _number(value)}"'
        for name, value in attributes.items()
        if value is not None
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
