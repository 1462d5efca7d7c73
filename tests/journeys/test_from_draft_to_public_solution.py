"""The catalogue's own job, as six people live it: written, approved, sent back, mended, approved twice, published, read, read in Spanish."""

import re

from playwright.sync_api import Page, expect
from tests.journeys.accessible import assert_accessible
from tests.journeys.conftest import Site
from tests.journeys.people import account, first_sign_in

CODE = "remote-meter-reading"
EDIT = f"/bureau/solutions/{CODE}/edit/"
BUREAU = "office-of-waterworks"
SPANISH = {
    "name": "Lectura remota de medidores",
    "sections.cost": "Costó 9 mil millones de wones en moneda de 2005.",
}
"""What a person translates of the new solution."""


def person(page: Page, site: Site, name: str, role: str, agency: str = "") -> Page:
    """Somebody signed in, in a browser of their own, in English."""
    context = page.context.browser.new_context(base_url=site.address, locale="en-GB")  # type: ignore[union-attr]
    context.add_cookies([{"name": "language", "value": "en", "url": site.address}])
    opened = context.new_page()
    first_sign_in(opened, name, account(site, name, role, agency))
    return opened


def begin(writer: Page) -> None:
    """A new solution, its names in both languages."""
    writer.goto("/bureau/solutions/")
    assert_accessible(writer)
    writer.get_by_role("link", name="Begin a new solution").click()
    assert_accessible(writer)
    for name, value in (("name_ko", "원격 검침"), ("name_en", "Remote meter reading"), ("code", CODE)):
        writer.locator(f"[name={name}]").fill(value)
    writer.locator("[name=sector]").select_option("water")
    writer.get_by_role("button", name="Begin", exact=True).click()
    expect(writer).to_have_url(re.compile(f"{EDIT}$"))
    assert_accessible(writer)


def add_figures(writer: Page) -> None:
    """Before and after, one series."""
    for year, value in (("2005", "61"), ("2013", "98")):
        writer.goto(f"{EDIT}claims/add/?section=results")
        filled = {
            "code": f"read-in-time-{year}", "label__ko": "제때 읽은 계량기", "label__en": "Meters read in time", "figure__value": value,
            "figure__unit": "%", "figure__year": year, "series": "read-in-time", "figure__source": "owner-statement",
        }  # fmt: skip
        for name, words in filled.items():
            writer.locator(f"[name={name}]").fill(words)
        writer.locator("[name=figure__boundary]").select_option("utility")
        writer.locator("[name=figure__confidence]").select_option("B")
        assert_accessible(writer)
        writer.get_by_role("button", name="Save", exact=True).click()
        expect(writer).to_have_url(re.compile(f"{EDIT}claims/$"))
    assert_accessible(writer)


def write_results(writer: Page) -> None:
    """The guard speaks while one types; a reference to a figure is put in by its button."""
    writer.goto(f"{EDIT}sections/results/")
    assert_accessible(writer)
    english = writer.locator("[name=en]")
    english.press_sequentially("We export it. ", delay=5)
    expect(writer.locator("#guard-en mark")).to_have_text("export")
    assert_accessible(writer)
    english.fill("Meters read in time went from 61 % to ")
    english.press("End")
    writer.locator("li", has_text="2013").get_by_role("button", name="Insert").click()
    expect(english).to_have_value(re.compile(r"to \[98 %\]\(claim:read-in-time-2013\)$"))
    writer.locator("[name=ko]").fill("제때 읽은 계량기가 61 %에서 [98 %](claim:read-in-time-2013)로 늘었다.")
    writer.get_by_label("What was the same figure before and after?").check()
    writer.locator("[name=another]").fill("owner-statement")
    writer.get_by_role("button", name="Save", exact=True).click()
    expect(writer.get_by_text("Saved: What changed.")).to_be_visible()
    assert_accessible(writer)


def write_cost(writer: Page, ko: str, en: str) -> None:
    writer.goto(f"{EDIT}sections/cost/")
    writer.locator("[name=ko]").fill(ko)
    writer.locator("[name=en]").fill(en)
    if not writer.locator("[name=sources]").count():
        writer.locator("[name=another]").fill("owner-statement")
    writer.get_by_role("button", name="Save", exact=True).click()
    expect(writer.get_by_text("Saved: Cost and finance.")).to_be_visible()


