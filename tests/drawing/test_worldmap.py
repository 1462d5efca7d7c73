from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from seoulution.drawing import worldmap
from seoulution.drawing.svg import text_width
from seoulution.drawing.worldmap import Marker, MarkerKind, WorldMap, projected, world_map

KINDS = (MarkerKind("done", "Done", "circle", "one"), MarkerKind("planned", "Planned", "ring", "two"))
SVG = "{http://www.w3.org/2000/svg}"


def the_map(standalone: bool = False, href: str = "/cities/hanoi/") -> WorldMap:
    markers = [
        Marker("hanoi", "Hanoi", 105.85, 21.03, "done", href, detail="Water supply"),
        Marker("bogota", "Bogotá", -74.08, 4.61, "planned", "/cities/bogota/"),
    ]
    return world_map(markers, KINDS, title="Where", description="Two cities", standalone=standalone)


def test_the_projection_is_equal_earth() -> None:
    """Proportions of the sphere's outline: width to height 2.05, pole line 0.59 of the equator (Šavrič et al. 2019, section 3)."""
    left, right = projected(-29.999999, 0)[0], projected(-30.000001, 0)[0]
    pole = projected(-30.000001, 90)[0] - projected(-29.999999, 90)[0]
    height = projected(150, -90)[1] - projected(150, 90)[1]
    assert (right - left) / height == pytest.approx(2.05, abs=0.01)
    assert pole / (right - left) == pytest.approx(0.59, abs=0.01)


def test_the_pacific_is_in_the_middle_and_seoul_a_little_left_of_it() -> None:
    assert projected(150, 0) == (500.0, 0.0)
    assert 400 < projected(126.98, 37.57)[0] < 500


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_every_place_lies_on_the_sheet(longitude: float, latitude: float) -> None:
    x, y = projected(longitude, latitude)
    assert -0.01 <= x <= worldmap.WIDTH + 0.01
    assert abs(y) <= worldmap.WIDTH / 4


@given(st.floats(-80, 80), st.floats(0.1, 10))
def test_northern_places_stand_higher(latitude: float, step: float) -> None:
    assert projected(10, latitude + step)[1] < projected(10, latitude)[1]


def test_no_line_of_the_land_jumps_across_the_sheet() -> None:
    for outline in worldmap._land().split("z")[:-1]:
        steps = [tuple(map(float, step.split())) for step in outline[1:].split("l")]
        assert all(abs(x) < 120 and abs(y) < 120 for x, y in steps[1:])


def test_markers_are_links_with_names_and_what_they_mean() -> None:
    root = etree.fromstring(the_map().svg)
    links = root.findall(".//a")
    assert {link.get("href") for link in links} == {"/cities/hanoi/", "/cities/bogota/"}
    assert "Hanoi · Done · Water supply" in {link.get("aria-label") for link in links}


def test_a_map_for_documents_is_whole_by_itself() -> None:
    root = etree.fromstring(the_map(standalone=True).svg)
    assert not root.findall(f".//{SVG}a")
    written = {text.text for text in root.iter(f"{SVG}text")}
    assert {"Hanoi", "Bogotá", "Done (1)", "Planned (1)"} <= written


def test_the_legend_counts_places_and_leaves_out_empty_kinds() -> None:
    legend = world_map([Marker("hanoi", "Hanoi", 105.85, 21.03, "done")], KINDS, title="t", description="").legend
    assert [(label, count) for label, _, count in legend] == [("Done", 1)]


def test_names_never_cover_one_another() -> None:
    crowd = [Marker(str(n), f"City number {n}", 100 + 0.8 * n, 10 + 0.5 * n, "done", named=True) for n in range(12)]
    places = [(marker, projected(marker.longitude, marker.latitude)) for marker in crowd]
    sides = worldmap._name_sides(places, [at for _, at in places])
    boxes = [worldmap._name_box(marker, at, sides[marker.code]) for marker, at in places if marker.code in sides]
    assert 2 <= len(boxes) < 12
    assert not any(worldmap._overlap(one, two) for index, one in enumerate(boxes) for two in boxes[index + 1 :])


def test_rings_are_cut_where_the_sheet_ends() -> None:
    crossing = [(170.0, 0.0), (190.0, 0.0), (190.0, 10.0), (170.0, 10.0)]
    kept = worldmap._between_edges(crossing)
    assert max(lon for lon, _ in kept) == 180.0
    assert min(lon for lon, _ in kept) == 170.0


def test_unwrapping_leaves_no_jump_along_a_ring() -> None:
    ring = worldmap._unwrapped([(179.0, 0.0), (-179.0, 1.0), (-177.0, 2.0), (179.0, 3.0)])
    assert all(abs(there[0] - here[0]) < 180 for here, there in pairwise(ring))


def test_the_same_places_are_drawn_once_and_a_changed_place_anew() -> None:
    def one(detail: str) -> WorldMap:
        return world_map([Marker("hanoi", "Hanoi", 105.85, 21.03, "done", "/hanoi/", detail)], KINDS, title="t", description="")

    assert one("Master plan") is one("Master plan")
    assert "Water plan" in one("Water plan").svg and "Master plan" not in one("Water plan").svg


def test_a_map_that_is_printed_small_carries_larger_names_and_signs() -> None:
    kinds = [MarkerKind("place", "Place", "circle", "one")]
    markers = [Marker("lima", "Lima", -77.0, -12.0, "place", named=True)]
    plain, larger = (
        world_map(markers, kinds, title="t", description="d", standalone=True, lettering=scale).svg for scale in (1.0, 2.0)
    )
    assert 'font-size="13"' in plain and 'font-size="26"' in larger and 'font-size="28"' in larger


def test_a_legend_too_long_for_one_row_goes_on_in_the_next_and_none_is_cut() -> None:
    kinds = [MarkerKind(f"k{n}", f"A long name of a kind of place {n}", "circle", "one") for n in range(8)]
    markers = [Marker(f"m{n}", "M", 105.0 + n, 21.0, f"k{n}") for n in range(8)]
    drawn = world_map(markers, kinds, title="t", description="", standalone=True, lettering=1.4).svg
    texts = [text for text in etree.fromstring(drawn).iter(f"{SVG}text") if (text.text or "").startswith("A long name")]
    assert len(texts) == 8 and len({text.get("y") for text in texts}) > 1
    assert all(float(text.get("x")) + text_width(text.text, 14 * 1.4) <= worldmap.WIDTH for text in texts)
