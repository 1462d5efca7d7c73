"""Who works with whom."""

import pytest
from django.test import Client

from seoulution.apps.network.models import Agency, NetworkEdge, NetworkNode

pytestmark = pytest.mark.django_db


def test_every_body_of_the_chart_stands_on_the_page(client: Client):
    page = client.get("/network/").content.decode()
    codes = {
        code
        for node in NetworkNode.objects.all()
        if node.record.shows in ("agencies", "provider")
        for code in node.record.agencies
    }
    for name in Agency.objects.filter(code__in=codes).values_list("name_en", flat=True):
        assert name.split("(")[0].replace("&", "&amp;").replace("'", "&#x27;") in page, name


def test_every_flow_stands_on_the_page_with_its_print(client: Client):
    shown = [edge for group in client.get("/network/").context["flows"] for edge in group.edges]
    assert len(shown) == NetworkEdge.objects.filter(withdrawn_on=None).count()


def test_contacts_are_dated(client: Client):
    page = client.get("/network/").content.decode()
    assert "as of 31 May 2014" in page
