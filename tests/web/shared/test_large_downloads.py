"""T13: before a whole register leaves the house, an older sign-in is confirmed; a list of a day's work is taken without."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests.web.shared.signing_in.devices_at_hand import PASSWORD

from seoulution.apps.engagements.models import Engagement, Promise, Task
from seoulution.web.shared import large_downloads

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def client(person: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Client:
    """Of somebody who signed in at the start; a register begins with six rows."""
    monkeypatch.setattr(large_downloads, "ROWS", 5)
    file, officer = Engagement.objects.all()[0], person("officer")
    for number in range(6):
        Promise.objects.create(engagement=file, text=str(number), promised_by="a", promised_to="b")
        Task.objects.create(engagement=file, text=str(number), owner=officer)
    made = Client()
    with time_machine.travel(START, tick=False):
        made.post(reverse("sign_in"), {"username": officer.username, "password": PASSWORD})
        assert made.get(reverse("account")).status_code == 200
    return made


LISTS = ("/office/engagements/", "/office/promises/", "/office/tasks/")


@pytest.mark.parametrize("page", LISTS)
def test_a_register_asks_an_older_sign_in_and_leads_back_to_its_list(client: Client, page: str) -> None:
    with time_machine.travel(START + timedelta(minutes=16), tick=False):
        asked = client.get(page + "?sort=-due&download=csv")
        assert asked.headers["Location"] == f"/account/confirm/?next={page.replace('/', '%2F')}%3Fsort%3D-due"
        client.post(reverse("account_confirm"), {"proof": PASSWORD, "next": page})
        assert client.get(page + "?download=csv").headers["Content-Type"].startswith("text/csv")


@pytest.mark.parametrize("page", LISTS)
def test_a_short_list_and_a_fresh_sign_in_are_not_asked(client: Client, page: str) -> None:
    with time_machine.travel(START + timedelta(minutes=14), tick=False):
        assert client.get(page + "?download=csv").status_code == 200
    with time_machine.travel(START + timedelta(minutes=25), tick=False):
        assert client.get(page + "?q=no+row+has+these+words&download=csv").status_code == 200
