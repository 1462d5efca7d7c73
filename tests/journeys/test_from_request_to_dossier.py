"""The main job, as two people live it: a visitor asks in Spanish; the officer turns the request into a dossier."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.journeys.accessible import assert_accessible
from tests.journeys.conftest import Site

LETTER = (
    "Las tuberías de nuestra ciudad tienen muchas fugas y perdemos casi la mitad del agua que producimos. "
    "Los autobuses van muy lentos por la congestión. Pedimos su consejo."
)


def ask_in_spanish(page: Page) -> str:
    """Fills the public form and returns the private link that is shown once."""
    page.goto("/ask/?lang=es")
    assert_accessible(page)
    expect(page.locator("html")).to_have_attribute("lang", "es")
    page.locator("[name=city]").fill("Trujillo")
    page.locator("[name=text]").fill(LETTER)
    page.locator("main form [type=submit]").last.click()
    expect(page).to_have_url(re.compile(r"/c/(\?sent=[\w-]+)?$"))
    assert_accessible(page)
    shown = page.locator("main").inner_text() + " ".join(
        page.locator("main input").evaluate_all("all => all.map(i => i.value)")
    )
    link = re.search(r"https?://\S+/c/[\w\-]{43}/?", shown)
    assert link is not None, shown
    return link[0]


def sign_in(page: Page, site: Site) -> None:
    """The one-time password opens only the page where an own one is chosen."""
    page.goto("/sign-in/")
    page.locator("[name=username]").fill("officer")
    page.locator("[name=password]").fill(site.one_time_password)
    page.locator("main [type=submit]").click()
    if "choose-password" in page.url:
        assert_accessible(page)
        page.locator("[name=new_password1]").fill("a calm river runs deep")
        page.locator("[name=new_password2]").fill("a calm river runs deep")
        page.locator("main [type=submit]").click()
    else:
        page.locator("[name=password]").fill("a calm river runs deep")
        page.locator("main [type=submit]").click()
    expect(page).to_have_url(re.compile(r"/office/$"))


def test_a_city_asks_in_spanish_and_the_officer_hands_over_a_dossier(page: Page, site: Site, tmp_path: Path) -> None:
    link = ask_in_spanish(page)

    city = page.context.browser.new_context(base_url=site.address).new_page()
    city.goto(link)
    expect(city).to_have_url(re.compile(r"/c/$"))
    expect(city.locator("html")).to_have_attribute("lang", "es")
    assert_accessible(city)

    sign_in(page, site)
    assert_accessible(page)
    page.get_by_role("link", name="Trujillo").first.click()
    expect(page.locator("mark").first).to_be_visible()
    assert_accessible(page)

    page.get_by_role("link", name="Correct").first.click()
    page.locator("[name=text]").fill("Reducir las fugas de agua: perdemos la mitad del agua producida")
    page.locator("[name=sector]").select_option("water")
    assert_accessible(page)
    page.locator("main form [type=submit]").last.click()
    expect(page.get_by_text("in a person’s words").first).to_be_visible()

    offer = page.locator(".offer").first
    offer.locator("summary").click()
    offer.get_by_role("button", name="Reject").click()
    expect(page.get_by_text("A rejection needs a reason")).to_be_visible()
    offer = page.locator(".offer").first
    offer.locator("summary").click()
    offer.locator("[name=reason]").fill("The city runs no such network")
    offer.get_by_role("button", name="Reject").click()
    expect(page.locator(".offer").first.get_by_text("rejected", exact=True)).to_be_visible()

    page.locator("select[name=language]").first.select_option("en")
    page.get_by_role("button", name="Build the dossier").click()
    expect(page.locator("article.dossier")).to_contain_text("The city runs no such network")
    assert_accessible(page)
    for name, beginning in (("PDF", b"%PDF"), ("DOCX", b"PK"), ("HWPX", b"PK"), ("HTML", b"<!doctype")):
        with page.expect_download() as arriving:
            page.locator("main").get_by_role("link", name=name, exact=True).click()
        target = tmp_path / f"dossier.{name.lower()}"
        arriving.value.save_as(target)
        assert target.read_bytes()[: len(beginning)].lower() == beginning.lower()

    page.get_by_role("button", name="Share with the city").click()
    expect(page.get_by_text("Shared with the city")).to_be_visible()
    city.reload()
    city.locator("#documents a").first.click()
    expect(city.locator("a[href*='pdf']").first).to_be_visible()
    expect(city.locator("article.dossier")).to_contain_text("The city runs no such network")
    assert_accessible(city)


def test_the_documents_request_of_metro_manila_becomes_a_dossier_in_korean(page: Page, site: Site) -> None:
    sign_in(page, site)
    page.goto("/office/requests/metro-manila-2013/")
    page.locator("select[name=language]").first.select_option("ko")
    page.get_by_role("button", name="Build the dossier").click()
    expect(page.locator("article.dossier")).to_contain_text("메트로 마닐라")
    expect(page.locator("article.dossier")).to_have_attribute("lang", "ko")
    assert_accessible(page)