def hand_in(writer: Page) -> None:
    writer.goto(EDIT)
    writer.get_by_role("button", name="Hand in").click()
    expect(writer.locator("[aria-current=step]")).to_contain_text("Bureau’s review")


def bureau_approves(colleague: Page) -> None:
    colleague.goto(f"/bureau/solutions/{CODE}/review/")
    assert_accessible(colleague)
    colleague.get_by_role("button", name="Approve").click()
    expect(colleague.locator("[aria-current=step]")).to_contain_text("Receiver’s review")


def from_the_list(reader: Page) -> None:
    """What waits is on today's page and in the list."""
    reader.goto("/office/")
    expect(reader.locator("#texts")).to_contain_text("Remote meter reading")
    reader.locator("#texts").get_by_role("link", name="Show all").click()
    assert_accessible(reader)
    reader.get_by_role("link", name="Remote meter reading").click()
    assert_accessible(reader)


def test_a_bureau_writes_a_solution_and_a_visitor_reads_it(page: Page, site: Site) -> None:
    writer = person(page, site, "meter-writer", "owner", BUREAU)
    begin(writer)
    add_figures(writer)
    write_results(writer)
    write_cost(writer, "비쌌다.", "It was dear.")
    hand_in(writer)

    colleague = person(page, site, "meter-colleague", "owner", BUREAU)
    bureau_approves(colleague)

    officer = person(page, site, "meter-officer", "officer")
    from_the_list(officer)
    officer.locator("[name='comment-sections.cost']").fill("How dear, in the money of which year?")
    officer.locator("[name=words]").fill("A city needs the sum.")
    officer.get_by_role("button", name="Send back").click()
    expect(officer).to_have_url(re.compile("/office/reviews/$"))

    writer.goto(EDIT)
    expect(writer.locator("#reviews s")).to_contain_text("meter-colleague")
    expect(writer.get_by_text("No longer counts: meter-officer sent the round back").first).to_be_visible()
    assert_accessible(writer)
    writer.goto(f"{EDIT}sections/cost/")
    expect(writer.get_by_text("How dear, in the money of which year?")).to_be_visible()
    write_cost(writer, "2005년 돈으로 90억 원이 들었다.", "It cost KRW 9 billion in the money of 2005.")
    writer.goto(f"{EDIT}history/?part=sections.cost")
    expect(writer.locator(".difference ins").first).to_be_visible()
    assert_accessible(writer)
    hand_in(writer)

    bureau_approves(colleague)
    from_the_list(officer)
    officer.get_by_role("button", name="Approve").click()
    expect(officer.get_by_text("approved, waiting to be published")).to_be_visible()

    visitor = page
    assert visitor.goto(f"/solutions/{CODE}/").status == 404  # type: ignore[union-attr]
    manager = person(page, site, "meter-manager", "manager")
    from_the_list(manager)
    manager.locator("[name=words]").fill("First text")
    manager.get_by_role("button", name="Publish").click()
    expect(manager).to_have_url(re.compile("/office/reviews/$"))

    visitor.goto(f"/solutions/{CODE}/")
    expect(visitor.locator("h1")).to_have_text("Remote meter reading")
    expect(visitor.locator("#cost")).to_contain_text("KRW 9 billion")
    expect(visitor.locator("#results")).to_contain_text("98 %")
    assert_accessible(visitor)
    visitor.get_by_role("link", name="Approved texts").click()
    expect(visitor.get_by_text("First text")).to_be_visible()
    assert_accessible(visitor)
    visitor.get_by_role("link", name="Version 1").click()
    expect(visitor.get_by_text("This is the current text.")).to_be_visible()
    assert_accessible(visitor)

    for path, words in SPANISH.items():
        manager.goto(f"/translations/es/{CODE}/{path}/")
        manager.locator("#translation-text").fill(words)
        manager.get_by_role("button", name="Save", exact=True).click()
        expect(manager.locator("#seen")).to_contain_text(words.split("[")[0].strip())
    assert_accessible(manager)

    official = visitor
    official.goto(f"/solutions/{CODE}/for/metro-manila/?lang=es")
    expect(official.locator("html")).to_have_attribute("lang", "es")
    expect(official.locator("h1")).to_have_text("Lectura remota de medidores")
    expect(official.locator("#cost")).to_contain_text("Costó 9 mil millones de wones")
    expect(official.locator("main")).to_contain_text("Qué supondría para su ciudad")
    assert_accessible(official)
