"""Every page of the office's records: opens for those who may see it, for nobody else, and withstands any address."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db

PAGES = [
    ("office:solutions", ()),
    ("office:cities", ()),
    ("office:city", ("metro-manila",)),
    ("office:city", ("hue",)),
    ("office:city", ("trinidad-and-tobago",)),
    ("office:engagements", ()),
    ("office:engagement", ("metro-manila-transport-advice",)),
    ("office:engagement", ("bangkok-fare-card-consulting",)),
    ("office:engagement", ("chittagong-signalling",)),
    ("office:legal", ()),
    ("office:stages", ()),
    ("office:funds", ()),
    ("office:oda", ()),
    ("office:network", ()),
    ("office:agency", ("koica",)),
    ("office:responsibilities", ()),
    ("office:targets", ()),
    ("office:training", ()),
    ("office:results", ()),
    ("office:documents", ()),
    ("office:corrections", ()),
]
LISTS = {
    "office:solutions": 10,
    "office:cities": 10,
    "office:engagements": 10,
    "office:funds": 10,
    "office:legal": 10,
    "office:stages": 10,
    "office:targets": 16,
}
"""Queries a page may cost, the session and the account included; none grows with the number of rows."""
SEE = ("officer", "manager", "analyst", "auditor")
REFUSED = ("owner", "partner")
ODD = "?page=zz&sort=-nothing&view=%00&q=%00&sector=x&stage=%00&year=99999&as_of=abc&indicator=x&to=x&w_proximity=nan&download="


@pytest.mark.parametrize(("name", "args"), PAGES)
def test_opens_for_the_office_in_both_languages(
    signed_in_as: Callable[[str], Client], name: str, args: tuple[str, ...]
) -> None:
    client = signed_in_as("manager")
    for language in ("en", "ko"):
        client.cookies["language"] = language
        assert client.get(reverse(name, args=args)).status_code == 200


@pytest.mark.parametrize("role", SEE)
def test_every_office_role_sees_every_page(signed_in_as: Callable[[str], Client], role: str) -> None:
    client = signed_in_as(role)
    for name, args in PAGES:
        assert client.get(reverse(name, args=args)).status_code == 200, name


@pytest.mark.parametrize("role", REFUSED)
def test_other_roles_are_refused_by_the_server(signed_in_as: Callable[[str], Client], role: str) -> None:
    client = signed_in_as(role)
    for name, args in PAGES:
        assert client.get(reverse(name, args=args)).status_code == 403, name


def test_visitors_are_led_to_sign_in(client: Client) -> None:
    for name, args in PAGES:
        response = client.get(reverse(name, args=args))
        assert response.status_code == 302
        assert response.headers["Location"].startswith("/sign-in/")


@pytest.mark.parametrize(("name", "args"), PAGES)
def test_no_query_breaks_a_page(signed_in_as: Callable[[str], Client], name: str, args: tuple[str, ...]) -> None:
    assert signed_in_as("manager").get(reverse(name, args=args) + ODD).status_code in (200, 404)


@pytest.mark.parametrize("name", ["office:city", "office:engagement", "office:fund", "office:agency"])
def test_an_unknown_record_is_not_found(signed_in_as: Callable[[str], Client], name: str) -> None:
    assert signed_in_as("manager").get(reverse(name, args=["no-such-record"])).status_code == 404


@pytest.mark.parametrize(("name", "most"), LISTS.items())
def test_a_list_costs_few_queries(
    signed_in_as: Callable[[str], Client], name: str, most: int, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    client = signed_in_as("manager")
    client.get(reverse(name))
    with django_assert_max_num_queries(most):
        client.get(reverse(name))


@pytest.mark.parametrize("words", ["%00", "%00hanoi", "%27%22%5C%25_", "%F0%9F%98%80", "a" * 5000])
def test_the_search_withstands_any_words(signed_in_as: Callable[[str], Client], words: str) -> None:
    assert signed_in_as("officer").get(reverse("office:search") + f"?q={words}").status_code == 200
