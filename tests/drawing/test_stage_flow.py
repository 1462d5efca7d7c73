"""The flow of stages as a drawing."""

import re

from lxml import etree

from seoulution.drawing.stage_flow import FlowArrow, FlowStage, stage_flow

STAGES = [
    FlowStage(code, name, 3, f"#{code}", f"{name}: <asks>") for code, name in (("a", "First"), ("b", "Second"), ("c", "Third"))
]
ARROWS = [
    FlowArrow("a", "b", "#b", "from first to second"),
    FlowArrow("b", "c", "#c", "from second to third"),
    FlowArrow("a", "c", "#c", "past the second", is_past=True),
]


def drawn() -> str:
    return stage_flow(STAGES, ARROWS, title="Stages", description="In order")


def test_every_stage_and_arrow_is_a_link_that_says_what_it_is() -> None:
    links = etree.fromstring(drawn()).findall(".//a")
    assert [link.get("aria-label") for link in links] == [
        "First: <asks>",
        "from first to second",
        "past the second",
        "Second: <asks>",
        "from second to third",
        "Third: <asks>",
    ]
    assert all(link.find("title") is not None and link.get("href") for link in links)


def test_an_arrow_past_a_stage_is_broken() -> None:
    assert drawn().count("stroke-dasharray") == 1


def test_nothing_runs_over_the_edge_and_there_is_no_style() -> None:
    svg = drawn()
    _x, _y, width, _height = map(float, re.search(r'viewBox="([^"]+)"', svg).group(1).split())  # type: ignore[union-attr]
    assert width < 360 and "style=" not in svg and "<script" not in svg
