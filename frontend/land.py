"""Make the land outlines of the world map from Natural Earth's 1:110m land (public domain), as packed by `world-atlas`.

Run as `python frontend/land.py` after `build.py` has installed the packages; the result is kept with the Python package, so
only a new release of the outlines calls for running it. Longitudes and latitudes are in hundredths of a degree. Antarctica is
left out: no partner city lies there, and it would take a fifth of the sheet.
"""

import json
import sys
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).resolve().parent
ATLAS: Final = HERE / "node_modules" / "world-atlas" / "land-110m.json"
OUTLINES: Final = HERE.parent / "src" / "seoulution" / "drawing" / "land_outlines.json"
ANTARCTIC: Final = -60.0
Ring = list[tuple[float, float]]


def main() -> None:
    topology = json.loads(ATLAS.read_text(encoding="utf-8"))
    kept = [ring for ring in rings(topology) if max(latitude for _, latitude in ring) > ANTARCTIC]
    flat = [[round(100 * number) for point in ring for number in point] for ring in kept]
    lines = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in flat)
    OUTLINES.write_text(f"[\n{lines}\n]\n", encoding="ascii")
    sys.stderr.write(f"{len(flat)} outlines, {sum(map(len, flat)) // 2} points, {OUTLINES.stat().st_size} bytes\n")


def rings(topology: dict[str, Any]) -> list[Ring]:
    """Every closed line of the land, arcs joined end to end."""
    arcs = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    found: list[Ring] = []
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            found.extend(joined(ring, arcs) for ring in polygon)
    return found


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """Whole-number steps back to degrees (TopoJSON specification, 2.1.4 and 2.1.2)."""
    x = y = 0
    points: Ring = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        longitude = x * transform["scale"][0] + transform["translate"][0]
        points.append((longitude, y * transform["scale"][1] + transform["translate"][1]))
    return points


def joined(ring: list[int], arcs: list[Ring]) -> Ring:
    """One ring from its arcs; a negative number means the arc of its complement, backwards."""
    points: Ring = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return points


if __name__ == "__main__":
    main()
