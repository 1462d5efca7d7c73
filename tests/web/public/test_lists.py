"""What every public list shares."""

import pytest
from django.test import RequestFactory

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
