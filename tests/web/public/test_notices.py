"""Only what the software truly does."""

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_privacy_page_names_every_cookie_that_a_visitor_can_get(client: Client):
    page = client.get("/privacy/").content.decode()
    client.post("/language/", {"language": "ko"})
    client.post("/theme/", {"theme": "dark"})
    client.post("/ask/", {"city": "Hanoi", "text": "leaking pipes"})
    client.get("/ask/")
    assert client.cookies and all(name in page for name in client.cookies)


def test_the_days_of_the_link_are_those_of_the_setting(client: Client):
    assert f"works for {settings.STATUS_LINK_DAYS} days" in client.get("/privacy/").content.decode()


def test_the_licence_names_the_code_the_map_and_the_typeface(client: Client):
    page = client.get("/licence/").content.decode()
    assert "Apache License 2.0" in page and "Natural Earth" in page and "SIL Open Font License" in page
