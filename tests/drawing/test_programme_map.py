from dataclasses import replace

import pytest
from lxml import etree

from seoulution.drawing.programme_map import ActorNode, FlowEdge, ProgrammeMap, StageNode, programme_map

NODES = (
    ActorNode("seoul", "provider", "서울시", 9, "/network/seoul/", ("국제교류사업단",)),
    ActorNode("banks", "international", "국제기구", 3, "/network/banks/"),
    ActorNode("cities", "partners", "협력 도시", 42, "/cities/"),
)
STAGES = tuple(
    StageNode(code, code, count, f"/stages/{code}/")
    for count, code in enumerate(("exchange", "opportunity", "main_project", "feedback"))
)
EDGES = (
    FlowEdge("seoul", "banks", "사업제안", 8, "/edges/proposal/"),
    FlowEdge("seoul", "banks", "네트워크 활용", 2, "/edges/network/"),
    FlowEdge("banks", "main_project", "자금활용", 5, "/edges/funding/"),
)


def the_map(**changed: object) -> ProgrammeMap:
    settings: dict[str, object] = {
        "title": "사업 지도",
        "description": "흐름",
        "demand": ("우호관계", "공유 요청"),
        "feedback_label": "피드백",
    }
    return programme_map(NODES, EDGES, STAGES, **(settings | changed))  # type: ignore[arg-type]


def test_every_node_stage_and_edge_opens_the_records_behind_it() -> None:
    found = {link.get("href") for link in etree.fromstring(the_map().svg).iter("a")}
    assert found == {item.href for item in (*NODES, *STAGES, *EDGES)}


def test_the_list_says_the_same_as_the_drawing() -> None:
    chart = the_map()
    listed = {edge.href for node in chart.nodes for edge in node.edges}
    assert listed == {edge.href for edge in EDGES}
    assert [stage.code for stage in chart.stages] == [stage.code for stage in STAGES]
    assert chart.nodes[0].edges[0].to == "국제기구"


def test_an_edge_to_nowhere_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="atlantis"):
        programme_map(NODES, (FlowEdge("seoul", "atlantis", "x", 1, ""),), STAGES, title="t", description="")


def test_edges_between_the_same_two_share_one_line() -> None:
    root = etree.fromstring(the_map().svg)
    assert len([path for path in root.iter("path") if path.get("stroke-width") == "1.75"]) == 2


def test_labels_of_lines_stand_clear_of_the_actors() -> None:
    from seoulution.drawing.programme_routes import route
    from seoulution.drawing.programme_shapes import SLOTS, boxes_of

    boxes = boxes_of(NODES, STAGES)
    for edge in EDGES:
        x, y = route(boxes[edge.source], boxes[edge.target], 0).label_at
        assert not any(box.x < x < box.right and box.y < y < box.bottom for box in SLOTS.values())


def test_a_chart_for_documents_has_no_links() -> None:
    assert "<a " not in the_map(standalone=True).svg


def test_the_same_sheet_is_drawn_once_and_with_another_count_anew() -> None:
    assert the_map() is the_map()
    more = programme_map((replace(NODES[0], count=4_321), *NODES[1:]), EDGES, STAGES, title="t", description="")
    assert "4,321" in more.svg and "4,321" not in the_map().svg
