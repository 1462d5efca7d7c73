"""Engagements as of a day through the interface for programs."""

import json
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def get(client: Client, query: str) -> Any:
    response = client.get(f"/api/engagements?limit=100{query}")
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def test_the_documents_day_gives_their_table(client: Client) -> None:
    """14 countries, 15 places, 16 engagements: counted from what the interface answers."""
    rows = [row for row in get(client, "&on=2014-05-31")["items"] if row["row"] is not None]
    assert (len({row["country"] for row in rows}), len({row["city"] for row in rows}), len(rows)) == (14, 15, 16)
    assert {row["certainty"] for row in rows} == {"told"}


def test_an_earlier_day_has_only_what_had_begun_and_says_what_is_not_known(client: Client) -> None:
    found = get(client, "&on=2013-09-15")
    track = next(row for row in found["items"] if row["code"] == "hcmc-metro-track-design")
    assert found["count"] == 11 == len(found["items"])
    assert (track["presence"], track["certainty"], track["stage"], track["stages"]) == (
        "stage_not_known",
        "not_known",
        None,
        [],
    )


def test_no_day_and_any_later_day_are_today(client: Client) -> None:
    assert get(client, "") == get(client, "&on=2999-12-31")


def test_what_is_no_day_is_refused(client: Client) -> None:
    assert client.get("/api/engagements?on=yesterday").status_code == 422


def test_the_map_is_of_the_day_too_and_refuses_what_is_none(client: Client) -> None:
    def at(query: str) -> dict[str, dict[str, Any]]:
        answer: Any = client.get("/api/engagements.geojson" + query)
        assert answer["Content-Type"] == "application/geo+json"
        return {each["id"]: each["properties"] for each in json.loads(answer.getvalue())["features"]}

    then, now = at("?on=2013-09-15"), at("")
    listed = client.get("/api/engagements?limit=100&on=2013-09-15").json()["items"]
    assert set(then) == {each["code"] for each in listed} and len(now) > len(then) > 0
    by_code = {each["code"]: each for each in listed}
    assert all((each["standing"], each["on"]) == (by_code[code]["standing"], "2013-09-15") for code, each in then.items())
    assert at("?on=2999-01-01").keys() == now.keys()
    for written in ("yesterday", "2014-02-30", "86400"):
        assert client.get(f"/api/engagements.geojson?on={written}").status_code == 422


def test_the_day_of_the_map_is_described(client: Client) -> None:
    described = client.get("/api/openapi.json").json()["paths"]["/api/engagements.geojson"]["get"]
    assert [each["name"] for each in described["parameters"]] == ["on"]
    assert "application/geo+json" in described["responses"]["200"]["content"]


def test_a_list_costs_few_queries_however_many_the_documents_tell_of(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(6):
        get(client, "&on=2020-01-01")
