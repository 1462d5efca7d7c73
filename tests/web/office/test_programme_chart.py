"""The cooperation chart from live records."""

import pytest

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import Agency, Firm, NetworkEdge, NetworkNode
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.programme_chart import flow_groups, live_chart, place_of

pytestmark = pytest.mark.django_db


def _live() -> tuple[list[Agency], list[Firm], list[NetworkEdge]]:
    edges = NetworkEdge.objects.filter(withdrawn_on=None).select_related("tail", "head")
    return list(Agency.objects.filter(withdrawn_on=None)), list(Firm.objects.filter(withdrawn_on=None)), list(edges)


def test_every_box_of_the_documents_stands_somewhere() -> None:
    parties = dict(Agency.objects.values_list("code", "party"))
    places = {node.code: place_of(node, parties) for node in NetworkNode.objects.all()}
    assert places["city-institutes"] == places["corporations"] == "institutes"
    assert places["world-bank"] == "international"
    assert places["gdpc"] == places["koica"] == "agencies"
    assert places["expected-cities"] == places["shared"] == "partners"


def test_no_edge_is_lost_or_told_twice() -> None:
    agencies, _firms, edges = _live()
    grouped = [edge.code for group in flow_groups(edges, agencies) for edge in group.edges]
    assert sorted(grouped) == sorted(edge.code for edge in edges)


def test_a_line_counts_what_its_group_lists() -> None:
    agencies, firms, edges = _live()
    groups = flow_groups(edges, agencies)
    chart = live_chart(agencies, firms, groups)
    drawn = {(edge.href, edge.count) for node in chart.nodes for edge in node.edges}
    assert drawn == {(f"#{group.anchor}", len(group.edges)) for group in groups if group.line}


def test_stages_count_the_engagements_as_they_stand_now() -> None:
    agencies, firms, edges = _live()
    chart = live_chart(agencies, firms, flow_groups(edges, agencies))
    assert [stage.code for stage in chart.stages] == list(Stage)
    assert sum(stage.count for stage in chart.stages) == Engagement.objects.filter(withdrawn_on=None).count()
