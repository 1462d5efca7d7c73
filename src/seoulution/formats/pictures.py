"""Drawings for formats that hold no SVG: drawn to PNG in the typesetting process, at a size that fits the page."""

import re
from collections.abc import Sequence
from typing import Final

from lxml import etree

from seoulution.formats.typst_worker import worker

PRINT_PPI: Final = 192.0
_POINTS_PER_UNIT: Final = 0.75


def pictures_of(svgs: Sequence[str], *, ppi: float = PRINT_PPI) -> tuple[bytes, ...]:
    """A PNG for each drawing on white ground, `ppi` pixels to the inch of its natural size (96 user units)."""
    return worker().ask({"kind": "png", "svgs": list(svgs), "ppi": ppi}).files if svgs else ()


def fitted_points(svg: str, *, width: float, height: float) -> tuple[float, float]:
    """Width and height in points: natural size (a user unit is 0.75 pt), made smaller until it fits the given frame."""
    natural_width, natural_height = _units(svg)
    scale = min(_POINTS_PER_UNIT, width / natural_width, height / natural_height)
    return natural_width * scale, natural_height * scale


def _units(svg: str) -> tuple[float, float]:
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    parts = [float(part) for part in re.split(r"[\s,]+", (root.get("viewBox") or "").strip()) if part]
    if len(parts) != 4 or parts[2] <= 0 or parts[3] <= 0:
        raise ValueError("the drawing's viewBox has no width and height")
    return parts[2], parts[3]
