"""A solution written for one receiving city: the page in every language, near misses, papers."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from tests.apps.publishing.receiving import in_spanish, observed, receivable, rewritten

from seoulution.apps.catalogue.models import Claim, PolicySolution
from seoulution.apps.cities.models import City
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db
HANOI = "/solutions/revenue-water/for/hanoi/"
SECTIONS = ("meaning", "level", "your-city", "conditions", "cost", "law", "first-steps", "receivers", "questions", "unknown")


@pytest.mark.parametrize("language", list(Language))
def test_the_edition_reads_in_every_language_with_every_part(client: Client, language: Language) -> None:
    receivable()
    answer = client.get(HANOI, {"lang": language.value})
    page = answer.content.decode()
    assert answer.status_code == 200 and answer["Content-Language"] == language.value
    assert f'<html lang="{language}" dir="{"rtl" if language is Language.AR else "ltr"}"' in page
    assert all(f'id="{part}"' in page for part in SECTIONS)


def test_korean_and_english_readers_get_the_ordinary_interface(client: Client) -> None:
    page = client.get(HANOI).content.decode()
    assert 'aria-label="Main"' in page and "/figures/" in page and "Level 1" in page
    korean = client.get(HANOI, headers={"accept-language": "ko"}).content.decode()
    assert '<html lang="ko"' in korean and "유수율 향상과 누수 관리" in korean
    assert '<html lang="es"' in client.get(HANOI, headers={"accept-language": "es-PE"}).content.decode()


def test_what_is_left_in_english_is_marked_and_said_once_at_the_top(client: Client) -> None:
    in_spanish(receivable())
    page = client.get(HANOI, {"lang": "es"}).content.decode()
    assert "Agua facturada y gestión de fugas</h1>" in page
    assert re.search(r'<span lang="en" dir="ltr">There are valves to isolate blocks', page)
    assert not re.search(r'<span lang="en" dir="ltr">[^<]*Hay medidores', page)
    english = client.get(HANOI, {"lang": "en"}).content.decode()
    assert 'class="callout' not in english.split('id="meaning"')[0]
    assert page.split('id="meaning"')[0].count("callout__title") == 1


@pytest.mark.parametrize("name", ["Hà Nội", "하노이", "HANOI", "Ha Noi"])
def test_a_city_goes_by_any_of_its_names(client: Client, name: str) -> None:
    answer = client.get(f"/solutions/revenue-water/for/{name}/", {"lang": "vi"})
    assert answer.status_code == 302 and answer["Location"] == f"{HANOI}?lang=vi"
    assert client.get("/solutions/revenue-water/for/", {"city": name})["Location"] == HANOI


def test_a_near_miss_is_suggested_and_an_unknown_name_may_still_ask(client: Client) -> None:
    near = client.get("/solutions/revenue-water/for/Jakata/")
    assert near.status_code == 404 and "/solutions/revenue-water/for/jakarta/" in near.content.decode()
    unknown = client.get("/solutions/revenue-water/for/", {"city": "xxqq <b>"}).content.decode()
    assert "xxqq &lt;b&gt;" in unknown and "/ask/" in unknown
    assert client.get("/solutions/revenue-water/for/").status_code == 200
    assert client.get("/solutions/revenue-water/for/Seoul/").status_code == 404
    assert client.get("/solutions/none/for/hanoi/").status_code == 404


def test_the_level_and_what_would_lift_it_are_said(client: Client) -> None:
    receivable()
    city = City.objects.get(code="hanoi")
    observed(city, "water-metered-share", 95, "%")
    observed(city, "water-hours", 6, "h/day")
    page = client.get(HANOI).content.decode()
    assert "Level 2 of 5 fits your city, as far as is known." in page
    assert "What would lift your city to level 3" in page


def test_honest_gaps_stand_where_nothing_is_written_down(client: Client) -> None:
    row = PolicySolution.objects.get(code="ozone-contactor")
    data = {**row.data, "levels": [{**level, "requires": []} for level in row.data["levels"]], "first_steps": []}
    rewritten(row, data)
    page = client.get("/solutions/ozone-contactor/for/hanoi/").content.decode()
    assert "none can be named for your city" in page
    assert "No first steps are written down for this solution yet." in page
    assert "The climate of your city: no figure is on record." in page


def test_asking_goes_on_with_city_solution_and_language(client: Client) -> None:
    in_spanish(receivable())
    page = client.get(HANOI, {"lang": "es"}).content.decode()
    href = re.search(r'href="(/ask/\?[^"]*text=[^"]*)"', page)
    assert href is not None
    form = client.get(href[1].replace("&amp;", "&")).content.decode()
    assert 'value="hanoi"' in form and "Agua facturada" in form and '<html lang="es"' in form


@pytest.mark.parametrize(("name", "beginning"), [("pdf", b"%PDF"), ("docx", b"PK"), ("hwpx", b"PK")])
def test_the_paper_is_the_same_as_a_file(client: Client, name: str, beginning: bytes) -> None:
    receivable()
    answer = client.get(f"{HANOI}download/{name}/", {"lang": "es"})
    assert answer.status_code == 200 and answer.content.startswith(beginning)
    assert f"revenue-water-hanoi-es.{name}" in answer["Content-Disposition"]
    assert client.get(f"{HANOI}download/exe/").status_code == 404


def test_an_expired_claim_is_not_printed_and_its_value_not_shown(client: Client) -> None:
    receivable()
    Claim.objects.filter(solution__code="revenue-water", code="pipe-cost-2013").update(
        valid_until=date.today() - timedelta(days=1)
    )
    answer = client.get(f"{HANOI}download/pdf/")
    assert answer.status_code == 409 and "can renew it" in answer.content.decode()
    table = client.get(HANOI).content.decode().split('id="cost"')[1].split('id="law"')[0].split("<tbody>")[1]
    assert "2,900" not in table and "2.65 billion" not in table and "withheld" in table
