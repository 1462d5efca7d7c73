import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.drawing.programme_routes import Box, route

BOXES = st.builds(Box, st.floats(0, 1000), st.floats(0, 600), st.floats(60, 300), st.floats(60, 240))


def on_edge(box: Box, point: tuple[float, float]) -> bool:
    x, y = point
    level = box.y - 0.1 <= y <= box.bottom + 0.1 and min(abs(x - box.x), abs(x - box.right)) < 0.1
    upright = box.x - 0.1 <= x <= box.right + 0.1 and min(abs(y - box.y), abs(y - box.bottom)) < 0.1
    return level or upright


@given(BOXES, BOXES, st.integers(0, 9))
def test_a_line_begins_and_ends_on_the_edges_of_its_boxes(source: Box, target: Box, number: int) -> None:
    way = route(source, target, number)
    start = tuple(float(part) for part in way.path[1:].replace("L", " ").replace("C", " ").split()[:2])
    assert on_edge(source, (start[0], start[1]))
    assert on_edge(target, way.end)


def test_a_line_to_a_box_straight_above_is_straight() -> None:
    way = route(Box(0, 300, 200, 100), Box(80, 0, 40, 60), 0)
    assert way.end == (100.0, 60)
    assert way.angle == pytest.approx(-90)


def test_a_tall_box_is_reached_round_a_corner_from_above() -> None:
    way = route(Box(0, 0, 200, 90), Box(600, 200, 200, 200), 0)
    assert way.end == (700.0, 200)
    assert way.angle == pytest.approx(90)
