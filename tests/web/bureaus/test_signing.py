"""Heads of bureaus sign in their own portal, without the office."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.engagements.services.test_approvals import DAY, TRIP
from tests.apps.engagements.signatories import engagement, ranked
from tests.web.office.reading import body, post

from seoulution.apps.engagements.services.approvals import draft, send
from seoulution.engine.engagements.codes import CaseState, Rank

pytestmark = pytest.mark.django_db


def test_an_owner_reads_signs_and_takes_the_official_paper(person: Callable[..., Any]) -> None:
    officer = ranked(person, Rank.OFFICER)
    team, head = (ranked(person, rank, role="owner") for rank in (Rank.TEAM_HEAD, Rank.DIVISION_HEAD))
    case = draft(engagement(), TRIP, by=officer)
    send(case, signatories=[[team], [head]], by=officer, seen_revision=1, today=DAY)
    client = Client()
    client.force_login(team, backend="seoulution.apps.accounts.backend.PersonBackend")
    assert case.title in body(client.get(reverse("bureaus:signing")))
    assert "Three people" in body(client.get(reverse("bureaus:signing_case", args=[case.pk])))
    assert client.get(reverse("office:signing_case", args=[case.pk])).status_code == 403
    back = post(client, "bureaus:signing_sign", [case.pk], verdict="sent_back", reason="which days?", round=1)
    assert back.status_code == 302
    case.refresh_from_db()
    assert case.state == CaseState.SENT_BACK
    assert client.get(reverse("bureaus:absences")).status_code == 200


def test_an_owner_without_a_place_does_not_see_the_paper(person: Callable[..., Any]) -> None:
    officer = ranked(person, Rank.OFFICER)
    case = draft(engagement(), TRIP, by=officer)
    client = Client()
    client.force_login(person("owner"), backend="seoulution.apps.accounts.backend.PersonBackend")
    assert client.get(reverse("bureaus:signing_case", args=[case.pk])).status_code == 404
