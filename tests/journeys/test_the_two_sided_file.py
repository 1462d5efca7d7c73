"""One file from three sides: what the office shares is read and answered by a city with a link and by a firm with an account, each its own part alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.accessible import assert_accessible
from tests.journeys.conftest import Site
from tests.journeys.people import account, hired, signed_in, visitor

SUBJECT = "Pipes of the north"
TOLD = "The north has 120 km of pipes older than 30 years."
PAPER = "minutes-of-may.txt"
CITIES = {"en": "bogota", "ko": "hanoi"}
"""Each language has its own city: what one city corrects stays corrected."""
TERMS, TERMS_FILE = "Terms for bidders", "terms-for-bidders.txt"
CORRECTED = {"value": "7655", "year": "2026", "source": "Secretaría de Planeación"}
AS_READ = re.compile(r"7[.,\s]?655\b")
"""What the city says of its population in thousands, and how the pages write that."""
GIVEN, PASSED_OVER = "pyunghwa-engineering", "saman"
"""Two firms of the sector: one is given something, the other nothing."""
SAID = {"es": "La cifra correcta es 130 km.", "vi": "Con số đúng là 130 km."}
OFFERED = {"ko": "관로 교체 설계를 제안합니다.", "en": "We offer to design the replacement."}


@pytest.mark.parametrize(("office", "city", "firm"), [("en", "es", "ko"), ("ko", "vi", "en")])
def test_a_file_is_shared_read_answered_and_closed(
    page: Page, site: Site, tmp_path: Path, office: str, city: str, firm: str
) -> None:
    manager = signed_in(page, site, f"journey-sharer-{office}", account(site, f"journey-sharer-{office}", "manager"), office)
    given = hired(manager, f"journey-firm-{office}", "partner", body=GIVEN)
    passed_over = hired(manager, f"journey-other-firm-{office}", "partner", body=PASSED_OVER)
    officer_password = hired(manager, f"journey-officer-{office}", "officer")
    officer = signed_in(page, site, f"journey-officer-{office}", officer_password, office)

    file = new_file(officer, office)
    put_on_file(officer, file, tmp_path / PAPER, "Minutes of May", "Both sides met in May.")
    put_on_file(officer, file, tmp_path / TERMS_FILE, TERMS, "Bids are due in June.")
    share_words(officer, file)
    share_paper(officer, file)
    share_terms(officer, file)
    link = give_link(officer, file, city)

    official = visitor(page, site)
    reads_as_city(official, link, city)
    answers(official, SAID[city])
    corrects_a_figure(official)
    official.locator(f"nav ul.chips a[hreflang={firm}]").first.click()
    expect(official.locator("html")).to_have_attribute("lang", firm)
    assert_accessible(official)

    partner = signed_in(page, site, f"journey-firm-{office}", given, firm)
    terms = officer.locator("li", has=officer.locator(".item-list__title", has_text=TERMS))
    officer.goto(f"{file}sharing/")
    expect(terms.locator(".tone--warning")).to_be_visible()
    reads_as_firm(partner, OFFERED[firm])
    officer.reload()
    expect(terms.locator(".tone--good")).to_be_visible()
    other = signed_in(page, site, f"journey-other-firm-{office}", passed_over, firm)
    other.goto(partner.url)
    expect(other.locator("main")).not_to_contain_text(SUBJECT)
    assert_accessible(other)

    takes_up(officer, file, SAID[city], OFFERED[firm])
    log_shows_who_got_what(officer)
    official.reload()
    expect(official.locator("#sent .tone--good")).to_have_count(1)
    figure_taken_up_on_second_thoughts(officer, manager, file, official)
    revoked(officer, file, official, link)


def new_file(officer: Page, language: str) -> str:
    """A proposal of ours to a city."""
    officer.goto(f"/office/engagements/new/?city={CITIES[language]}")
    assert_accessible(officer)
    texts = {
        "name_ko": f"관망 정비 {language}",
        "name_en": f"Pipes of the city {language}",
        "reason": "The mayors agreed on it",
    }
    for name, words in texts.items():
        officer.locator(f"main [name={name}]").fill(words)
    for name, code in {
        "sector": "water",
        "stage": "exchange",
        "lead": "city_hall",
        "activity": "advice",
        "money_flow": "none",
    }.items():
        officer.locator(f"main [name={name}]").select_option(code)
    officer.locator("main form [type=submit]").last.click()
    expect(officer).to_have_url(re.compile(r"/office/engagements/(?!new)[\w-]+/$"))
    return officer.url


def put_on_file(officer: Page, file: str, paper: Path, title: str, words: str) -> None:
    """A paper that can be shared."""
    paper.write_text(words)
    officer.goto(f"{file}papers/add/")
    officer.locator("[name=title]").fill(title)
    officer.locator("[name=file]").set_input_files(paper)
    officer.locator("main form [type=submit]").last.click()
    expect(officer.locator("#papers")).to_contain_text(paper.name)


def share_words(officer: Page, file: str) -> None:
    """With the city and one firm: the office is warned that the others would not know, and shares all the same."""
    officer.goto(f"{file}sharing/new/")
    assert_accessible(officer)
    officer.locator("[name=thing]").select_option("information")
    officer.locator("[name=text]").fill(TOLD)
    officer.locator("[name=subject]").fill(SUBJECT)
    officer.locator("[name=to]").select_option(["city", f"firm:{GIVEN}"])
    officer.locator("main [name=reason]").fill("Both asked")
    officer.locator("main form [type=submit]").last.click()
    expect(officer.locator("[name=step][value=even_so]")).to_be_visible()
    assert_accessible(officer)
    officer.locator("[name=step][value=even_so]").click()
    expect(officer).to_have_url(re.compile(r"/sharing/$"))
    expect(officer.locator("main .callout").first).to_be_visible()
    assert_accessible(officer)


def share_paper(officer: Page, file: str) -> None:
    """With the city alone."""
    officer.goto(f"{file}sharing/new/")
    officer.locator("[name=thing]").select_option(label=f"Minutes of May (1) · {PAPER}")
    officer.locator("[name=subject]").fill("Minutes of May")
    officer.locator("[name=to]").select_option(["city"])
    officer.locator("main [name=reason]").fill("They were there")
    officer.locator("main form [type=submit]").last.click()
    expect(officer).to_have_url(re.compile(r"/sharing/$"))
    expect(officer.locator("main")).to_contain_text(PAPER)


def share_terms(officer: Page, file: str) -> None:
    """With one firm alone, after the warning."""
    officer.goto(f"{file}sharing/new/")
    officer.locator("[name=thing]").select_option(label=f"{TERMS} (1) · {TERMS_FILE}")
    officer.locator("[name=subject]").fill(TERMS)
    officer.locator("[name=to]").select_option([f"firm:{GIVEN}"])
    officer.locator("main [name=reason]").fill("It asked first; the others get them tomorrow")
    officer.locator("main form [type=submit]").last.click()
    officer.locator("[name=step][value=even_so]").click()
    expect(officer).to_have_url(re.compile(r"/sharing/$"))
    expect(officer.locator("main")).to_contain_text(TERMS_FILE)


def give_link(officer: Page, file: str, language: str) -> str:
    """Shown this once."""
    officer.goto(f"{file}sharing/")
    officer.locator("#link [name=to]").select_option("city")
    officer.locator("#link [name=holder]").fill("Office of the mayor")
    officer.locator("#link [name=language]").select_option(language)
    officer.locator("#link [type=submit]").click()
    shown = officer.locator(".callout strong.breakable").inner_text()
    assert_accessible(officer)
    return shown


def reads_as_city(official: Page, link: str, language: str) -> None:
    """The link opens in the holder's language and is gone from the address; paper and words are there."""
    official.goto(link)
    assert link.rstrip("/").rsplit("/", 1)[1] not in official.url
    expect(official.locator("html")).to_have_attribute("lang", language)
    expect(official.locator("#shared")).to_contain_text(SUBJECT)
    assert_accessible(official)
    official.locator("#shared").get_by_role("link", name="Minutes of May").click()
    assert_accessible(official)
    with official.expect_download() as arriving:
        official.locator("main a[href$='/file/']").first.click()
    assert Path(arriving.value.path()).read_text() == "Both sides met in May."
    official.go_back()
    official.locator("#shared").get_by_role("link", name=SUBJECT).click()
    expect(official.locator("main")).to_contain_text(TOLD)
    assert_accessible(official)
    official.go_back()


