"""The one box, and the programme map below it."""

import re

import pytest
from django.test import Client

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import NetworkEdge
from seoulution.engine.vocabulary import Stage
from seoulution.web.public.programme import flow_groups

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text",
    [
        "We lose half of our water through leaking pipes",
        "정수한 물의 절반이 누수로 사라집니다",
        "Perdemos la mitad del agua por fugas en las tuberías",
        "نخسر نصف المياه بسبب تسرب الأنابيب",
    ],
)
def test_a_need_in_the_visitors_words_finds_a_solution_and_says_why(client: Client, text: str):
    page = client.get("/", {"need": text})
    search = page.context["search"]
    offers = [offer for need in search.needs for offer, _reasons in need.offers]
    assert "revenue-water" in {offer.solution.code for offer in offers}
    assert all(reasons for need in search.needs for _offer, reasons in need.offers)
    assert b"Why it fits" in page.content


@pytest.mark.parametrize("text", ["🎉🎉", "!!! ???", "…"])
def test_without_words_nothing_is_offered_and_it_is_said(client: Client, text: str):
    page = client.get("/", {"need": text})
    assert page.status_code == 200 and b"There are no words" in page.content


def test_what_no_solution_answers_is_said_to_fit_none(client: Client):
    page = client.get("/", {"need": "We want to win the next world cup in football"})
    assert b"None of our solutions clearly answers this" in page.content


@pytest.mark.parametrize(
    "text", ["\x00\x0b", " ", "<script>alert(1)</script>", "a" * 5000, "e" + "\u0301" * 3000, "\u202eleak"]
)
def test_hostile_words_are_answered_calmly(client: Client, text: str):
    page = client.get("/", {"need": text})
    assert page.status_code == 200 and b"<script>alert" not in page.content


def test_a_long_text_says_that_only_its_beginning_was_read(client: Client):
    assert b"Only the beginning was read" in client.get("/", {"need": "water leaks " * 400}).content


def test_searching_keeps_nothing(client: Client):
    before = SharingRequest.objects.count()
    client.get("/", {"need": "our buses are slow"})
    assert SharingRequest.objects.count() == before


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


def test_without_confirmed_results_the_page_says_what_would_stand_there(client: Client):
    assert b"No city has confirmed a result here yet" in client.get("/").content
