"""The page that describes the interface."""

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_it_names_every_operation_and_loads_nothing_from_elsewhere(client: Client) -> None:
    response = client.get("/api/")
    page = response.content.decode()
    assert response.status_code == 200
    for path in ("/api/solutions/{code}", "/api/engagements.geojson", "/api/corrections"):
        assert path in page
    loaded = re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"', page)
    assert loaded
    assert all(address.startswith("/") for address in loaded)
