"""A translator takes Spanish texts out as XLIFF; the file comes back with one segment broken: the rest goes in, and the public reads it."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.journeys.accessible import assert_accessible
from tests.journeys.conftest import Site
from tests.journeys.people import account, first_sign_in

NAME = "Agua facturada y control de fugas, leído por una persona"
LEVEL = "Medir la producción y el consumo, facturar y reparar las fugas visibles, leído por una persona."
EDITION = "/solutions/revenue-water/for/metro-manila/?lang=es"


def translated(text: str, unit: str, target: str) -> str:
    """The file as an agency sends it back: one unit with a target of its own."""
    start = text.index(f'<unit id="{unit}"')
    end = text.index("</unit>", start)
    block = re.sub(r"<target>.*?</target>|<target/>", "", text[start:end], flags=re.DOTALL)
    block = re.sub(r'state="(?:initial|final)"', 'state="translated"', block)
    return text[:start] + block.replace("</source>", f"</source><target>{target}</target>") + text[end:]


def grant_spanish(page: Page, site: Site) -> None:
    """The manager says that this person translates into Spanish."""
    manager = page.context.browser.new_context(base_url=site.address, locale="en-GB").new_page()
    first_sign_in(manager, "head", account(site, "head", "manager"))
    manager.goto("/translations/people/")
    assert_accessible(manager)
    manager.get_by_role("listitem").filter(has_text="elena").get_by_role("button", name="Español").click()
    expect(manager.get_by_text("elena may translate: Español.")).to_be_visible()
    manager.context.close()


def test_the_rest_goes_in_and_the_broken_one_is_told_with_its_place(page: Page, site: Site, tmp_path: Path) -> None:
    password = account(site, "elena", "translator")
    grant_spanish(page, site)
    first_sign_in(page, "elena", password)
    page.goto("/translations/")
    assert_accessible(page)

    page.get_by_role("link", name="Files for agencies").click()
    assert_accessible(page)
    page.locator("#out [name=language]").select_option("es")
    page.locator("#out [name=solution]").select_option("revenue-water")
    for state in page.locator("#out [name=state]").all():
        state.uncheck()
    with page.expect_download() as arriving:
        page.get_by_role("button", name="Take the file").click()
    sent = tmp_path / "spanish.xlf"
    arriving.value.save_as(sent)

    text = sent.read_text(encoding="utf-8")
    for unit, target in (("name", NAME), ("levels.1", LEVEL), ("levels.2", '<pc id="99">Roto</pc>')):
        text = translated(text, unit, target)
    sent.write_text(text, encoding="utf-8")
    line = text[: text.index("Roto")].count("\n") + 1

    page.locator("input[type=file]").set_input_files(sent)
    page.get_by_role("button", name="Take in").click()
    expect(page).to_have_url(re.compile(r"/translations/files/import/\d+/$"))
    facts = page.locator("main .facts")
    expect(facts).to_contain_text(re.compile(r"Taken in\s*2"))
    expect(facts).to_contain_text(re.compile(r"Broken\s*1"))
    broken = page.locator("#broken tbody tr")
    expect(broken).to_have_count(1)
    expect(broken).to_contain_text(f"Line {line}")
    expect(broken).to_contain_text("revenue-water / levels.2 / s1")
    expect(broken).to_contain_text("The inline code 99 does not fit")
    assert_accessible(page)

    page.goto("/translations/es/?solution=revenue-water&state=human")
    expect(page.locator("tbody")).to_contain_text("leído por una persona")
    assert_accessible(page)
    page.get_by_role("link", name="Name", exact=True).click()
    expect(page.locator("textarea")).to_have_value(NAME)
    assert_accessible(page)

    visitor = page.context.browser.new_context(base_url=site.address, locale="es").new_page()
    visitor.goto(EDITION)
    expect(visitor.locator("html")).to_have_attribute("lang", "es")
    expect(visitor.locator("main")).to_contain_text(NAME)
    expect(visitor.locator("main")).not_to_contain_text("Roto")
    assert_accessible(visitor)
    visitor.context.close()
