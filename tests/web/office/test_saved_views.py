"""Keeping a view of the list of engagements, and leading back to it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from seoulution.apps.accounts.models import SavedView

pytestmark = pytest.mark.django_db
BACKEND = "seoulution.apps.accounts.backend.PersonBackend"


def test_a_kept_view_leads_to_the_same_list(client: Client, person: Callable[..., Any]) -> None:
    client.force_login(person("officer"), backend=BACKEND)
    answer = client.post("/office/views/save/", {"name": "Water", "query": "sector=water&view=board"})
    assert answer.headers["Location"] == "/office/engagements/?sector=water&view=board"
    assert "?sector=water&amp;view=board" in client.get("/office/engagements/").content.decode()


def test_a_view_without_a_name_says_so_and_keeps_nothing(client: Client, person: Callable[..., Any]) -> None:
    client.force_login(person("officer"), backend=BACKEND)
    assert client.post("/office/views/save/", {"name": " ", "query": ""}).status_code == 302
    assert not SavedView.objects.exists()


def test_another_persons_view_does_not_exist(client: Client, person: Callable[..., Any]) -> None:
    view = SavedView.objects.create(user=person("manager"), page="office:engagements", name="theirs")
    client.force_login(person("officer"), backend=BACKEND)
    assert client.post(f"/office/views/{view.pk}/delete/").status_code == 404
    assert client.post(f"/office/views/{view.pk}/rename/", {"name": "mine"}).status_code == 404
    view.refresh_from_db()
    assert view.name == "theirs"
