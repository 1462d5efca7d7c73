"""Drafting, sending, drafting again and taking back, from the pages."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.engagements.services.test_approvals import sent
from tests.apps.engagements.signatories import CODE, letter, ranked
from tests.web.office.reading import body, post

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.models import ApprovalCase
from seoulution.apps.engagements.services.papers import add_version
from seoulution.apps.engagements.services.signing import sign
from seoulution.engine.engagements.codes import CaseState, Rank, Verdict

pytestmark = pytest.mark.django_db
WRITTEN = {
    "kind": "official_travel",
    "stage": "consulting",
    "title": "Trip",
    "text": "Why",
    "amount": "3000000",
    "currency": "krw",
}


@pytest.fixture
def people(person: Callable[..., Any]) -> dict[Rank, User]:
    return {rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.TEAM_HEAD, Rank.DIVISION_HEAD)}


@pytest.fixture
def client(people: dict[Rank, User]) -> Client:
    made = Client()
    made.force_login(people[Rank.OFFICER], backend="seoulution.apps.accounts.backend.PersonBackend")
    return made


def test_a_draft_is_written_changed_and_sent_from_the_pages(client: Client, people: dict[Rank, User]) -> None:
    assert client.get(reverse("office:paper_draft", args=[CODE])).status_code == 200
    assert post(client, "office:paper_draft", [CODE], **WRITTEN).status_code == 302
    case = ApprovalCase.objects.get(title="Trip")
    changed = {**WRITTEN, "title": "Trip to Manila", "revision": case.revision}
    assert post(client, "office:draft_edit", [case.pk], **changed).status_code == 302
    page = body(client.get(reverse("office:signing_case", args=[case.pk])))
    assert "Trip to Manila" in page and 'name="place-1-0"' in page
    case.refresh_from_db()
    chosen = {"place-0-0": people[Rank.TEAM_HEAD].pk, "place-1-0": people[Rank.DIVISION_HEAD].pk}
    assert post(client, "office:draft_send", [case.pk], revision=case.revision, **chosen).status_code == 302
    case.refresh_from_db()
    assert case.state == CaseState.SIGNING


def test_what_is_missing_is_said_at_once_and_who_was_chosen_is_kept(client: Client, people: dict[Rank, User]) -> None:
    post(client, "office:paper_draft", [CODE], **{**WRITTEN, "text": ""})
    case = ApprovalCase.objects.get(title="Trip")
    refused = post(client, "office:draft_send", [case.pk], revision=1, **{"place-0-0": people[Rank.TEAM_HEAD].pk})
    page = body(refused)
    assert refused.status_code == 422
    assert "does not say what is to be decided" in page and "Nobody is chosen to sign as Head of division" in page
    assert f'<option value="{people[Rank.TEAM_HEAD].pk}" selected>' in page


def test_a_draft_that_somebody_changed_meanwhile_is_not_overwritten(client: Client) -> None:
    post(client, "office:paper_draft", [CODE], **WRITTEN)
    case = ApprovalCase.objects.get(title="Trip")
    post(client, "office:draft_edit", [case.pk], **{**WRITTEN, "title": "First", "revision": 1})
    late = post(client, "office:draft_edit", [case.pk], **{**WRITTEN, "title": "Second", "revision": 1})
    assert late.status_code == 409 and 'value="Second"' in body(late)
    case.refresh_from_db()
    assert case.title == "First"


def test_a_sent_back_paper_is_drafted_again_and_can_be_taken_back(client: Client, people: dict[Rank, User]) -> None:
    case = sent(people)
    sign(case, verdict=Verdict.SENT_BACK, reason="days?", by=people[Rank.TEAM_HEAD], seen_round=1, today=case.sent_at.date())
    case.refresh_from_db()
    assert post(client, "office:draft_again", [case.pk], revision=case.revision).status_code == 302
    case.refresh_from_db()
    assert (case.state, case.round) == (CaseState.DRAFT, 2)
    assert post(client, "office:draft_withdraw", [case.pk], revision=case.revision, reason="").status_code == 422
    assert post(client, "office:draft_withdraw", [case.pk], revision=case.revision, reason="off").status_code == 302


def test_the_version_that_was_attached_stays_a_choice_when_a_newer_one_comes(client: Client, people: dict[Rank, User]) -> None:
    first = letter(people[Rank.OFFICER])
    post(client, "office:paper_draft", [CODE], **WRITTEN, attached=[first.pk])
    newer = add_version(first.document, name="letter.txt", data=b"Newer.", by=people[Rank.OFFICER])
    case = ApprovalCase.objects.get(title="Trip")
    page = body(client.get(reverse("office:draft_edit", args=[case.pk])))
    assert f'value="{first.pk}"' in page and f'value="{newer.pk}"' in page
    post(client, "office:draft_edit", [case.pk], **WRITTEN, revision=1, attached=[first.pk])
    assert list(case.attached.all()) == [first]


def test_an_amount_that_is_no_number_is_asked_for_again(client: Client) -> None:
    assert post(client, "office:paper_draft", [CODE], **{**WRITTEN, "amount": "much"}).status_code == 422
    assert not ApprovalCase.objects.exists()
