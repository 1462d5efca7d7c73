"""The programme map: every count is the number of records it opens."""

import re

import pytest
from django.test import Client

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import NetworkEdge, NetworkNode
from seoulution.drawing.programme_shapes import SLOTS
from seoulution.engine.vocabulary import Stage
from seoulution.web.public.programme import flow_groups, groups, slot_of

pytestmark = pytest.mark.django_db


def test_every_count_of_a_stage_equals_the_list_it_opens(client: Client):
    chart = client.get("/").context["chart"]
    assert [stage.code for stage in chart.stages] == [stage.value for stage in Stage]
    for stage in chart.stages:
        assert client.get(stage.href).context["counts"].engagements == stage.count
    assert sum(stage.count for stage in chart.stages) == Engagement.objects.filter(withdrawn_on=None).count()


def test_every_node_and_arrow_opens_records_that_exist(client: Client):
    chart = client.get("/").context["chart"]
    network = client.get("/network/").content.decode()
    anchors = set(re.findall(r'id="([^"]+)"', network))
    for node in chart.nodes:
        for href in (node.href, *(edge.href for edge in node.edges)):
            address, _, anchor = href.partition("#")
            assert client.get(address).status_code == 200
            assert address != "/network/" or anchor in anchors, href


def test_a_line_of_the_map_opens_as_many_flows_as_it_counts():
    groups = flow_groups(NetworkEdge.objects.filter(withdrawn_on=None).select_related("tail", "head"))
    assert sum(len(group.edges) for group in groups) == NetworkEdge.objects.filter(withdrawn_on=None).count()
    lines = [group.line for group in groups if group.line]
    assert len(lines) == len(set(lines)) > 5


def test_every_box_of_the_documents_chart_has_its_place_on_the_map():
    assert all(slot_of(node) in SLOTS for node in NetworkNode.objects.all())


def test_a_body_stands_in_one_place_only():
    codes = [agency.code for group in groups() for agency in group.agencies]
    assert len(codes) - len(set(codes)) <= 1, "KOICA stands by itself and in the Development Alliance, nobody else twice"
