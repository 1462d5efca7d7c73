"""The gate before consulting, as five people live it in two languages: all that is missing is said at once, supplied page by page, signed, entered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.journeys.accessible import assert_accessible
from tests.journeys.conftest import Site
from tests.journeys.filing import (
    drafted,
    entered,
    fill,
    gate,
    kept,
    lines,
    minutes_taken_along,
    opened_form,
    pressed_all_the_same,
    sign,
)
from tests.journeys.people import account, hired, signed_in

BODY = "office-of-waterworks"
RANKS = {
    "officer": ("officer", "officer"),
    "manager": ("manager", "team_head"),
    "division": ("owner", "division_head"),
    "bureau": ("owner", "bureau_head"),
}
"""Each with the role and the signing rank."""
PAPERS = ("viability_review", "partner_letter", "terms_of_reference")
DECISIONS = {
    "programme_decision": ("manager", "division", "bureau"),
    "official_travel": ("manager", "division"),
}
"""Who signs after the drafter, by the table of delegated decisions."""
ADVICE = {"lead": "city_hall", "activity": "dispatch_long", "money_flow": "own_budget"}
TENDER = {"lead": "city_hall", "activity": "tender", "money_flow": "for_profit"}
BOTH = {"ko": ("컨소시엄", "공사"), "en": ("consortium", "corporation")}
"""How the nearest lawful way to bid reads."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The people of one bureau at their browsers; each reads in the language that was last chosen."""

    officer: Page
    manager: Page
    division: Page
    bureau: Page
    address: str

    def reads(self, language: str, *people: Page) -> None:
        """These read in that language from now on."""
        for one in people:
            one.context.add_cookies([{"name": "language", "value": language, "url": self.address}])


@pytest.fixture(scope="module")
def desk(browser: Browser, site: Site) -> Iterator[Desk]:
    """Hired once for both languages."""
    door = browser.new_context(base_url=site.address).new_page()
    chief = signed_in(door, site, "gate-chief", account(site, "gate-chief", "manager"), "en")
    given = {name: hired(chief, f"gate-{name}", role, body=BODY, rank=rank) for name, (role, rank) in RANKS.items()}
    yield Desk(**{name: signed_in(door, site, f"gate-{name}", given[name], "ko") for name in RANKS}, address=site.address)


def opened(officer: Page, city: str, name: str, route: dict[str, str]) -> str:
    """A proposal of ours, without a request; its address."""
    officer.goto(f"/office/engagements/new/?city={city}")
    words = {"name_ko": f"{name} (한)", "name_en": name, "reason": "The mayors agreed on it"}
    fill(officer.locator("main"), {**words, "sector": "water", "stage": "exchange", **route})
    kept(officer)
    expect(officer).to_have_url(re.compile(r"/office/engagements/(?!new)[\w-]+/$"))
    expect(officer.locator("h1")).to_contain_text(name)
    return officer.url


@pytest.mark.parametrize(("language", "of_the_head"), [("ko", "en"), ("en", "ko")])
def test_a_consulting_is_refused_with_all_that_is_missing_and_entered_once_it_is_there(
    desk: Desk, tmp_path: Path, language: str, of_the_head: str
) -> None:
    desk.reads(language, desk.officer, desk.manager, desk.division)
    desk.reads(of_the_head, desk.bureau)
    file = opened(desk.officer, "bogota", f"Advice on pipes {language}", ADVICE)
    expect(desk.officer.locator("html")).to_have_attribute("lang", language)
    meet(desk.officer, file)
    entered(desk.manager, file, "opportunity")

    missing = gate(desk.manager, file, "consulting")
    assert len(missing) == 10, missing
    pressed_all_the_same(desk.manager, missing)

    link_solution(desk.officer, file)
    need_confirmed(desk.officer, file)
    money_named(desk.officer, file)
    basis_recorded(desk.officer, file)
    for kind in PAPERS:
        paper_attached(desk.officer, file, kind, tmp_path)
    for kind, signatories in DECISIONS.items():
        decided(desk, file, kind, signatories)

    (remark,) = gate(desk.manager, file, "consulting")
    assert remark in missing, "the training that was left aside only warns"
    entered(desk.manager, file, "consulting")
    expect(desk.manager.locator("#stages tbody tr")).to_have_count(3)
    expect(desk.manager.locator("#stages .tone--good")).to_have_count(1)


