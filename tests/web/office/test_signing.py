"""To sign: what waits, reading, signing, the official paper."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.engagements.services.test_approvals import DAY, TRIP, sent
from tests.apps.engagements.signatories import engagement, letter, ranked
from tests.web.office.reading import body, post

from seoulution.apps.accounts.models import AccessRecord, User
from seoulution.apps.engagements.services.approvals import Writing, draft, send
from seoulution.engine.engagements.codes import CaseState, Rank

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(person: Callable[..., Any]) -> dict[Rank, User]:
    return {rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.TEAM_HEAD, Rank.DIVISION_HEAD)}


def client_of(user: User) -> Client:
    made = Client()
    made.force_login(user, backend="seoulution.apps.accounts.backend.PersonBackend")
    return made


def test_what_waits_is_listed_counted_in_the_navigation_and_signed(people: dict[Rank, User]) -> None:
    case, client = sent(people), client_of(people[Rank.TEAM_HEAD])
    page = body(client.get(reverse("office:signing")))
    assert case.title in page and 'To sign<span class="navigation__count">1<' in page
    address = reverse("office:signing_case", args=[case.pk])
    assert 'value="approved"' in body(client.get(address))
    assert post(client, "office:signing_sign", [case.pk], verdict="approved", round=1).status_code == 302
    assert 'To sign<span class="navigation__count">' not in body(client.get(reverse("office:signing")))
    last = client_of(people[Rank.DIVISION_HEAD])
    assert post(last, "office:signing_sign", [case.pk], verdict="approved", round=1).status_code == 302
    case.refresh_from_db()
    assert case.state == CaseState.APPROVED


def test_a_verdict_without_its_reason_or_without_choice_changes_nothing(people: dict[Rank, User]) -> None:
    case, client = sent(people), client_of(people[Rank.TEAM_HEAD])
    assert post(client, "office:signing_sign", [case.pk], verdict="declined", round=1).status_code == 422
    assert post(client, "office:signing_sign", [case.pk], verdict="perhaps", round=1).status_code == 422
    late = post(client, "office:signing_sign", [case.pk], verdict="sent_back", reason="which days?", round=9)
    assert late.status_code == 409 and "which days?" in body(late)
    case.refresh_from_db()
    assert case.state == CaseState.SIGNING


def test_who_is_not_in_turn_is_told_why_and_offered_no_buttons(people: dict[Rank, User]) -> None:
    case = sent(people)
    page = body(client_of(people[Rank.DIVISION_HEAD]).get(reverse("office:signing_case", args=[case.pk])))
    assert "It is not your turn yet" in page and 'value="approved"' not in page


@pytest.mark.parametrize("name", ["docx", "html"])
def test_the_official_paper_is_a_download(people: dict[Rank, User], name: str) -> None:
    case = sent(people)
    answer: Any = client_of(people[Rank.OFFICER]).get(reverse("office:signing_minutes", args=[case.pk, name]))
    assert answer.status_code == 200 and answer["Content-Disposition"].startswith("attachment")


def test_a_draft_has_no_official_paper_yet(people: dict[Rank, User]) -> None:
    case = draft(engagement(), TRIP, by=people[Rank.OFFICER])
    assert client_of(people[Rank.OFFICER]).get(reverse("office:signing_minutes", args=[case.pk, "docx"])).status_code == 404


def test_reading_a_paper_of_a_sensitive_file_is_recorded(people: dict[Rank, User]) -> None:
    case, row = sent(people), engagement()
    row.is_sensitive, row.owner = True, people[Rank.OFFICER]
    row.save()
    client_of(people[Rank.TEAM_HEAD]).get(reverse("office:signing_case", args=[case.pk]))
    kept = AccessRecord.objects.get()
    assert (kept.username, kept.action, kept.whose) == ("team_head", "view", f"approval:{case.pk}")


def test_the_very_version_that_was_attached_is_read_by_who_signs_and_a_sensitive_one_by_no_outsider(
    people: dict[Rank, User], person: Callable[..., Any]
) -> None:
    version = letter(people[Rank.OFFICER], is_sensitive=True)
    writing = Writing(TRIP.kind, TRIP.stage, "Trip", "Why", TRIP.amount, "KRW", (version,))
    case = draft(engagement(), writing, by=people[Rank.OFFICER])
    above = [[people[Rank.TEAM_HEAD]], [people[Rank.DIVISION_HEAD]]]
    send(case, signatories=above, by=people[Rank.OFFICER], seen_revision=1, today=DAY)
    client = client_of(people[Rank.DIVISION_HEAD])
    assert client.get(reverse("office:signing_attached", args=[case.pk, version.pk])).status_code == 200
    row = engagement()
    row.owner = people[Rank.OFFICER]
    row.save()
    outsider = client_of(person("officer", name="outsider"))
    assert "letter.txt" not in body(outsider.get(reverse("office:signing_case", args=[case.pk])))
    assert outsider.get(reverse("office:signing_attached", args=[case.pk, version.pk])).status_code == 404
    other = letter(people[Rank.OFFICER], title="not attached")
    assert client.get(reverse("office:signing_attached", args=[case.pk, other.pk])).status_code == 404


def test_an_absence_is_recorded_and_ended_from_the_page(people: dict[Rank, User], person: Callable[..., Any]) -> None:
    client, stranger = client_of(people[Rank.TEAM_HEAD]), client_of(person("officer", name="stranger"))
    given = {
        "stand_in": people[Rank.DIVISION_HEAD].username,
        "from_on": "2099-01-01",
        "until_on": "2099-01-05",
        "reason": "leave",
    }
    assert post(client, "office:absences", [], **{**given, "until_on": "2098-01-01"}).status_code == 422
    assert post(client, "office:absences", [], **given).status_code == 302
    absence = people[Rank.TEAM_HEAD].absences.get()
    assert "division_head" in body(client.get(reverse("office:absences")))
    assert post(stranger, "office:absence_end", [absence.pk], reason="x").status_code == 404
    assert post(client, "office:absence_end", [absence.pk], reason="back").status_code == 302
    absence.refresh_from_db()
    assert absence.ended_at
