"""The main job of an engagement, as five people live it: opened, worked, signed at the second try, refused and let through a gate, read by an auditor."""

import re
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.journeys.accessible import assert_accessible
from tests.journeys.conftest import Site
from tests.journeys.filing import drafted, entered, fill, gate, kept, minutes_taken_along, pressed_all_the_same, send, sign
from tests.journeys.people import account, guard_by_device, hired, signed_in

FROM = "metro-manila-2013"
OPENED = {
    "name_ko": "마닐라 상수도 공무원 교육", "name_en": "Training of Manila’s water officials", "sector": "water", "stage": "opportunity",
    "lead": "city_hall", "activity": "teaching", "money_flow": "own_budget", "reason": "The request is answered with a training first",
}  # fmt: skip
MET = {
    "kind": "meeting", "title": "첫 회의", "ours": "journey-officer, 주무관, 서울시", "theirs": "Maria Cruz, Director, Metro Manila\nJuan Reyes",
    "summary": "교육 대상 20명을 정했다.",
}  # fmt: skip
PROMISED = {"text": "교육 계획을 보낸다", "promised_by": "journey-officer", "promised_to": "Maria Cruz", "due_on": "2030-01-31"}
MONEY = {"stage": "training", "fund": "own-budget", "amount": "5000000", "currency": "KRW"}
DRAFTED = {
    "kind": "own_budget", "stage": "training", "title": "마닐라 교육 경비 집행", "text": "1. 교육 경비를 집행하고자 합니다.",
    "amount": "5000000", "currency": "KRW",
}  # fmt: skip
WRITES = "main form[method=post] [type=submit]:not([disabled]):not([aria-disabled=true])"
"""A button that would send something to be written."""


def open_from_request(officer: Page) -> str:
    """The file's address, from the request's own page."""
    officer.goto(f"/office/requests/{FROM}/")
    officer.locator(f"a[href*='engagements/new/?request={FROM}']").first.click()
    assert_accessible(officer)
    fill(officer.locator("main"), OPENED)
    kept(officer)
    expect(officer).to_have_url(re.compile(r"/office/engagements/[\w-]+/$"))
    return officer.url


def work(officer: Page, file: str, paper: Path) -> None:
    """A meeting with people of both sides, a promise given there, money, a paper."""
    officer.goto(f"{file}daily/contacts/add/")
    assert_accessible(officer)
    fill(officer.locator("main"), MET)
    officer.locator("[name=held][value=yes]").check()
    kept(officer)
    expect(officer.locator("main")).to_contain_text("Juan Reyes")
    officer.locator("a[href*='promises/add/?contact=']").first.click()
    assert_accessible(officer)
    by_keyboard(officer, PROMISED)
    expect(officer.locator("#promises")).to_contain_text(PROMISED["text"])
    assert_accessible(officer)

    officer.goto(f"{file}course/")
    officer.locator("#funding details:has([name=fund]) summary, details:has([name=fund]) summary").last.click()
    form = officer.locator("form:has([name=fund])").last
    for name in ("stage", "fund"):
        form.locator(f"[name={name}]").select_option(MONEY[name])
    for name in ("amount", "currency"):
        form.locator(f"[name={name}]").fill(MONEY[name])
    form.locator("[type=submit]").click()
    expect(officer.locator("#funding tbody")).to_contain_text("5,000,000 KRW")
    assert_accessible(officer)

    officer.goto(f"{file}papers/add/?kind=training_programme&stage=training")
    assert_accessible(officer)
    officer.locator("[name=file]").set_input_files(paper)
    kept(officer)
    expect(officer.locator("#papers")).to_contain_text(paper.name)


def by_keyboard(page: Page, values: Mapping[str, str]) -> None:
    """The form filled and sent without the mouse: every field is reached by Tab alone."""
    page.locator("main [name=text]").focus()
    for _ in range(20):
        name = page.evaluate("document.activeElement.name") or ""
        if page.evaluate("document.activeElement.type") == "submit":
            break
        if page.evaluate("document.activeElement.type") == "date" and name in values:
            page.locator(f"main [name={name}]").fill(values[name])
        elif name in values:
            page.keyboard.insert_text(values[name])
        stays = f"document.activeElement.name === {name!r}"
        page.keyboard.press("Tab")
        while name and page.evaluate(stays):
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def test_a_training_is_opened_signed_and_entered_and_an_auditor_reads_how(page: Page, site: Site, tmp_path: Path) -> None:
    chief = signed_in(page, site, "journey-chief", account(site, "journey-chief", "manager"), "ko")
    body = "office-of-waterworks"
    given = {
        name: hired(chief, f"journey-{name}", role, body=body, rank=rank)
        for name, role, rank in (
            ("officer", "officer", "officer"),
            ("manager", "manager", "team_head"),
            ("head", "owner", "division_head"),
        )
    }
    given["auditor"] = hired(chief, "journey-auditor", "auditor")
    languages = {"officer": "ko", "manager": "en", "head": "ko"}
    officer, manager, head = (signed_in(page, site, f"journey-{name}", given[name], languages[name]) for name in languages)

    file = open_from_request(officer)
    shown = gate(manager, file, "training")
    assert len(shown) >= 2
    pressed_all_the_same(manager, shown)

    paper = tmp_path / "training-programme.txt"
    paper.write_text("Week 1: leakage. Week 2: tariffs.")
    work(officer, file, paper)

    signatories = ("journey-manager", "journey-head")
    officer.goto(f"{file}papers/draft/")
    assert_accessible(officer)
    case, title = drafted(officer, DRAFTED, signatories), DRAFTED["title"]
    sign(manager, "office", title, "approved")
    sign(head, "bureau", title, "sent_back", "산출 근거를 붙이시오")
    officer.goto(case)
    expect(officer.locator("#block")).to_contain_text("산출 근거를 붙이시오")
    expect(officer.locator("#block .signing-block > li")).to_contain_text(
        ["journey-officer", "journey-manager", "journey-head"]
    )
    expect(officer.locator("#block .signing-block > li", has_text="효력 없음")).to_have_count(3)
    officer.locator("form[action$='/redraft/'] [type=submit]").click()
    assert_accessible(officer)
    send(officer, signatories)
    sign(manager, "office", title, "approved")
    sign(head, "bureau", title, "approved")
    minutes_taken_along(officer, case)

    entered(manager, file, "training")
    auditor = signed_in(page, site, "journey-auditor", given["auditor"], "ko")
    guard_by_device(auditor, "journey-auditor")
    reads_and_changes_nothing(auditor, file, case)


def reads_and_changes_nothing(auditor: Page, file: str, case: str) -> None:
    """History and access records are there; no page of the file has a button that writes, and the service refuses a form made by hand."""
    for path in ("", "course/", "papers/", "daily/", "sharing/", "team/", "history/"):
        there = auditor.goto(f"{file}{path}")
        assert there is not None and there.ok, path
        assert_accessible(auditor)
        assert auditor.locator(WRITES).count() == 0, path
    expect(auditor.locator("main")).to_contain_text("All is on the table")
    auditor.goto(case)
    assert auditor.locator(WRITES).count() == 0
    auditor.goto("/office/access-records/")
    assert_accessible(auditor)
    token = auditor.locator("[name=csrfmiddlewaretoken]").first.input_value()
    by_hand = {"csrfmiddlewaretoken": token, "submission": "by-hand", "revision": "1", "ending": "lost", "reason": "x"}
    assert auditor.request.post(f"{file}end/", form=by_hand).status == 403