def meet(officer: Page, file: str) -> None:
    """What the search for an opportunity asks for."""
    officer.goto(f"{file}daily/contacts/add/")
    met = {"kind": "meeting", "title": "Kick-off", "ours": "gate-officer", "theirs": "Ana Gómez", "summary": "They have leaks."}
    fill(officer.locator("main"), met)
    officer.locator("[name=held][value=yes]").check()
    kept(officer)


def link_solution(officer: Page, file: str) -> None:
    """From the line of the gate to the details, and it is linked."""
    officer.goto(f"{file}course/?to=consulting")
    officer.locator("#gate a[href$='/team/#solutions']").click()
    officer.locator("#link-solution").fill("revenue-water")
    officer.locator("form:has(#link-solution) [type=submit]").click()
    expect(officer.locator("#solutions a[href*='/solutions/revenue-water/']")).to_be_visible()
    assert_accessible(officer)


def need_confirmed(officer: Page, file: str) -> None:
    officer.goto(f"{file}course/?to=consulting")
    form = opened_form(officer.locator("#gate form[action$='/course/confirm/']"))
    assert_accessible(officer)
    fill(form, {"confirmed_by": "Ana Gómez", "by_way_of": "Minutes of the kick-off"})
    form.locator("[type=submit]").click()
    expect(officer.locator("#agreed")).to_contain_text("Minutes of the kick-off")


def money_named(officer: Page, file: str) -> None:
    officer.goto(f"{file}course/?to=consulting")
    form = opened_form(officer.locator("#gate form[action$='/course/money/']"))
    expect(form.locator("[name=stage]")).to_have_value("consulting")
    fill(form, {"fund": "own-budget", "state": "granted", "amount": "80000000", "currency": "KRW"})
    form.locator("[type=submit]").click()
    expect(officer.locator("#funding tbody")).to_contain_text("80,000,000 KRW")


def basis_recorded(officer: Page, file: str) -> None:
    """A long posting of officials has no scheme of its own; the body that can decide it has done so."""
    officer.goto(f"{file}course/?to=consulting")
    form = opened_form(officer.locator("#gate form[action$='/course/basis/']"))
    assert_accessible(officer)
    fill(form, {"decided_by": "Personnel committee", "reference": "Decision 12 of 2014"})
    form.locator("[type=submit]").click()
    expect(officer.locator("#agreed")).to_contain_text("Decision 12 of 2014")


def paper_attached(officer: Page, file: str, kind: str, folder: Path) -> None:
    """The line leads to the very form for it."""
    paper = folder / f"{kind}.txt"
    paper.write_text(f"What the {kind} says.")
    officer.goto(f"{file}course/?to=consulting")
    officer.locator(f"#gate a[href*='/papers/add/?kind={kind}']").click()
    expect(officer.locator("[name=stage]")).to_have_value("consulting")
    officer.locator("[name=file]").set_input_files(paper)
    kept(officer)
    expect(officer.locator("#papers")).to_contain_text(paper.name)


