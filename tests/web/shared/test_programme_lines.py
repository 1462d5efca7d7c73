"""Which flows the programme map draws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoulution.drawing.programme_shapes import SLOTS
from seoulution.engine.vocabulary import NetworkFlow, Stage
from seoulution.web.shared.programme_lines import drawn_line

places = st.sampled_from(sorted(SLOTS))
kinds = st.sampled_from([kind.value for kind in NetworkFlow])


@given(places, kinds, places)
def test_a_line_always_runs_between_boxes_that_the_map_has(tail: str, kind: str, head: str) -> None:
    line = drawn_line((tail, kind, head))
    if line is not None:
        assert line[0] in SLOTS
        assert line[1] in SLOTS or line[1] in set(Stage)
        assert line[2] == kind


@given(places, kinds, places)
def test_both_directions_share_one_line(tail: str, kind: str, head: str) -> None:
    assert drawn_line((tail, kind, head)) == drawn_line((head, kind, tail))


@given(kinds)
def test_what_runs_between_seoul_and_partner_cities_is_the_flow_of_stages_itself(kind: str) -> None:
    assert drawn_line(("provider", kind, "partners")) is None


@pytest.mark.parametrize(
    ("flow", "line"),
    [
        (("agencies", "funding", "provider"), ("agencies", "consulting", "funding")),
        (("international", "funding", "provider"), ("international", "feasibility", "funding")),
        (("institutes", "consortium", "firms"), ("firms", "main_project", "consortium")),
        (("agencies", "information", "provider"), ("provider", "agencies", "information")),
    ],
)
def test_money_and_consortia_enter_the_stage_they_pay_for_or_build(
    flow: tuple[str, str, str], line: tuple[str, str, str]
) -> None:
    assert drawn_line(flow) == line
