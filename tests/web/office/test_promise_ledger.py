"""The promise ledger: from the mayor down, narrowed by its address, the same on screen and in its file."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.web.office.pages import dead_anchors, page, rows_of

from seoulution.apps.accounts.models import User
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.models import Engagement, Promise
from seoulution.engine.engagements.codes import Rank

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


@pytest.fixture
def ledger(person: Callable[..., Any]) -> User:
    """Four promises of different people; the one who sees to two of them."""
    keeper, today = person("officer", name="keeper"), timezone.localdate()
    file = Engagement.objects.get(code="metro-manila-transport-advice")

    def given(text: str, days: int | None, rank: Rank | str = "", **more: Any) -> None:
        due = today + timedelta(days=days) if days is not None else None
        words = {"engagement": file, "promised_by": f"who {text}", "promised_to": "MMDA"} | more
        Promise.objects.create(text=text, rank=rank, due_on=due, **words)

    given("by an officer", 1, Rank.OFFICER, owner=keeper)
    given("by nobody known", -5, owner=keeper)
    given("by the mayor", 40, Rank.MAYOR, side="theirs")
    given("kept by the mayor", -9, Rank.MAYOR, kept_on=today, kept_note="by hand")
    given(
        "to a request", None, Rank.VICE_MAYOR, engagement=None, sharing_request=SharingRequest.objects.get(code="yangon-2012")
    )
    return keeper


def listed(client: Client, query: str = "") -> list[str]:
    return [row["What was promised"] for row in rows_of(client, "office:promises", query)]


def test_the_mayors_promises_come_first_and_the_file_has_the_same_order(signed_in_as: SignIn, ledger: User) -> None:
    client = signed_in_as("officer")
    order = ["kept by the mayor", "by the mayor", "to a request", "by an officer", "by nobody known"]
    assert listed(client) == order
    html = page(client, "office:promises")
    assert [html.index(words) for words in order] == sorted(html.index(words) for words in order)
    assert html.index(">Mayor<") < html.index(">Vice mayor<") < html.index("Rank not on record")
    assert not dead_anchors(html)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?state=overdue", ["by nobody known"]),
        ("?state=kept_late", ["kept by the mayor"]),
        ("?state=due_soon", ["by an officer"]),
        ("?state=undated", ["to a request"]),
        ("?state=all-open&sort=due", ["by nobody known", "by an officer", "by the mayor", "to a request"]),
        ("?side=theirs", ["by the mayor"]),
        ("?rank=vice_mayor", ["to a request"]),
        ("?owner=keeper", ["by an officer", "by nobody known"]),
        ("?owner=me", []),
        ("?owner=Kee", ["by an officer", "by nobody known"]),
        ("?owner=nobody-of-that-name", []),
        ("?city=Yangon", ["to a request"]),
        ("?q=who+by+the", ["by the mayor"]),
    ],
)
def test_filters_narrow_it(signed_in_as: SignIn, ledger: User, query: str, expected: list[str]) -> None:
    assert listed(signed_in_as("manager"), query) == expected


def test_the_file_says_all_that_the_screen_says(signed_in_as: SignIn, ledger: User) -> None:
    row = rows_of(signed_in_as("auditor"), "office:promises", "?state=kept_late")[0]
    assert (row["Rank of who promised"], row["Who promised"], row["How it was kept"]) == (
        "Mayor",
        "who kept by the mayor",
        "by hand",
    )
    assert row["How it stands"] == "kept late" and row["File it belongs to"] == "Advice to MMDA on better transport"