def decided(desk: Desk, file: str, kind: str, signatories: tuple[str, ...]) -> None:
    """Drafted from the line of the gate, signed one after the other, taken along as a file."""
    desk.officer.goto(f"{file}course/?to=consulting")
    desk.officer.locator(f"#gate a[href*='/papers/draft/?kind={kind}']").click()
    expect(desk.officer.locator("[name=kind]")).to_have_value(kind)
    assert_accessible(desk.officer)
    title = f"Decision on {kind} {file.rstrip('/').rsplit('/', 1)[1]}"
    written = {"title": title, "text": "1. We ask for the decision.", "amount": "8000000", "currency": "KRW"}
    case = drafted(desk.officer, written, [f"gate-{name}" for name in signatories])
    for name in signatories:
        sign(getattr(desk, name), "office" if name == "manager" else "bureau", title, "approved")
    minutes_taken_along(desk.officer, case)
    expect(desk.officer.locator("#block .tone--good")).to_have_count(1 + len(signatories))
    assert_accessible(desk.officer)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_city_hall_alone_may_not_bid_for_water_meters_and_takes_the_nearest_lawful_way(desk: Desk, language: str) -> None:
    desk.reads(language, desk.officer, desk.manager)
    file = opened(desk.officer, "trinidad-and-tobago", f"Water meters {language}", TENDER)
    refused = gate(desk.manager, file, "main_project")
    pressed_all_the_same(desk.manager, refused)
    blocked = lines(desk.manager.locator("#gate li:has(.tone--blocked) > p:first-of-type"))

    desk.officer.goto(f"{file}course/?to=main_project")
    desk.officer.locator("#gate a[href='#law']").click()
    offered = desk.officer.locator("#law ol > li").first
    for word in BOTH[language]:
        expect(offered).to_contain_text(word)
    form = opened_form(offered.locator("form"))
    form.locator("[name=reason]").fill("The corporation bids with firms")
    assert_accessible(desk.officer)
    form.locator("[type=submit]").click()
    expect(desk.officer.locator("#law .badge").first).to_have_class(re.compile("tone--good"))
    assert_accessible(desk.officer)

    still = gate(desk.manager, file, "main_project")
    (gone,) = set(refused) - set(still)
    assert gone in blocked, "the law no longer stands in the way; the papers of a project still do"
    desk.officer.goto(file)
    expect(desk.officer.locator("main")).to_contain_text(BOTH[language][1])


def test_two_who_edit_one_file_lose_nothing(desk: Desk) -> None:
    """The one who saves later reads both versions, keeps her words, and what she chooses is kept."""
    first, second = desk.officer, desk.manager
    desk.reads("ko", first)
    desk.reads("en", second)
    file = opened(first, "bangkok", "Two at one file", ADVICE)
    for person in (first, second):
        person.goto(f"{file}team/")
    fill(first.locator("#details"), {"client": "방콕 상수도청", "amount": "5000", "currency": "THB", "reason": "발주처 확인"})
    first.locator("#details form [type=submit]").click()
    expect(first.locator("#details [name=client]")).to_have_value("방콕 상수도청")
    assert_accessible(first)

    written = {"client": "Metropolitan Waterworks", "reason": "As their letter says"}
    fill(second.locator("#details"), written)
    second.locator("#details form [type=submit]").click()
    both = second.locator("#details .conflict")
    expect(both.first).to_be_visible()
    expect(second.locator("#details")).to_contain_text("방콕 상수도청")
    expect(second.locator("#details")).to_contain_text("gate-officer")
    for name, words in written.items():
        expect(second.locator(f"#details [name={name}]")).to_have_value(words)
    assert_accessible(second)
    for name, chosen in {"client": "mine", "amount": "theirs", "currency": "theirs"}.items():
        expect(second.locator(f"[name=keep-{name}][value={chosen}]")).to_be_checked()
    second.locator("#details form [type=submit]").click()
    expect(both).to_have_count(0)
    second.goto(f"{file}team/")
    for name, words in {"client": "Metropolitan Waterworks", "currency": "THB"}.items():
        expect(second.locator(f"#details [name={name}]")).to_have_value(words)
    expect(second.locator("#details [name=amount]")).to_have_value(re.compile(r"^5000"))

    desk.reads("en", first)
    first.goto(f"{file}course/")
    second.goto(f"{file}course/?to=training")
    form = opened_form(first.locator("#law form:has(#route-lead)"))
    fill(form, {"activity": "advice", "reason": "It is advice"})
    form.locator("[type=submit]").click()
    second.locator("#advance-reason").fill("They asked twice")
    second.locator("form[action$='/advance/']").evaluate("form => form.submit()")
    expect(second.locator("main .callout").first).to_contain_text("Someone else changed this engagement first")
    expect(second.locator("#advance-reason")).to_have_value("They asked twice")
    assert_accessible(second)
    second.goto(f"{file}history/")
    expect(second.locator("main")).to_contain_text("As their letter says")
    assert_accessible(second)
