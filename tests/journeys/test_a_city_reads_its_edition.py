"""A city official opens the private link, reads a matched solution as it would be at home, in Spanish, and goes on to ask."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.accessible import assert_accessible
from tests.journeys.test_from_request_to_dossier import LETTER


def file_of(page: Page, city: str) -> None:
    """The official asks and stands in the city's file."""
    page.goto("/ask/?lang=en")
    page.locator("[name=city]").fill(city)
    page.locator("[name=text]").fill(LETTER)
    page.locator("main form [type=submit]").last.click()
    expect(page).to_have_url(re.compile(r"/c/(\?sent=[\w-]+)?$"))


def test_an_official_reads_the_edition_in_spanish_and_goes_on_to_ask(page: Page) -> None:
    file_of(page, "Bogota")
    assert_accessible(page)
    page.locator("#editions a").first.click()
    expect(page).to_have_url(re.compile(r"/c/editions/[\w-]+/$"))
    page.locator("nav ul.chips a[hreflang=es]").click()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.locator("#conditions tbody tr").first).to_be_visible()
    assert_accessible(page)

    page.locator("#questions a.button").click()
    expect(page).to_have_url(re.compile(r"/c/#messages-of-file$"))
    page.locator("#messages-of-file textarea").last.fill("¿Qué debemos medir primero?")
    page.locator("#messages-of-file form [type=submit]").last.click()
    expect(page.get_by_text("¿Qué debemos medir primero?").first).to_be_visible()


@pytest.mark.parametrize("language", ["es", "ar"])
def test_anyone_may_read_an_edition_and_ask_from_it(page: Page, language: str) -> None:
    page.goto("/solutions/revenue-water/")
    page.locator("#fit-city").fill("Bogotá")
    page.locator("#fit [type=submit]").click()
    expect(page).to_have_url(re.compile(r"/solutions/revenue-water/for/bogota/"))
    assert_accessible(page)
    page.locator(f"nav ul.chips a[hreflang={language}]").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    assert_accessible(page)
    with page.expect_download() as arriving:
        page.get_by_role("link", name="DOCX").click()
    assert arriving.value.suggested_filename == f"revenue-water-bogota-{language}.docx"
    page.locator("#questions a.button").click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("[name=city]")).to_have_value("bogota")
    expect(page.locator("[name=text]")).not_to_have_value("")


def test_a_misspelt_city_is_asked_back(page: Page) -> None:
    page.goto("/solutions/revenue-water/for/?city=Jakata")
    assert_accessible(page)
    page.locator("main .callout a").first.click()
    expect(page).to_have_url(re.compile(r"/for/jakarta/"))
