"""A claim ends: papers refuse and say who can renew it, the page withholds it; its owner renews it, and the paper prints."""

from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.journeys.accessible import assert_accessible
from tests.journeys.conftest import Site
from tests.journeys.people import account, first_sign_in

SOLUTION = "/solutions/revenue-water/"
CLAIM = "/bureau/claims/revenue-water/rwr-2013/"
ROW = "[id='claim-rwr-2013']"


def test_an_owner_ends_a_claim_and_papers_refuse_until_it_is_renewed(page: Page, site: Site, tmp_path: Path) -> None:
    visitor = page.context.browser.new_context(base_url=site.address, locale="en-GB", accept_downloads=True).new_page()
    visitor.goto(SOLUTION + "#claim-rwr-2013")
    expect(visitor.locator(ROW)).to_contain_text("94.4")
    assert_accessible(visitor)

    first_sign_in(page, "waterworks", account(site, "waterworks", "owner", "office-of-waterworks"))
    page.goto("/bureau/claims/?solution=revenue-water")
    assert_accessible(page)
    page.goto(CLAIM)
    assert_accessible(page)
    end = page.locator("#end form")
    end.locator("[name=valid_until]").fill((date.today() - timedelta(2)).isoformat())
    end.get_by_role("button").click()
    expect(page.get_by_text("can renew it").first).to_be_visible()
    assert_accessible(page)

    visitor.reload()
    expect(visitor.locator(ROW)).to_contain_text("withheld")
    expect(visitor.locator(ROW)).not_to_contain_text("94.4")
    assert_accessible(visitor)
    visitor.get_by_role("link", name="PDF", exact=True).click()
    expect(visitor.get_by_role("heading", name="Not printed")).to_be_visible()
    expect(visitor.locator("main")).to_contain_text("Office of Waterworks (Arisu) can renew it")
    assert_accessible(visitor)

    page.goto(SOLUTION + "download/pdf/")
    page.get_by_role("link", name="Revenue water ratio (2013)").click()
    expect(page).to_have_url(site.address + CLAIM)
    page.locator("#confirm form").get_by_role("button").click()
    expect(page.locator("main .facts")).to_contain_text("confirmed")

    visitor.goto(SOLUTION)
    with visitor.expect_download() as arriving:
        visitor.get_by_role("link", name="PDF", exact=True).click()
    arriving.value.save_as(tmp_path / "solution.pdf")
    assert (tmp_path / "solution.pdf").read_bytes().startswith(b"%PDF")

    page.goto("/bureau/claims/?solution=revenue-water")
    for box in page.locator("input[name=claim]").all()[:3]:
        box.check()
    page.get_by_role("button", name="Look at what will be confirmed").click()
    assert_accessible(page)
    page.get_by_role("button", name="Confirm 3 claims").click()
    expect(page.get_by_text("3 claims are confirmed.")).to_be_visible()
    visitor.context.close()


def test_a_visitor_reports_a_doubt_with_the_figure_named(page: Page) -> None:
    page.goto(SOLUTION + "#claim-rwr-1989")
    page.locator("[id='claim-rwr-1989']").get_by_role("link", name="Report a doubt").click()
    named = "I doubt “Revenue water ratio (1989)” in “Revenue water and leakage management” (revenue-water/rwr-1989), because"
    assert page.locator("[name=text]").input_value().strip() == named
    assert_accessible(page)
