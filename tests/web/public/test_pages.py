"""Every public page, with all data that ships, in both languages of the interface."""

import csv
import io
import json

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import Channel, SharingRequest
from seoulution.apps.demand.services import Incoming, receive
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.network.models import Correction

pytestmark = pytest.mark.django_db

PAGES = [
    "home", "solutions", "cities", "status", "network", "figures", "corrections", "sources", "open-data", "ask", "privacy", "licence",
]  # fmt: skip
LISTS = ["solutions", "cities", "status", "corrections", "sources"]


@pytest.fixture(params=["ko", "en"])
def reader(request, client: Client) -> Client:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = request.param
    client.language = request.param  # type: ignore[attr-defined]
    return client


@pytest.mark.parametrize("name", PAGES)
def test_each_page_opens_in_both_languages(reader: Client, name: str):
    page = reader.get(reverse(f"public:{name}"))
    assert page.status_code == 200
    assert f'<html lang="{reader.language}"' in page.content.decode()


def test_each_solution_and_each_city_opens_in_both_languages(reader: Client):
    for code in PolicySolution.objects.values_list("code", flat=True):
        assert reader.get(f"/solutions/{code}/").status_code == 200, code
    for code in City.objects.values_list("code", flat=True):
        assert reader.get(f"/cities/{code}/").status_code == 200, code


@pytest.mark.parametrize(
    "address", ["/solutions/nothing/", "/cities/nothing/", "/solutions/nothing/download/pdf/", "/cities/nothing/download/csv/"]
)
def test_what_is_not_there_is_not_found(client: Client, address: str):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    "query",
    [
        {"page": "abc"}, {"page": "-1"}, {"page": "99999"}, {"page": "\x00"}, {"sort": "; DROP TABLE"}, {"sort": "--name"},
        {"q": "\x00"}, {"q": "'\"\\:&!()<->%_|"}, {"q": "x" * 5000}, {"q": "🎉"}, {"sector": "nope"}, {"sector": "\x00"}, {"kind": "nope"},
        {"region": "nope"}, {"part": "nope"}, {"stage": "x"}, {"standing": "x"}, {"country": "\x00"}, {"listed": "x"},
        {"document": "x"}, {"sureness": "\x00"}, {"evidence": "Z"}, {"cost": "x"},
    ],
)  # fmt: skip
def test_no_parameter_breaks_a_list_or_its_download(client: Client, name: str, query: dict[str, str]):
    assert client.get(reverse(f"public:{name}"), query).status_code == 200
    assert client.get(reverse(f"public:{name}-download", args=("csv",)), query).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_an_unknown_format_is_not_found(client: Client, name: str):
    assert client.get(reverse(f"public:{name}-download", args=("exe",))).status_code == 404


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/", 25),
        ("/solutions/", 8),
        ("/cities/", 12),
        ("/status/", 16),
        ("/network/", 12),
        ("/figures/corrections/", 8),
        ("/sources/", 8),
    ],
)
def test_a_list_asks_the_database_a_fixed_number_of_times(
    client: Client, django_assert_max_num_queries, address: str, most: int
):
    client.get(address)
    with django_assert_max_num_queries(most):
        client.get(address)


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


def test_all_corrections_stand_printed_beside_right(client: Client):
    """source-corrections: 66 slips."""
    page = client.get("/figures/corrections/").content.decode()
    assert Correction.objects.filter(withdrawn_on=None).count() == 66
    for number in range(1, 67):
        assert f'id="correction-{number}"' in page


@pytest.mark.parametrize("name", ["pdf", "docx", "hwpx"])
def test_papers_come_in_both_languages(reader: Client, name: str):
    for address in (f"/status/download/{name}/?sector=water", f"/solutions/revenue-water/download/{name}/"):
        answer = reader.get(address)
        assert answer.status_code == 200 and len(answer.content) > 10_000
        assert answer["Content-Disposition"].startswith("attachment") and "sandbox" in answer["Content-Security-Policy"]


def test_an_empty_table_still_makes_a_paper(client: Client):
    assert client.get("/status/download/docx/", {"q": "nothing of that name"}).status_code == 200


@pytest.fixture
def canary() -> SharingRequest:
    """A city's request with everything personal in it."""
    incoming = Incoming(
        text="Zyxwv-letter: our pipes leak water.",
        city_as_written="Hanoi",
        requester_name="Zyxwv-name",
        requester_role="Zyxwv-role",
        requester_email="zyxwv@example.org",
    )
    kept, _token = receive(incoming, channel=Channel.FORM, by=None)
    return kept


def test_no_request_and_nothing_personal_stands_on_a_public_page(client: Client, canary: SharingRequest):
    addresses = [reverse(f"public:{name}") for name in PAGES]
    addresses += ["/cities/hanoi/", "/solutions/revenue-water/?city=hanoi", "/?need=Zyx water leaks", "/cities/?q=letter"]
    addresses += [reverse(f"public:{name}-download", args=("csv",)) for name in LISTS] + [
        "/cities/hanoi/download/csv/",
        "/status/download/geojson/",
    ]
    for address in addresses:
        body = client.get(address).content.decode("utf-8-sig")
        assert "zyxwv" not in body.lower(), address
        assert canary.code not in body, address


def test_the_pages_speak_of_sharing_and_never_of_export(client: Client):
    for address in ("/", "/ask/", "/solutions/", "/cities/hanoi/", "/open-data/"):
        assert "export" not in client.get(address).content.decode().lower(), address


@pytest.mark.parametrize("address", ["/", "/status/", "/solutions/revenue-water/", "/cities/hanoi/", "/ask/?lang=ar"])
def test_pages_carry_the_strict_policy_and_no_code_in_attributes(client: Client, address: str):
    page = client.get(address)
    policy = page["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    text = page.content.decode()
    assert " style=" not in text and " onclick=" not in text and "javascript:" not in text
