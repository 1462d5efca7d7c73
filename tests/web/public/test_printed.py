"""Leaflets and brochures as downloads."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from tests.apps.publishing.referring import AFTER, SOLUTION, ended

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.models.solutions import Claim
from seoulution.engine.catalogue.editorial import EditorialState
from seoulution.engine.vocabulary import Sector

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("name", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("hwpx", b"PK")])
def test_both_come_in_each_format_as_a_download_that_no_browser_runs(client: Client, name: str, start: bytes) -> None:
    for address in (reverse("public:leaflet", args=(SOLUTION, name)), reverse("public:brochure", args=("sewage", name))):
        answer = client.get(address)
        assert answer.status_code == 200 and answer.content.startswith(start)
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_the_language_is_the_one_that_was_chosen(client: Client) -> None:
    for language in ("ko", "es", "ar"):
        answer = client.get(reverse("public:leaflet", args=(SOLUTION, "pdf")), {"lang": language})
        assert PdfReader(io.BytesIO(answer.content)).trailer["/Root"]["/Lang"] == language
        assert f"-{language}.pdf" in answer.headers["Content-Disposition"]


def test_an_expired_claim_stops_it_and_the_page_says_who_renews_it(client: Client) -> None:
    ended(AFTER)
    owner = PolicySolution.objects.get(code=SOLUTION).owner.name_en
    for address in (reverse("public:leaflet", args=(SOLUTION, "pdf")), reverse("public:brochure", args=("water", "hwpx"))):
        answer = client.get(address, headers={"Accept-Language": "en"})
        assert answer.status_code == 409 and owner in answer.content.decode()
    Claim.objects.filter(solution__code=SOLUTION, code=AFTER).update(valid_until=None)
    assert client.get(reverse("public:leaflet", args=(SOLUTION, "pdf"))).status_code == 200


def test_what_is_not_offered_is_not_printed(client: Client) -> None:
    PolicySolution.objects.filter(sector=Sector.SEWAGE).update(state=EditorialState.ARCHIVED)
    code = PolicySolution.objects.filter(sector=Sector.SEWAGE)[0].code
    wrong = [
        reverse("public:leaflet", args=(code, "pdf")),
        reverse("public:brochure", args=("sewage", "pdf")),
        reverse("public:brochure", args=("no-sector", "pdf")),
        reverse("public:leaflet", args=(SOLUTION, "exe")),
        reverse("public:leaflet", args=("no-solution", "pdf")),
    ]
    assert [client.get(address).status_code for address in wrong] == [404] * len(wrong)
