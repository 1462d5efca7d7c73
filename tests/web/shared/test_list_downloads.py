"""Files that hold exactly the list on screen."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.reading import rows_of

from seoulution.apps.engagements.models import Engagement
from seoulution.formats.tables import Column, Row
from seoulution.formats.xlsx_reader import read_sheet
from seoulution.web.shared.list_downloads import Listing, streamed_response

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_a_download_is_the_filtered_list(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    rows = rows_of(client, "office:engagements", "&sector=water")
    assert {row[0] for row in rows} == set(Engagement.objects.filter(sector="water").values_list("code", flat=True))
    page: Any = client.get(reverse("office:engagements") + "?sector=water")
    assert all(reverse("office:engagement", args=[row[0]]) in page.content.decode() for row in rows)


@pytest.mark.parametrize("name", ["office:solutions", "office:cities", "office:engagements", "office:funds", "office:targets"])
def test_every_list_is_a_spreadsheet_too(signed_in_as: SignIn, name: str) -> None:
    client = signed_in_as("officer")
    response: Any = client.get(reverse(name) + "?download=xlsx")
    assert response["Content-Security-Policy"].startswith("sandbox")
    assert len(read_sheet(b"".join(response))) == len(rows_of(client, name)) + 1


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


def test_a_file_is_never_run_by_a_browser(signed_in_as: SignIn) -> None:
    response: Any = signed_in_as("officer").get(reverse("office:solutions") + "?download=csv")
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox")


@pytest.mark.parametrize("name", ["csv", "xlsx", "geojson"])
def test_a_long_list_tells_its_length_so_that_a_cut_one_never_looks_whole(signed_in_as: SignIn, name: str) -> None:
    """The web server ends an answer without a length in good order, whatever went wrong on the way."""
    response: Any = signed_in_as("officer").get(reverse("office:engagements") + f"?download={name}")
    assert response["Content-Disposition"] == f'attachment; filename="engagements.{name}"'
    assert len(b"".join(response)) == int(response["Content-Length"]) > 0


def test_rows_that_cannot_be_read_are_an_error_and_no_shorter_list() -> None:
    def rows() -> Iterator[Row]:
        yield {"a": "1"}
        raise ConnectionError

    with pytest.raises(ConnectionError):
        streamed_response("csv", Listing("t", "t", [Column("a", "A")], rows()))
