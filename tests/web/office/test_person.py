"""One account: each change with its reason, and every session of the person over at once."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse
from tests.web.shared.signing_in.devices_at_hand import with_device

from seoulution.apps.network.models import Affiliation, Agency, Firm

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


@pytest.fixture
def manager(signed_in_as: Callable[[str], Client]) -> Client:
    return signed_in_as("manager")


@pytest.fixture
def officer(person: Person) -> Any:
    return person("officer")


def change(manager: Client, user: Any, what: str, **given: str) -> Any:
    return manager.post(reverse("office:person_change", args=[user.pk]), {"change": what, **given})


@pytest.mark.trust
@pytest.mark.parametrize(
    ("what", "given"), [("role", {"role": "analyst"}), ("close", {}), ("password", {}), ("body", {"body": ""})]
)
def test_every_session_of_the_person_ends_at_once(manager: Client, officer: Any, what: str, given: dict[str, str]) -> None:
    """T12."""
    theirs = Client()
    theirs.force_login(officer, backend="seoulution.apps.accounts.backend.PersonBackend")
    assert theirs.get(reverse("office:today")).status_code == 200
    assert change(manager, officer, what, reason="asked by the head", **given).status_code in (200, 302)
    assert theirs.get(reverse("office:today")).status_code == 302


def test_the_history_says_who_changed_the_role_and_why(manager: Client, officer: Any) -> None:
    change(manager, officer, "role", role="analyst", reason="moved to research")
    page = manager.get(reverse("office:person", args=[officer.pk])).content.decode()
    assert "moved to research" in page and "manager" in page


@pytest.mark.parametrize("what", ["role", "close", "password", "device"])
def test_without_a_reason_nothing_is_changed(manager: Client, officer: Any, what: str) -> None:
    with_device(officer)
    before = officer.session_round
    answer = change(manager, officer, what, role="analyst", reason=" ")
    officer.refresh_from_db()
    assert answer.status_code == 422 and (officer.role, officer.is_active, officer.session_round) == ("officer", True, before)


def test_nobody_changes_the_own_role(manager: Client) -> None:
    own = manager.get(reverse("account")).wsgi_request.user
    assert change(manager, own, "role", role="auditor", reason="because").status_code == 422


def test_body_and_rank_are_said_and_taken_back(manager: Client, officer: Any) -> None:
    agency, firm = Agency.objects.filter(withdrawn_on=None)[0], Firm.objects.filter(withdrawn_on=None)[0]
    change(manager, officer, "body", body=agency.code, rank="bureau-head")
    assert Affiliation.objects.get(user=officer).agency == agency
    change(manager, officer, "body", body=firm.code, rank="no-such-rank")
    kept = Affiliation.objects.get(user=officer)
    assert (kept.agency, kept.firm, kept.rank) == (None, firm, "")
    change(manager, officer, "body", body="")
    assert not Affiliation.objects.filter(user=officer).exists()


@pytest.mark.trust
def test_whoever_changes_the_own_body_stays_signed_in_under_a_new_key_and_only_the_others_end(manager: Client) -> None:
    """T12."""
    own = manager.get(reverse("account")).wsgi_request.user
    elsewhere = Client()
    elsewhere.force_login(own, backend="seoulution.apps.accounts.backend.PersonBackend")
    before, agency = manager.session.session_key, Agency.objects.filter(withdrawn_on=None)[0]
    answer = change(manager, own, "body", body=agency.code, rank="team-head")
    page = manager.get(answer["Location"])
    assert page.status_code == 200 and "Your other devices were signed out" in page.content.decode()
    assert manager.session.session_key != before
    assert elsewhere.get(reverse("office:today")).status_code == 302
    old = Client()
    old.cookies[settings.SESSION_COOKIE_NAME] = before
    assert old.get(reverse("office:today")).status_code == 302


@pytest.mark.parametrize(("written", "kept"), [("Kim@seoul.example", "kim@seoul.example"), ("no address", None), ("", "")])
def test_the_address_is_checked(manager: Client, officer: Any, written: str, kept: str | None) -> None:
    answer = change(manager, officer, "address", email=written)
    officer.refresh_from_db()
    assert (answer.status_code, officer.email) == ((422, "") if kept is None else (302, kept))


def test_an_unknown_change_is_not_found(manager: Client, officer: Any) -> None:
    assert change(manager, officer, "superuser", reason="x").status_code == 404


@pytest.mark.trust
def test_an_older_sign_in_is_confirmed_before_a_role_changes(manager: Client, officer: Any) -> None:
    """T13."""
    start = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    with time_machine.travel(start, tick=False) as clock:
        manager.get(reverse("account"))
        clock.shift(timedelta(minutes=16))
        answer = change(manager, officer, "role", role="analyst", reason="moved")
        assert answer.headers["Location"].startswith(reverse("account_confirm"))
        officer.refresh_from_db()
        assert officer.role == "officer"
