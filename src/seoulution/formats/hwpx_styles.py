"""The looks of our Hangul papers, minted once for a file: characters, paragraphs, borders and the numbers of headings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from hwpx import HwpxDocument

from seoulution.formats.tones import ACCENT, HEAD_GROUND, LOOKS, QUIET, RULE

FONT: Final = "함초롬돋움"
"""Ships with every Hangul, so that a paper looks the same in every office."""
TEXT_POINTS: Final = 10.5
CELL_POINTS: Final = 9.0
HEADING_POINTS: Final = (15.0, 12.5, 11.0, 10.5)
DEEPEST_HEADING: Final = len(HEADING_POINTS)
GAP_POINTS: Final = 8.0
"""The empty line after a table. Viewers that lay the lines out anew leave out up to six points of the room between
paragraphs, so that the next line was drawn over the last row; an empty line is room that every program sees."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How a run looks."""

    size: float = TEXT_POINTS
    bold: bool = False
    italic: bool = False
    colour: str = "#16202C"
    underline: bool = False
    raised: bool = False


class Styles:
    """Identifiers of the looks in the file's header, by what they are for."""

    def __init__(self, paper: HwpxDocument, *, justified: bool, numbered: bool = True) -> None:
        self._paper = paper
        self._header: Any = paper.oxml.headers[0]
        self._inks: dict[Ink, str] = {}
        self._plain = "0"
        self.names: Mapping[str, str] = {style.name or "": key for key, style in paper.styles.all.items()}
        _number_headings(self._header, shown=numbered)
        form = self.form
        body = "JUSTIFY" if justified else "LEFT"  # a line of long words, or of few, would be torn apart
        self.normal = form(align=body, after=500)
        self.introduction = form(align=body, after=500, keep=True)
        self.cover_title = form(align="LEFT", before=16000, after=600, lines=140)
        self.cover_line = form(align="LEFT", after=400)
        self.headings = tuple(
            form(align="LEFT", before=1600 - 250 * level, after=500, keep=True, lines=140, outline=level)
            for level in range(DEEPEST_HEADING)
        )
        self.plain_heading = form(align="LEFT", before=1500, after=500, keep=True, lines=140)
        self.contents = tuple(form(align="LEFT", left=900 * level, after=150) for level in range(3))
        self.kept = frozenset((*self.headings, self.introduction))
        self.bullet = form(align=body, left=1000, hanging=800, after=250)
        self.source = form(align="LEFT", left=1800, hanging=1800, after=250)
        self.picture = form(align="LEFT", before=500, after=400, lines=130, whole=True)
        self.cell = {
            side: form(align=align, lines=130) for side, align in (("start", "LEFT"), ("end", "RIGHT"), ("centre", "CENTER"))
        }
        self.running = form(align="RIGHT", lines=130)
        self.around_table = form(align="LEFT", before=600, lines=100)
        self.around_box = form(align="LEFT", before=200, lines=100)
        self.gap = form(align="LEFT", lines=100)
        border = paper.styles.ensure_border_fill
        self.box = border(border_color=RULE, border_width="0.12 mm")
        self.head_box = border(border_color=RULE, border_width="0.12 mm", fill_color=HEAD_GROUND)
        self.quiet_box = border(border_color=RULE, border_width="0.12 mm", fill_color="#F6F8FB")
        self.tone_boxes = {
            tone: border(border_color=RULE, border_width="0.12 mm", fill_color=look.ground) for tone, look in LOOKS.items()
        }
        self.callouts = {
            tone: border(border_color=look.ink, border_width="1.0 mm", fill_color=look.ground, active_borders=("left",))
            for tone, look in LOOKS.items()
        }
        self.quotation_box = border(border_color=RULE, border_width="0.7 mm", active_borders=("left",))
        self.quotation_box_backwards = border(border_color=RULE, border_width="0.7 mm", active_borders=("right",))
        self.open_box = border(border_color=RULE, border_width="0.12 mm", active_borders=())
        self.band = border(border_color=ACCENT, border_width="0.12 mm", fill_color=ACCENT, active_borders=())

    def ink(self, ink: Ink) -> str:
        """The identifier of the character shape, minted when first asked for."""
        if ink not in self._inks:
            self._inks[ink] = self._paper.styles.ensure_run(
                bold=ink.bold,
                italic=ink.italic,
                underline=ink.underline,
                color=ink.colour,
                font=FONT,
                size=ink.size,
                script="sup" if ink.raised else None,
                base_char_pr_id=self._plain,
            )
        return self._inks[ink]

    def border(self, colour: str, width: str, *sides: str, ground: str | None = None) -> str:
        """A cell's ground and lines; without sides no line is drawn."""
        made: str = self._paper.styles.ensure_border_fill(
            border_color=colour, border_width=width, fill_color=ground, active_borders=sides
        )
        return made

    def form(
        self,
        *,
        align: str,
        before: int = 0,
        after: int = 0,
        left: int = 0,
        right: int = 0,
        hanging: int = 0,
        lines: int = 155,
        keep: bool = False,
        whole: bool = False,
        outline: int | None = None,
    ) -> str:
        """The identifier of a paragraph shape; lengths in HWPUNIT, `lines` in per cent."""
        heading = None if outline is None else {"type": "OUTLINE", "level": outline}
        made: str = self._header.ensure_paragraph_format(
            base_para_pr_id="0",
            alignment=align,
            line_spacing_percent=lines,
            heading=heading,
            margins={"intent": -hanging, "left": left, "right": right, "prev": before, "next": after},
            break_setting={"keep_with_next": keep, "keep_lines": whole, "widow_orphan": True},
        )
        return made


def _number_headings(header: Any, *, shown: bool) -> None:
    """1, 1.1, 1.1.1 as in every other format, in place of Hangul's 1. 가. 1); not shown, they are headings without numbers."""
    for head in header.element.iter("{http://www.hancom.co.kr/hwpml/2011/head}paraHead"):
        level = int(head.get("level"))
        if level <= 7:
            head.set("numFormat", "DIGIT")
            head.text = ".".join(f"^{place}" for place in range(1, level + 1)) if shown else ""
    header.mark_dirty()


TITLE: Final = Ink(size=24, bold=True, colour=ACCENT)
SUBTITLE: Final = Ink(size=13, colour=QUIET)
QUIET_INK: Final = Ink(size=CELL_POINTS, colour=QUIET)
CAPTION: Final = Ink(size=9.5, bold=True, colour=QUIET)
