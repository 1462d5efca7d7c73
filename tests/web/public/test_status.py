"""The status of sharing: the documents' table from live records."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.apps.engagements.services.files import opened

from seoulution.apps.engagements.models import Engagement
from seoulution.web.public import status

pytestmark = pytest.mark.django_db


def _file(client: Client, name: str, query: dict[str, str]) -> bytes:
    answer: Any = client.get(f"/status/download/{name}/", query)
    return b"".join(answer)


def _rows(client: Client, query: dict[str, str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_file(client, "csv", query).decode("utf-8-sig"))))


def test_the_download_is_the_list_on_screen(client: Client):
    query = {"sector": "water", "sort": "-city"}
    screen = [row.code for row in client.get("/status/", query).context["page"]]
    assert [row["Code"] for row in _rows(client, query)] == screen
    points = json.loads(_file(client, "geojson", query))
    assert [feature["id"] for feature in points["features"]] == screen


def test_the_documents_table_counts_fourteen_countries_fifteen_places_sixteen_engagements(client: Client):
    """Article, table 2, counted; corrections.yaml number 36 says how the print differs."""
    counts = client.get("/status/", {"listed": "table"}).context["counts"]
    assert (counts.countries, counts.places, counts.engagements) == (14, 15, 16)
    everything = client.get("/status/").context["counts"]
    assert everything.engagements == Engagement.objects.filter(withdrawn_on=None).count() > 16


def test_engagements_told_only_in_the_text_say_so(client: Client):
    page = client.get("/status/", {"listed": "text"})
    assert all(row.row is None for row in page.context["page"]) and b"only in the text" in page.content


def test_on_the_documents_day_the_table_is_theirs(client: Client):
    """14 countries, 15 places, 16 engagements, each in the stage and standing of its record; from live rows, by rule."""
    page = client.get("/status/", {"listed": "table", "on": "2014-05-31"})
    counts = page.context["counts"]
    assert (counts.countries, counts.places, counts.engagements) == (14, 15, 16)
    for line, _touching in page.context["lines"]:
        told = line.row.told
        assert (line.on.stages, line.on.standing) == ((told.stage,), told.standing)


@pytest.mark.parametrize(("day", "begun"), [("2004-12-31", 0), ("2005-01-01", 1), ("2013-09-01", 9), ("2014-05-30", 10)])
def test_before_the_documents_only_what_has_a_beginning_counts(client: Client, day: str, begun: int):
    page = client.get("/status/", {"listed": "table", "on": day})
    assert page.context["counts"].engagements == begun
    assert page.context["unknown"] == 13 or day == "2014-05-30"


def test_every_download_is_of_the_day_on_screen(client: Client):
    query = {"on": "2012-06-30"}
    page = client.get("/status/", query)
    screen = [line.row.code for line, _touching in page.context["lines"]]
    sheet = _rows(client, query)
    assert [row["Code"] for row in sheet] == screen and {row["As of"] for row in sheet} == {"2012-06-30"}
    points = json.loads(_file(client, "geojson", query))
    assert [feature["id"] for feature in points["features"]] == screen
    for name in ("docx", "hwpx", "xlsx"):
        answer = client.get(f"/status/download/{name}/", query)
        assert answer.status_code == 200 and "2012-06-30" in answer["Content-Disposition"]


@pytest.mark.parametrize("written", ["yesterday", "2014-13-01", "9999-12-31", "0000-00-00", "x" * 300])
def test_a_day_that_is_none_or_lies_ahead_shows_today(client: Client, written: str):
    page = client.get("/status/", {"on": written})
    assert page.status_code == 200 and page.context["day"].is_today


def test_cells_are_merged_in_the_documents_order_only(client: Client):
    assert b'rowspan="7"' in client.get("/status/", {"listed": "table"}).content
    assert b"rowspan" not in client.get("/status/", {"listed": "table", "sort": "-city"}).content


def test_a_correction_stands_in_the_row_it_touches(client: Client):
    page = client.get("/status/", {"q": "Brunei"})
    touched = {
        line.row.code: [each.row.code for each in touching] for line, touching in client.get("/status/").context["lines"]
    }
    assert touched["mumbai-transport-consulting"] == ["correction-37"] and page.status_code == 200
    assert touched["chittagong-signalling"] == ["correction-12", "correction-35", "correction-36", "correction-58"]


def test_what_people_open_is_shown_once_it_is_public(client: Client, person: Callable[..., Any]):
    row = opened(person("officer"))
    assert row.code not in {each.code for each in client.get("/status/").context["page"]}
    Engagement.objects.filter(pk=row.pk).update(is_public=True)
    page = client.get("/status/")
    line = next(line for line, _touching in page.context["lines"] if line.row.pk == row.pk)
    assert (line.region, [str(stage) for stage in line.on.stages]) == ("South-East Asia", ["exchange"])
    assert client.get("/status/download/hwpx/").status_code == 200
    assert row.code not in {each.code for each in client.get("/status/", {"on": "2020-01-01"}).context["page"]}
    Engagement.objects.filter(pk=row.pk).update(is_sensitive=True)
    assert row.code not in {each.code for each in client.get("/status/").context["page"]}


def test_stage_and_standing_are_asked_of_the_day(client: Client):
    query = {"standing": "running", "on": "2014-05-31", "listed": "table"}
    assert all(line.on.standing == "running" for line, _touching in client.get("/status/", query).context["lines"])
    assert not client.get("/status/", {**query, "on": "2010-01-01"}).context["lines"]


def test_a_day_costs_few_queries(client: Client, django_assert_max_num_queries: Any):
    client.get("/status/")
    with django_assert_max_num_queries(16):
        client.get("/status/", {"on": "2013-12-31"})


def test_an_empty_table_still_makes_a_paper(client: Client):
    assert client.get("/status/download/docx/", {"q": "nothing of that name"}).status_code == 200


def test_each_filter_narrows_and_is_named(client: Client):
    page = client.get("/status/", {"standing": "won", "region": "South-East Asia"})
    assert page.context["page"].object_list and all(row.standing == "won" for row in page.context["page"])
    assert {name for name, _value, _words in page.context["in_use"]} == {"standing", "region"}


def test_the_contradictions_of_the_papers_stand_below_the_table(client: Client):
    page = client.get("/status/").content.decode()
    assert all(f"corrections/#correction-{number}" in page for number in (34, 35, 36, 37, 38))


def test_a_list_too_long_for_paper_still_leaves_as_a_sheet(client: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(status, "MOST_ON_PAPER", 10)
    assert client.get("/status/").context["files"] == ("xlsx", "csv", "geojson")
    assert client.get("/status/download/docx/").status_code == 404
    assert len(_rows(client, {})) == client.get("/status/").context["counts"].engagements


def test_what_had_ended_by_the_day_can_be_asked_for(client: Client):
    Engagement.objects.filter(row=1).update(ending="lost", ending_reason="outbid", ended_on="2020-01-01")
    assert len(client.get("/status/", {"standing": "ended", "on": "2021-01-01"}).context["lines"]) == 1
    assert not client.get("/status/", {"standing": "ended", "on": "2019-12-31"}).context["lines"]