def answers(official: Page, words: str) -> None:
    official.locator("#say-text").fill(words)
    official.locator("#say [type=submit]").click()
    expect(official.locator("#sent")).to_contain_text(words)
    assert_accessible(official)


def corrects_a_figure(official: Page) -> None:
    """One that the file shows; nothing changes by it."""
    shown = official.locator("#figures tbody").inner_text()
    form = official.locator("#figures form")
    form.locator("xpath=ancestor::details[1]/summary").click()
    form.locator("[name=about]").select_option("population")
    for name, words in CORRECTED.items():
        form.locator(f"[name={name}]").fill(words)
    assert_accessible(official)
    form.locator("[type=submit]").click()
    expect(official.locator("#sent li", has_text=CORRECTED["source"]).locator(".tone--warning")).to_be_visible()
    assert official.locator("#figures tbody").inner_text() == shown
    assert_accessible(official)


def figure_taken_up_on_second_thoughts(officer: Page, manager: Page, file: str, official: Page) -> None:
    """The officer may not, the manager may; she undoes it and the figure is gone; taken up again, the city reads it as its own."""
    said = official.locator("#sent li", has_text=CORRECTED["source"])
    officer.goto(f"{file}sharing/")
    expect(officer.locator("#proposals")).to_contain_text(CORRECTED["source"])
    expect(officer.locator("form[action$='/take-up/']")).to_have_count(0)

    take_up_figure(manager, file)
    manager.locator("form[action$='/put-back/'] button").click()
    expect(manager.locator("#proposals")).to_contain_text(CORRECTED["source"])
    official.reload()
    expect(said.locator(".tone--warning")).to_be_visible()
    expect(official.locator("#figures tbody")).not_to_contain_text(AS_READ)

    take_up_figure(manager, file)
    assert_accessible(manager)
    official.reload()
    expect(said.locator(".tone--good")).to_be_visible()
    expect(official.locator("#figures tbody")).to_contain_text(AS_READ)
    assert_accessible(official)


