"""The diagram of the stages says what the table says."""

import pytest
from lxml import etree

from seoulution.engine.engagements.course import ways
from seoulution.engine.engagements.programme import SEOUL_2014
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_gate import gate_lines
from seoulution.web.office.stage_diagram import stage_diagram


@pytest.fixture(scope="module")
def links() -> list[tuple[str, str]]:
    svg = etree.fromstring(stage_diagram(SEOUL_2014, {"training": 3}))
    return [(link.get("href"), link.get("aria-label")) for link in svg.findall(".//a")]


def test_each_stage_and_arrow_says_everything_that_its_gate_asks(links: list[tuple[str, str]]) -> None:
    assert len(links) == len(Stage) + len(ways(SEOUL_2014))
    for href, says in links:
        assert all(line.asks in says for line in gate_lines(Stage(href.removeprefix("#")), None))


def test_a_stage_says_how_many_are_in_it(links: list[tuple[str, str]]) -> None:
    assert sum("Engagements here now: 3." in says for _href, says in links) == 1


def test_an_arrow_past_a_stage_names_it(links: list[tuple[str, str]]) -> None:
    assert sum("left out with a reason:" in says for _href, says in links) == sum(
        way.past is not None for way in ways(SEOUL_2014)
    )
