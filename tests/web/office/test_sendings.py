"""The list of papers sent, one sending, and telling its recipient."""

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.publishing.referring import AFTER, SOLUTION, ended
from tests.apps.publishing.sending import LONG_AGO, leaflet_of, sent
from tests.web.office.pages import page, rows_of

from seoulution.apps.accounts.models import User
from seoulution.apps.publishing.models import Sending
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(signed_in_as: Callable[[str], Client]) -> Client:
    return signed_in_as("officer")


@pytest.fixture
def sendings(office: Client) -> list[Sending]:
    by = User.objects.get(username="officer")
    return [
        sent(by, recipient="Trade office in Lima", sent_on=LONG_AGO),
        sent(by, leaflet_of("ozone-contactor", Language.KO), recipient="Embassy in Quito", channel=None),
    ]


def test_the_download_is_the_list_as_it_was_narrowed(office: Client, sendings: list[Sending]) -> None:
    assert {row["Recipient"] for row in rows_of(office, "office:sendings")} == {"Trade office in Lima", "Embassy in Quito"}
    for query, expected in (
        ("?q=lima", {"Trade office in Lima"}),
        ("?language=ko", {"Embassy in Quito"}),
        ("?channel=channel-kotra", {"Trade office in Lima"}),
        ("?kind=brochure", set()),
        ("?sector=water", {"Trade office in Lima", "Embassy in Quito"}),
        ("?q=ozone", {"Embassy in Quito"}),
        ("?standing=stale", set()),
    ):
        assert {row["Recipient"] for row in rows_of(office, "office:sendings", query)} == expected, query


def test_a_paper_turns_out_of_date_in_the_list_on_today_and_on_the_page_of_the_claim(
    office: Client, sendings: list[Sending]
) -> None:
    assert "their recipients not told" not in page(office, "office:today")
    ended(AFTER)
    (row,) = rows_of(office, "office:sendings", "?standing=stale")
    assert (row["Recipient"], row["Of these out of date"], row["Which"]) == ("Trade office in Lima", "1", f"{SOLUTION}/{AFTER}")
    assert "their recipients not told: 1" in page(office, "office:today")
    assert "1 paper out there is out of date" in page(office, "office:documents")
    assert reverse("office:sending", args=[sendings[0].pk]) in page(office, "office:claim", SOLUTION, AFTER)


def test_the_record_shows_each_claim_then_and_now_but_no_value_of_an_expired_one(
    office: Client, sendings: list[Sending]
) -> None:
    ended(AFTER)
    html = page(office, "office:sending", str(sendings[0].pk))
    row = next(part for part in html.split("<tr>") if reverse("office:claim", args=[SOLUTION, AFTER]) in part)
    assert "94.4 %" in row and "may not be quoted" in row and "expired" in row
    assert "1 claim that this paper quotes no longer stands" in html


def test_todays_edition_for_the_same_recipient_is_begun_from_the_old_one(office: Client, sendings: list[Sending]) -> None:
    ended("rwr-1999")
    html = page(office, "office:sending", str(sendings[0].pk))
    href = unescape(html.split(f'href="{reverse("office:sending_new")}?')[1].split('"')[0])
    filled = page(office, "office:sending_new", query=f"?{href}")
    assert f'<option value="{SOLUTION}" selected>' in filled and 'value="Trade office in Lima"' in filled


def test_telling_the_recipient_takes_it_off_the_list_and_can_be_undone(office: Client, sendings: list[Sending]) -> None:
    ended(AFTER)
    pk = sendings[0].pk
    assert office.post(reverse("office:sending_told", args=[pk])).status_code == 302
    assert rows_of(office, "office:sendings", "?standing=stale") == []
    assert [row["Recipient"] for row in rows_of(office, "office:sendings", "?standing=told")] == ["Trade office in Lima"]
    assert "Its recipient was told on" in page(office, "office:sending", str(pk))
    office.post(reverse("office:sending_untold", args=[pk]))
    assert len(rows_of(office, "office:sendings", "?standing=stale")) == 1


def test_who_only_reads_sees_no_button(signed_in_as: Callable[[str], Client], sendings: list[Sending]) -> None:
    ended(AFTER)
    auditor = signed_in_as("auditor")
    html = page(auditor, "office:sending", str(sendings[0].pk)) + page(auditor, "office:sendings")
    assert reverse("office:sending_told", args=[sendings[0].pk]) not in html and reverse("office:sending_new") not in html


def test_no_query_breaks_the_list(office: Client, sendings: list[Sending]) -> None:
    for query in ("?page=zz", "?standing=magic&kind=x", "?sort=-note", "?q=%00", "?download=pdf"):
        assert office.get(reverse("office:sendings") + query).status_code in (200, 404), query


def test_the_list_costs_the_same_for_many(
    office: Client, sendings: list[Sending], django_assert_max_num_queries: Callable[..., Any]
) -> None:
    by = User.objects.get(username="officer")
    for number in range(12):
        sent(by, recipient=f"Office {number}")
    with django_assert_max_num_queries(20):
        page(office, "office:sendings")
