"""The list of engagements in its four views, changed several at once; the status of sharing on a day of the past; a route that the law does not know."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.accessible import assert_accessible
from tests.journeys.conftest import Site
from tests.journeys.people import account, signed_in, visitor

DOCUMENTS_DAY = "2014-05-31"
"""The article of the documents tells how things stood."""
KEPT = "My own view 내 목록"
CHANGED = {"ko": ("water", "물재생시설과"), "en": ("transport", "Seoul Metro")}
"""Which sector's engagements go to which body. Once given to a body, a file is no longer every officer's: each language has its own."""


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_officer_narrows_keeps_turns_and_changes_the_list(page: Page, site: Site, language: str) -> None:
    name, (sector, body) = f"journey-list-{language}", CHANGED[language]
    officer = signed_in(page, site, name, account(site, name, "officer"), language)
    officer.goto("/office/engagements/")
    assert_accessible(officer)
    everything = officer.locator("tbody tr").count()
    officer.locator("main form.filters [name=sector]").select_option(sector)
    officer.locator("main form.filters [type=submit]").click()
    expect(officer).to_have_url(re.compile(f"sector={sector}"))
    narrowed = officer.locator("tbody tr").count()
    assert 0 < narrowed < everything
    keep_view(officer, KEPT, sector)

    for view in ("board", "map", "calendar", "table"):
        officer.locator(f"main a[href*='view={view}']").first.click()
        expect(officer).to_have_url(re.compile(f"view={view}.*sector={sector}|sector={sector}.*view={view}"))
        assert_accessible(officer)
    choose_columns_and_download(officer, narrowed)
    change_several(officer, sector, body)

    officer.goto("/office/engagements/")
    officer.get_by_role("link", name=KEPT).click()
    expect(officer).to_have_url(re.compile(f"sector={sector}"))


def keep_view(officer: Page, name: str, sector: str) -> None:
    """By its name in Your views, filters and all."""
    officer.locator("details:has(#view-name) summary").click()
    officer.locator("#view-name").fill(name)
    officer.locator("form:has(#view-name) [type=submit]").click()
    expect(officer.get_by_role("link", name=name)).to_be_visible()
    expect(officer).to_have_url(re.compile(f"sector={sector}"))
    assert_accessible(officer)


def choose_columns_and_download(officer: Page, rows: int) -> None:
    """The file holds the columns and rows of the screen."""
    officer.locator("details:has(fieldset.choices) summary").click()
    boxes = officer.locator("fieldset.choices [name=columns]")
    for box in boxes.all():
        box.set_checked(box.get_attribute("value") in {"name", "city", "stage"})
    officer.locator("form:has(fieldset.choices) [type=submit]").click()
    assert_accessible(officer)
    assert officer.locator("main thead th").count() == 3
    with officer.expect_download() as arriving:
        officer.locator("main a[download][href*=csv]").click()
    table = list(csv.reader(Path(arriving.value.path()).read_text(encoding="utf-8-sig").splitlines()))
    assert len(table) == 1 + rows
    assert officer.locator("tbody tr").count() == rows


def change_several(officer: Page, sector: str, body: str) -> None:
    """What would change is shown first and nothing is changed by looking; then it is confirmed."""
    officer.locator("#change-several [name=all]").check()
    officer.locator("#change-several [type=submit]").click()
    assert_accessible(officer)
    officer.locator("main [name=field]").select_option("responsible")
    officer.locator("main [name=responsible]").select_option(label=body)
    officer.locator("main [name=reason]").fill("One body for all of its sector")
    officer.locator("main form [type=submit]").last.click()
    expect(officer.locator("main tbody tr .tone--good").first).to_be_visible()
    assert_accessible(officer)
    officer.locator("main form [type=submit]").last.click()
    expect(officer).to_have_url(re.compile("/office/engagements/"))
    assert_accessible(officer)
    officer.goto(f"/office/engagements/?sector={sector}&columns=name&columns=responsible")
    expect(officer.locator("tbody tr").first).to_contain_text(body)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_anyone_sees_the_status_on_a_day_of_the_past(page: Page, site: Site, language: str) -> None:
    page = visitor(page, site, language)
    page.goto(f"/status/?listed=table&on={DOCUMENTS_DAY}")
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("dl.facts--large dd").first).to_have_text("14")
    assert page.locator("dl.facts--large dd").all_inner_texts()[:3] == ["14", "15", "16"]
    assert_accessible(page)
    page.locator("[name=on]").fill("2008-12-31")
    page.locator("main form.filters [type=submit]").click()
    expect(page).to_have_url(re.compile("on=2008-12-31"))
    then = [int(each) for each in page.locator("dl.facts--large dd").all_inner_texts()[:3]]
    assert then[2] < 16
    assert then[0] <= 14 and then[1] <= 15
    assert_accessible(page)


def test_a_manager_and_an_auditor_ask_whether_city_hall_may_bid_for_meters(page: Page, site: Site) -> None:
    for role, language in (("manager", "ko"), ("auditor", "en")):
        name = f"journey-law-{role}"
        person = signed_in(page, site, name, account(site, name, role), language)
        person.goto("/office/legal/")
        assert_accessible(person)
        for field, value in (("actor", "city_hall"), ("activity", "tender"), ("money_flow", "for_profit")):
            person.locator(f"#check [name={field}]").select_option(value)
        person.locator("#check [type=submit]").click()
        expect(person.locator("#check .badge").first).to_be_visible()
        offered = person.locator("#check ol li").all_inner_texts()
        consortium, corporation = {"ko": ("컨소시엄", "공사"), "en": ("consortium", "corporation")}[language]
        assert any(consortium in each and corporation in each for each in offered), offered
        assert_accessible(person)
