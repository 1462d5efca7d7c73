"""What every public list shares."""

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from seoulution.apps.network.models import Source
from seoulution.web.public.lists import ordered, page_of, query_of

pytestmark = pytest.mark.django_db
ORDERS = {"code": "code", "title": "title"}


@pytest.mark.parametrize(
    ("asked", "order"),
    [("title", "title"), ("-title", "-title"), ("nope", "code"), ("--title", "code"), ("", "code"), ("-", "code")],
)
def test_an_unknown_order_is_the_default(asked: str, order: str):
    rows = ordered(Source.objects.all(), RequestFactory().get("/", {"sort": asked}), ORDERS, "code")
    assert rows.query.order_by == (order, "pk")


@pytest.mark.parametrize(("asked", "number"), [("2", 2), ("abc", 1), ("-3", 19), ("9999", 19), ("", 1)])
def test_a_page_that_is_none_leads_to_the_nearest(asked: str, number: int):
    page = page_of(list(range(931)), RequestFactory().get("/", {"page": asked}))  # type: ignore[type-var]
    assert page.number == number


def test_a_download_keeps_the_filters_and_drops_the_page():
    assert query_of(RequestFactory().get("/", {"q": "물", "page": "3"})) == "?q=%EB%AC%BC"
    assert query_of(RequestFactory().get("/")) == ""


@pytest.mark.parametrize(
    ("address", "few"), [("/solutions/", "sector=waste"), ("/cities/", "part=sister"), ("/status/", "country=VN"), ("/", "")]
)
def test_a_list_asks_the_database_as_often_for_many_rows_as_for_few_and_reads_no_whole_record(
    client: Client, address: str, few: str
):
    """Whole records are what makes a list slow; `data` may be read of the rows shown, never of what they are joined to."""
    client.get(address)
    with CaptureQueriesContext(connection) as for_many:
        client.get(address)
    with CaptureQueriesContext(connection) as for_few:
        client.get(f"{address}?{few}")
    claims = 1  # asked for once, where a line shown quotes one
    choices = 3  # a filter in use asks what it may be chosen from, whatever the number of rows
    assert len(for_few) - choices <= len(for_many) <= min(len(for_few) + claims, 12)
    asked = " ".join(query["sql"] for query in for_many)
    assert not [table for table in ("policysolution", "city", "country", "tie") if f'_{table}"."data",' in asked]
