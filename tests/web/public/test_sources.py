"""The documents behind everything."""

import pytest
from django.test import Client

from seoulution.apps.network.models import Source

pytestmark = pytest.mark.django_db


def test_sources_come_in_pages_of_fifty(client: Client):
    page = client.get("/sources/").context["page"]
    assert len(page.object_list) == 50 and page.paginator.count == Source.objects.count()


def test_a_source_is_found_by_its_code(client: Client):
    assert [row.code for row in client.get("/sources/", {"q": "seoul-briefing"}).context["page"]] == ["seoul-briefing"]


def test_only_addresses_of_the_web_become_links(client: Client):
    page = client.get("/sources/", {"sort": "title"}).content.decode()
    assert 'href="javascript' not in page and 'rel="noreferrer external"' in page
