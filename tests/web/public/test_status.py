"""The status of sharing: the documents' table from live records."""

import csv
import io
import json

import pytest
from django.test import Client

from seoulution.apps.engagements.models import Engagement

pytestmark = pytest.mark.django_db


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_the_download_is_the_list_on_screen(client: Client):
    query = {"sector": "water", "sort": "-city"}
    screen = [row.code for row in client.get("/status/", query).context["page"]]
    assert [row["Code"] for row in _rows(client.get("/status/download/csv/", query).content)] == screen
    points = json.loads(client.get("/status/download/geojson/", query).content)
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


def test_an_empty_table_still_makes_a_paper(client: Client):
    assert client.get("/status/download/docx/", {"q": "nothing of that name"}).status_code == 200


def test_each_filter_narrows_and_is_named(client: Client):
    page = client.get("/status/", {"standing": "won", "region": "South-East Asia"})
    assert page.context["page"].object_list and all(row.standing == "won" for row in page.context["page"])
    assert {name for name, _value, _words in page.context["in_use"]} == {"standing", "region"}


def test_the_contradictions_of_the_papers_stand_below_the_table(client: Client):
    page = client.get("/status/").content.decode()
    assert all(f"corrections/#correction-{number}" in page for number in (34, 35, 36, 37, 38))