def take_up_figure(manager: Page, file: str) -> None:
    manager.goto(f"{file}sharing/")
    waiting = manager.locator("#proposals li", has_text=CORRECTED["source"])
    waiting.locator("form[action$='/take-up/'] [type=submit]").click()
    expect(manager.locator("#decided")).to_contain_text(CORRECTED["source"])


def reads_as_firm(partner: Page, words: str) -> None:
    """Its own items, not the city's paper; it takes its paper along and sends an offer."""
    partner.goto("/partner/")
    assert_accessible(partner)
    partner.locator("main .item-list__title").first.click()
    expect(partner.locator("#shared")).to_contain_text(SUBJECT)
    expect(partner.locator("main")).not_to_contain_text("Minutes of May")
    assert_accessible(partner)
    file = partner.url
    partner.locator("#shared").get_by_role("link", name=SUBJECT).click()
    expect(partner.locator("main")).to_contain_text(TOLD)
    assert_accessible(partner)
    partner.goto(file)
    partner.locator("#shared").get_by_role("link", name=TERMS).click()
    assert_accessible(partner)
    with partner.expect_download() as arriving:
        partner.locator("main a[href*='/partner/items/']").click()
    assert arriving.value.suggested_filename == TERMS_FILE
    assert Path(arriving.value.path()).read_text() == "Bids are due in June."
    partner.goto(file)
    partner.locator("#say-kind").select_option("offer")
    partner.locator("#say-text").fill(words)
    partner.locator("#say [type=submit]").click()
    expect(partner.locator("#sent")).to_contain_text(words)
    assert_accessible(partner)


def takes_up(officer: Page, file: str, *said: str) -> None:
    """What both said waits, and counts once a person takes it up; the office sees that the city has read."""
    officer.goto(f"{file}sharing/")
    for words in said:
        waiting = officer.locator("#proposals li", has_text=words)
        waiting.locator("form[action$='/take-up/'] [type=submit]").click()
        officer.goto(f"{file}sharing/")
        expect(officer.locator("#decided")).to_contain_text(words)
    assert_accessible(officer)


def log_shows_who_got_what(officer: Page) -> None:
    """The city and the firm by one subject, with the warning that other firms of the sector do not know."""
    officer.goto(f"/office/sharing/equal-information/?q={SUBJECT}")
    group = officer.locator("tbody", has_text=SUBJECT).first
    expect(group.locator("tr")).to_have_count(3)
    expect(group.locator("th .badge").first).to_be_visible()
    assert_accessible(officer)


def revoked(officer: Page, file: str, official: Page, link: str) -> None:
    """At once, for the browser that is in and for the link itself; the page is that of a link that never was."""
    officer.goto(f"{file}sharing/")
    officer.locator("details:has(form[action$='/revoke/']) summary").first.click()
    officer.locator("form[action$='/revoke/'] [name=reason]").first.fill("The post changed hands")
    officer.locator("form[action$='/revoke/'] [type=submit]").first.click()
    assert_accessible(officer)
    inside = official.url
    official.goto(inside)
    expect(official.locator("main")).not_to_contain_text(SUBJECT)
    official.goto(link)
    refused = official.locator("main").inner_text()
    assert_accessible(official)
    official.goto(f"{link.rstrip('/')[:-6]}abcdef/")
    assert official.locator("main").inner_text() == refused
