"""The open data interface: what it answers, that it changes nothing and names nobody."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from tests.apps.publishing.referring import AFTER, BEFORE, SOLUTION, doubted, ended, referring

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand.models import Channel
from seoulution.apps.demand.services import Incoming, receive
from seoulution.web.shared.access import OPEN

pytestmark = pytest.mark.django_db
LISTS = {"solutions": 35, "cities": 64, "engagements": 25, "corrections": 66}
"""Records that ship: see reference/."""


def get(client: Client, path: str) -> Any:
    response = client.get("/api/" + path)
    assert response.status_code == 200
    return json.loads(response.content)


@pytest.mark.parametrize(("name", "count"), LISTS.items())
def test_a_list_answers_with_its_count_and_pages(client: Client, name: str, count: int) -> None:
    whole = get(client, f"{name}?limit=100")
    assert whole["count"] == count == len(whole["items"])
    page = get(client, f"{name}?limit=3&offset=2")
    assert page["items"] == whole["items"][2:5]
    assert page["count"] == count


def test_sources_are_those_of_the_records(client: Client) -> None:
    found = get(client, "sources?limit=2000")
    assert {"seoul-article", "seoul-briefing"} <= {row["code"] for row in found["items"]}


def test_a_solution_has_its_sections_figures_and_gaps(client: Client) -> None:
    found = get(client, "solutions/revenue-water")
    assert found["sector"] == "water"
    assert all(claim["figure"]["source"] for claim in found["claims"])
    assert any(claim["figure"]["value"] == "94.5" for claim in found["claims"])


def test_a_figure_says_how_far_it_may_be_relied_on(client: Client) -> None:
    doubted(BEFORE)
    claims = {claim["code"]: claim for claim in get(client, f"solutions/{SOLUTION}")["claims"]}
    assert (claims[BEFORE]["state"], claims[AFTER]["state"]) == ("questioned", "unconfirmed")
    assert claims[AFTER]["confirmed_on"] is None and claims[AFTER]["valid_until"] is None
    assert claims[AFTER]["figure"]["value"] == "94.4"


def test_an_expired_figure_comes_without_its_value_in_claims_and_texts_of_both_languages(client: Client) -> None:
    referring()
    ended(AFTER)
    found = get(client, f"solutions/{SOLUTION}")
    [claim] = [each for each in found["claims"] if each["code"] == AFTER]
    assert (claim["state"], claim["figure"]) == ("expired", None) and claim["valid_until"]
    listed = next(row for row in get(client, "solutions?limit=100")["items"] if row["code"] == SOLUTION)
    for text in (found["result"], found["sections"]["results"], listed["result"]):
        assert "withheld" in text["en"] and "비공개" in text["ko"] and "94.4" not in text["en"] + text["ko"]


def test_a_solution_that_does_not_exist_is_said_to_be_missing(client: Client) -> None:
    response = client.get("/api/solutions/nothing")
    assert response.status_code == 404
    assert "All codes are at /api/solutions" in json.loads(response.content)["detail"]


def test_engagements_are_points_with_longitude_first(client: Client) -> None:
    response = client.get("/api/engagements.geojson")
    assert response["Content-Type"] == "application/geo+json"
    features = {feature["id"]: feature for feature in json.loads(response.getvalue())["features"]}
    longitude, latitude = features["metro-manila-transport-advice"]["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (121, 15)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("name", [*LISTS, "sources", "solutions/revenue-water"])
def test_nothing_can_be_written(client: Client, method: str, name: str) -> None:
    assert getattr(client, method)("/api/" + name).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "solutions?sector=%00", "solutions?sector=nothing", "solutions?limit=-1", "solutions?limit=x", "solutions?offset=-9",
        "solutions?limit=99999999999999999999", "cities?limit=0", "solutions/%00", "solutions/..%2f..", "sources?offset=1e9",
    ],
)  # fmt: skip
def test_no_address_breaks_it(client: Client, path: str) -> None:
    assert client.get("/api/" + path).status_code in (200, 404, 422)


def test_no_person_appears_anywhere(client: Client) -> None:
    incoming = Incoming(
        text="We need help with water.", city_as_written="Hue", requester_name="Zzyzx Person", requester_email="zz@example.org"
    )
    receive(incoming, channel=Channel.FORM, by=None)
    for name in (*LISTS, "sources", "engagements.geojson", "openapi.json"):
        body = client.get(f"/api/{name}?limit=2000").getvalue().decode()
        assert "Zzyzx" not in body
        assert "zz@example.org" not in body


def test_every_operation_is_marked_as_open_or_the_offices() -> None:
    marks = [pattern.callback.access for pattern in patterns("api/") if pattern.callback is not None]  # type: ignore[attr-defined]
    assert len(marks) >= 9
    assert set(marks) == {OPEN, Permission.SEE_OFFICE}, "open, or the office's own"


def patterns(prefix: str) -> list[URLPattern]:
    def below(resolver: URLResolver) -> list[URLPattern]:
        return [found for each in resolver.url_patterns for found in (below(each) if isinstance(each, URLResolver) else [each])]

    roots = [each for each in get_resolver().url_patterns if isinstance(each, URLResolver) and str(each.pattern) == prefix]
    return [found for root in roots for found in below(root)]


def test_the_description_lists_every_operation(client: Client) -> None:
    described = get(client, "openapi.json")
    assert {
        "/api/solutions",
        "/api/solutions/{code}",
        "/api/cities",
        "/api/engagements",
        "/api/sources",
        "/api/corrections",
    } <= set(described["paths"])
    assert all(set(methods) == {"get"} for methods in described["paths"].values())
