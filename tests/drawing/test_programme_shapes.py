from itertools import combinations

import pytest
from lxml import etree

from seoulution.drawing.programme_map import ActorNode, StageNode, programme_map
from seoulution.drawing.programme_shapes import BAND, EXCHANGE, HEIGHT, SLOTS, WIDTH, boxes_of

PLACES = [*SLOTS.values(), BAND, EXCHANGE]


def test_no_two_places_on_the_sheet_overlap_or_leave_it() -> None:
    assert all(box.x >= 0 and box.right <= WIDTH and box.y >= 0 and box.bottom <= HEIGHT for box in PLACES)
    for one, two in combinations(PLACES, 2):
        assert one.right <= two.x or two.right <= one.x or one.bottom <= two.y or two.bottom <= one.y


def test_all_stages_stand_in_the_band_in_their_order() -> None:
    stages = [StageNode(str(number), "s", 0, "") for number in range(8)]
    boxes = boxes_of((), stages)
    row = [boxes[stage.code] for stage in stages[1:]]
    assert [box.x for box in row] == sorted(box.x for box in row)
    assert row[0].x >= BAND.x and row[-1].right <= BAND.right
    assert boxes["0"] == EXCHANGE


@pytest.mark.parametrize("slot", list(SLOTS))
def test_names_that_do_not_fit_are_left_to_the_records_behind(slot: str) -> None:
    names = tuple(f"A rather long name number {number}" for number in range(40))
    chart = programme_map(
        [ActorNode("a", slot, "Actor", 40, "/a/", names)],
        (),
        [StageNode("x", "x", 0, "/x/"), StageNode("y", "y", 0, "/y/")],
        title="t",
        description="",
    )
    box = SLOTS[slot]
    rows = [text for text in etree.fromstring(chart.svg).iter("text") if text.text and text.text.startswith("A rather")]
    assert rows and all(float(row.get("y")) <= box.bottom - 4 for row in rows)
