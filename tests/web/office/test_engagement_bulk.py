"""Changing several on the page: choose, see what would change, confirm; nothing before."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from seoulution.apps.engagements.models import Engagement
from seoulution.web.shared.people_near import both_names

pytestmark = pytest.mark.django_db
CHANGE = "/office/engagements/change/"
BACKEND = "seoulution.apps.accounts.backend.PersonBackend"


@pytest.fixture
def officer(client: Client, person: Callable[..., Any]) -> Any:
    user = person("officer")
    client.force_login(user, backend=BACKEND)
    return user


def sealed(html: str) -> str:
    found = re.search(r'name="sealed" value="([^"]+)"', html)
    assert found
    return found.group(1)


def test_from_choice_to_preview_to_deed(client: Client, officer: Any) -> None:
    keys = list(Engagement.objects.filter(withdrawn_on=None, sector="water").values_list("pk", flat=True))
    first = client.post(CHANGE, {"row": keys, "query": "sector=water"}).content.decode()
    asked = {"field": "owner", "owner": officer.username, "reason": "handover", "query": "sector=water"}
    shown = client.post(CHANGE, {**asked, "step": "preview", "sealed": sealed(first)}).content.decode()
    assert not Engagement.objects.filter(owner=officer).exists() and "Changes" in shown
    for words in ("Give them an owner", f"<dd>{both_names(officer)}</dd>", "<dd>handover</dd>"):
        assert words in shown, "the preview says of what it is"
    answer = client.post(CHANGE, {**asked, "step": "apply", "sealed": sealed(shown)})
    assert answer.headers["Location"] == "/office/engagements/?sector=water"
    assert set(Engagement.objects.filter(owner=officer).values_list("pk", flat=True)) == set(keys)


def test_all_that_fit_the_filters_can_be_chosen(client: Client, officer: Any) -> None:
    page = client.post(CHANGE, {"all": "yes", "query": "sector=water"}).content.decode()
    assert f"{Engagement.objects.filter(withdrawn_on=None, sector='water').count()} engagements" in page


def test_nothing_chosen_and_a_broken_seal_lead_back_unchanged(client: Client, officer: Any) -> None:
    for given in ({}, {"sealed": "forged", "step": "apply", "field": "owner", "reason": "x"}):
        assert client.post(CHANGE, given).status_code == 302
    assert not Engagement.objects.exclude(owner=None).exists()


def test_a_change_without_a_reason_is_asked_for_it(client: Client, officer: Any) -> None:
    keys = list(Engagement.objects.filter(sector="water").values_list("pk", flat=True))
    assert client.post(CHANGE, {"row": keys, "step": "preview", "field": "owner", "reason": ""}).status_code == 422
