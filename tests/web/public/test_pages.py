"""Every public page, with all data that ships, in both languages of the interface."""

import csv
import io

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import Channel, SharingRequest
from seoulution.apps.demand.services import Incoming, receive

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


@pytest.mark.parametrize("name", ["pdf", "docx", "hwpx"])
def test_papers_come_in_both_languages(reader: Client, name: str):
    for address in (f"/status/download/{name}/?sector=water", f"/solutions/revenue-water/download/{name}/"):
        answer = reader.get(address)
        assert answer.status_code == 200 and len(answer.content) > 10_000
        assert answer["Content-Disposition"].startswith("attachment") and "sandbox" in answer["Content-Security-Policy"]


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
    addresses += [
        "/cities/hanoi/",
        "/solutions/revenue-water/?city=hanoi",
        "/solutions/?q=Zyx water leaks",
        "/cities/?q=letter",
    ]
    addresses += [reverse(f"public:{name}-download", args=("csv",)) for name in LISTS] + [
        "/cities/hanoi/download/csv/",
        "/status/download/geojson/",
    ]
    for address in addresses:
        body = b"".join(client.get(address)).decode("utf-8-sig")
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
