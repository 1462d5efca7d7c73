"""Moving an engagement from its page."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.reading import body, post

from seoulution.apps.engagements.models import Engagement

pytestmark = pytest.mark.django_db
CODE = "bangkok-fare-card-consulting"
SignIn = Callable[[str], Client]


def test_a_manager_is_refused_with_all_findings_and_the_reason_is_kept(signed_in_as: SignIn) -> None:
    response = post(
        signed_in_as("manager"), "office:engagement_advance", [CODE], to="feasibility", revision=1, reason="they pressed us"
    )
    assert response.status_code == 422
    page = body(response)
    assert "Refused; nothing was changed" in page
    assert "they pressed us" in page
    assert Engagement.objects.get(code=CODE).stage == "consulting"


def test_a_manager_enters_a_stage_whose_gate_is_open_and_history_shows_it(signed_in_as: SignIn) -> None:
    client = signed_in_as("manager")
    response = post(client, "office:engagement_advance", [CODE], to="opportunity", revision=1, reason="understood anew")
    assert response.status_code == 302
    page = body(client.get(response.url))
    assert "understood anew" in page
    overview = body(client.get(reverse("office:engagement", args=[CODE])))
    assert "Policy consulting → Finding the opportunity" in overview


def test_the_same_form_sent_twice_counts_once(signed_in_as: SignIn) -> None:
    client, key = signed_in_as("manager"), str(uuid.uuid4())
    fields = {"submission": key, "to": "opportunity", "revision": 1, "reason": "once"}
    address = reverse("office:engagement_advance", args=[CODE])
    assert [client.post(address, fields).status_code for _ in range(2)] == [302, 302]
    assert Engagement.objects.get(code=CODE).revision == 2


def test_two_managers_at_once_see_each_others_version(signed_in_as: SignIn) -> None:
    client = signed_in_as("manager")
    post(client, "office:engagement_advance", [CODE], to="opportunity", revision=1, reason="first")
    response = post(client, "office:engagement_end", [CODE], ending="dormant", revision=1, reason="second")
    assert response.status_code == 409
    assert "Someone else changed this engagement first" in body(response)


def test_an_ending_needs_a_reason_and_stays_visible(signed_in_as: SignIn) -> None:
    client = signed_in_as("manager")
    assert post(client, "office:engagement_end", [CODE], ending="lost", revision=1, reason=" ").status_code == 422
    assert post(client, "office:engagement_end", [CODE], ending="lost", revision=1, reason="outbid").status_code == 302
    assert "outbid" in body(client.get(reverse("office:engagement", args=[CODE])))
    assert body(client.get(reverse("office:engagements"))).count("Lost")


def test_a_stage_is_entered_beside_another_finished_left_out_and_broken_off(signed_in_as: SignIn) -> None:
    client = signed_in_as("manager")
    row = Engagement.objects.get(code=CODE)
    row.documents.create(kind="training_programme", title="Programme")
    row.fundings.create(stage="training", fund="own-budget")
    row.activity, row.money_flow = "teaching", "own_budget"
    row.save()

    def done(name: str, **fields: Any) -> list[tuple[str, str]]:
        row.refresh_from_db()
        response = post(client, name, [CODE], revision=row.revision, reason="as agreed", **fields)
        assert response.status_code == 302, body(response)
        return list(row.spells.values_list("stage", "outcome"))

    assert ("training", "running") in done("office:engagement_advance", to="training", beside="yes")
    assert ("training", "done") in done("office:engagement_act", act="finish", to="training")
    assert ("feasibility", "left_out") in done("office:engagement_act", act="leave-out", to="feasibility")
    assert ("consulting", "broken_off") in done("office:engagement_act", act="break-off", to="consulting")
    page = body(client.get(reverse("office:engagement_course", args=[CODE])))
    assert "left out: as agreed" in page and "broken off" in page


@pytest.mark.parametrize("ending", ["completed", "declined", "withdrawn", "lost", "dormant"])
def test_each_ending_is_shown_and_a_manager_opens_it_again(signed_in_as: SignIn, ending: str) -> None:
    client = signed_in_as("manager")
    assert post(client, "office:engagement_end", [CODE], ending=ending, revision=1, reason="so it went").status_code == 302
    assert "so it went" in body(client.get(reverse("office:engagement_course", args=[CODE])))
    assert post(client, "office:engagement_reopen", [CODE], revision=2, reason=" ").status_code == 422
    assert post(client, "office:engagement_reopen", [CODE], revision=2, reason="a new mayor").status_code == 302
    assert Engagement.objects.get(code=CODE).ending == ""


@pytest.mark.parametrize(
    "name", ["office:engagement_advance", "office:engagement_end", "office:engagement_act", "office:engagement_reopen"]
)
@pytest.mark.parametrize("role", ["officer", "analyst", "auditor", "owner", "partner"])
def test_the_server_refuses_who_may_not_decide(signed_in_as: SignIn, name: str, role: str) -> None:
    response = post(signed_in_as(role), name, [CODE], to="opportunity", ending="lost", revision=1, reason="x")
    assert response.status_code == 403


@pytest.mark.parametrize("fields", [{"to": "\x00"}, {"to": "training", "revision": "9" * 40}, {"ending": "nowhere"}, {}])
def test_no_form_breaks_the_page(signed_in_as: SignIn, fields: dict[str, str]) -> None:
    client = signed_in_as("manager")
    for name in ("office:engagement_advance", "office:engagement_end", "office:engagement_act", "office:engagement_reopen"):
        assert post(client, name, [CODE], reason="a\x00b", **fields).status_code in (302, 409, 422)
