"""Filters in the address, and files that hold exactly the list on screen."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.engagements.models import Engagement
from seoulution.formats.xlsx_reader import read_sheet

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def rows_of(client: Client, name: str, query: str = "") -> list[list[str]]:
    response: Any = client.get(reverse(name) + f"?download=csv{query}")
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))[1:]


def test_a_download_is_the_filtered_list(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    rows = rows_of(client, "office:engagements", "&sector=water")
    assert {row[0] for row in rows} == set(Engagement.objects.filter(sector="water").values_list("code", flat=True))
    page: Any = client.get(reverse("office:engagements") + "?sector=water")
    assert all(reverse("office:engagement", args=[row[0]]) in page.content.decode() for row in rows)


def test_the_order_of_the_address_is_the_order_of_the_file(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    ascending, descending = (rows_of(client, "office:solutions", f"&sort={key}") for key in ("complete", "-complete"))
    shares = [float(row[7]) for row in ascending]
    assert shares == sorted(shares)
    assert [float(row[7]) for row in descending] == shares[::-1]
    assert len(ascending) == PolicySolution.objects.filter(withdrawn_on=None).count()


@pytest.mark.parametrize("name", ["office:solutions", "office:cities", "office:engagements", "office:funds", "office:targets"])
def test_every_list_is_a_spreadsheet_too(signed_in_as: SignIn, name: str) -> None:
    client = signed_in_as("officer")
    response: Any = client.get(reverse(name) + "?download=xlsx")
    assert response["Content-Security-Policy"].startswith("sandbox")
    assert len(read_sheet(response.content)) == len(rows_of(client, name)) + 1


def test_places_are_geojson_with_longitude_first(signed_in_as: SignIn) -> None:
    response: Any = signed_in_as("officer").get(reverse("office:cities") + "?download=geojson&country=VN")
    features = json.loads(response.content)["features"]
    assert {feature["id"] for feature in features} >= {"hanoi", "hue", "da-nang", "ho-chi-minh-city"}
    for feature in features:
        longitude, latitude = feature["geometry"]["coordinates"]
        assert 100 < longitude < 110 and 8 < latitude < 24


@pytest.mark.parametrize("name", ["office:solutions", "office:funds"])
@pytest.mark.parametrize("wanted", ["geojson", "exe", "../x"])
def test_a_format_that_does_not_exist_is_not_found(signed_in_as: SignIn, name: str, wanted: str) -> None:
    assert signed_in_as("officer").get(reverse(name), {"download": wanted}).status_code == 404


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("target=yes", {"bangkok", "hanoi", "ho-chi-minh-city", "jakarta", "metro-manila", "da-nang", "yangon", "vientiane", "hue"}),
        ("q=마닐라", {"metro-manila"}),
        ("tie=sister&target=yes", {"bangkok", "hanoi", "jakarta"}),
    ],
)
def test_cities_are_narrowed_by_name_tie_and_target(signed_in_as: SignIn, query: str, expected: set[str]) -> None:
    assert {row[0] for row in rows_of(signed_in_as("officer"), "office:cities", "&" + query)} == expected


def test_the_provider_is_no_partner_city(signed_in_as: SignIn) -> None:
    codes = {row[0] for row in rows_of(signed_in_as("officer"), "office:cities")}
    assert "seoul" not in codes
    assert len(codes) == City.objects.filter(withdrawn_on=None, is_provider=False).count()


def test_engagements_have_the_same_rows_in_every_view(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    for view in ("table", "board", "map"):
        page = client.get(reverse("office:engagements") + f"?country=VN&view={view}").content.decode()
        for code in Engagement.objects.filter(city__country__code="VN").values_list("code", flat=True):
            assert reverse("office:engagement", args=[code]) in page


def test_funds_open_to_any_sector_are_found_in_each(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    water = {row[0] for row in rows_of(client, "office:funds", "&sector=water")}
    everything = {row[0]: row[6] for row in rows_of(client, "office:funds")}
    assert {code for code, sectors in everything.items() if sectors == "any"} <= water
