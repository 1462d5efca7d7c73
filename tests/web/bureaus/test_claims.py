"""Is this still true? The owner's list and answers."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.apps.publishing.referring import AFTER, BEFORE, SOLUTION, doubted, ended

from seoulution.apps.accounts.models import User
from seoulution.apps.catalogue.models import Claim
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import affiliate
from seoulution.engine.catalogue.claims import ClaimState

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
LIST = "/bureau/claims/"


@pytest.fixture
def waterworks(signed_in_as: SignIn) -> Client:
    client = signed_in_as("owner")
    affiliate(User.objects.get(username="owner"), agency=Agency.objects.get(code="office-of-waterworks"))
    client.cookies["language"] = "en"
    return client


def claim(code: str = AFTER) -> Claim:
    return Claim.objects.get(solution__code=SOLUTION, code=code)


def send(client: Client, what: str, code: str = AFTER, **fields: Any) -> Any:
    sent = {"submission": str(uuid.uuid4()), "revision": str(claim(code).revision), **fields}
    return client.post(f"{LIST}{SOLUTION}/{code}/{what}/", sent)


def test_what_waits_for_an_answer_stands_first_and_states_are_tabs(waterworks: Client) -> None:
    ended(AFTER)
    doubted(BEFORE)
    response: Any = waterworks.get(LIST)
    assert [row.code for row, _quote in response.context["rows"][:2]] == [AFTER, BEFORE]
    assert [tab.label for tab in response.context["tabs"]] == ["All", "expired", "in doubt", "as of its source"]
    narrowed: Any = waterworks.get(LIST + "?state=questioned&solution=revenue-water")
    assert [row.code for row, _quote in narrowed.context["rows"]] == [BEFORE]
    assert "Is this the whole city?" in narrowed.content.decode()


@pytest.mark.parametrize("query", ["state=%00", "solution=%00", "page=x", "state=nothing", "solution=topis"])
def test_no_query_breaks_the_list_or_shows_another_bodys_claims(waterworks: Client, query: str) -> None:
    response: Any = waterworks.get(f"{LIST}?{query}")
    assert response.status_code == 200
    assert all(row.solution.owner.code == "office-of-waterworks" for row, _quote in response.context["rows"])


def test_an_owner_confirms_until_a_day_and_the_claim_is_current(waterworks: Client) -> None:
    ended(AFTER)
    until = timezone.localdate() + timedelta(30)
    assert send(waterworks, "confirm", valid_until=until.isoformat()).status_code == 302
    assert (claim().state_on(timezone.localdate()), claim().valid_until) == (ClaimState.CURRENT, until)
    page = waterworks.get(f"{LIST}{SOLUTION}/{AFTER}/").content.decode()
    assert "Confirmed: it is still true." in page and "It may be quoted until" in page


def test_an_answer_to_a_doubt_stays_in_the_history(waterworks: Client) -> None:
    doubted(AFTER)
    assert "Is this the whole city?" in waterworks.get(f"{LIST}{SOLUTION}/{AFTER}/").content.decode()
    assert send(waterworks, "confirm", answer="Yes, the whole supply area.").status_code == 302
    page = waterworks.get(f"{LIST}{SOLUTION}/{AFTER}/").content.decode()
    assert claim().state_on(timezone.localdate()) is ClaimState.CURRENT and "Yes, the whole supply area." in page


def test_an_owner_ends_a_claim(waterworks: Client) -> None:
    yesterday = timezone.localdate() - timedelta(1)
    assert send(waterworks, "end", valid_until=yesterday.isoformat()).status_code == 302
    assert claim().state_on(timezone.localdate()) is ClaimState.EXPIRED


@pytest.mark.parametrize(
    ("what", "fields", "status", "words"),
    [
        ("end", {"valid_until": ""}, 422, "This field is required"),
        ("end", {"valid_until": "soon"}, 422, "Enter a valid date"),
        ("confirm", {"valid_until": "1999-01-01"}, 409, "still to come"),
        ("confirm", {"revision": "99"}, 409, "was changed meanwhile"),
        ("confirm", {"revision": "x"}, 409, "was changed meanwhile"),
        ("end", {"valid_until": "2020-01-01", "revision": ""}, 409, "was changed meanwhile"),
    ],
)
def test_a_refused_answer_says_why_keeps_what_was_typed_and_changes_nothing(
    waterworks: Client, what: str, fields: dict[str, str], status: int, words: str
) -> None:
    before = claim().revision
    response = send(waterworks, what, **fields)
    page = response.content.decode()
    assert response.status_code == status and words in page
    assert fields.get("valid_until", "") in page and claim().revision == before


def ticked(*codes: str) -> list[str]:
    return [f"{claim(code).pk}:{claim(code).revision}" for code in codes]


def test_many_are_looked_at_first_and_confirmed_together(waterworks: Client) -> None:
    chosen = ticked(AFTER, BEFORE)
    look: Any = waterworks.post(LIST + "confirm/", {"claim": chosen, "valid_until": "2099-12-31"})
    assert look.status_code == 200 and len(look.context["rows"]) == 2 and "2099-12-31" in look.content.decode()
    assert claim().confirmed_on is None
    sent = {"claim": chosen, "valid_until": "2099-12-31", "sure": "1", "submission": str(uuid.uuid4())}
    assert waterworks.post(LIST + "confirm/", sent).status_code == 302
    assert claim(AFTER).confirmed_on == claim(BEFORE).confirmed_on == timezone.localdate()


def test_where_one_was_changed_meanwhile_none_is_confirmed(waterworks: Client) -> None:
    chosen = ticked(AFTER, BEFORE)
    doubted(BEFORE)
    response = waterworks.post(LIST + "confirm/", {"claim": chosen, "sure": "1", "submission": str(uuid.uuid4())})
    assert response.status_code == 409 and "was changed meanwhile" in response.content.decode()
    assert claim(AFTER).confirmed_on is None
    assert f"{claim(BEFORE).pk}:{claim(BEFORE).revision}" in response.content.decode()


def test_another_bodys_claims_are_not_among_those_chosen(waterworks: Client) -> None:
    other = Claim.objects.exclude(solution__owner__code="office-of-waterworks")[0]
    response = waterworks.post(LIST + "confirm/", {"claim": [f"{other.pk}:{other.revision}", "x:y", "", "9:"], "sure": "1"})
    assert response.status_code == 302
    other.refresh_from_db()
    assert other.confirmed_on is None


def test_a_manager_answers_for_every_owner(signed_in_as: SignIn) -> None:
    manager = signed_in_as("manager")
    assert send(manager, "confirm").status_code == 302
    assert claim().confirmed_by == User.objects.get(username="manager")


def test_the_list_costs_few_queries(waterworks: Client, django_assert_max_num_queries: Callable[..., Any]) -> None:
    with django_assert_max_num_queries(12):
        waterworks.get(reverse("bureaus:claims"))
