"""What people do on the pages of an engagement, in every journey alike: fill a form, sign a paper, take its minutes along."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from tests.journeys.accessible import assert_accessible


def fill(place: Page | Locator, values: Mapping[str, str]) -> None:
    """Every field by its name, whatever kind it is."""
    for name, value in values.items():
        field = place.locator(f"[name={name}]").last
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def kept(page: Page) -> None:
    """Sends the one form of the page; what comes next is accessible and no refusal."""
    page.locator("main form [type=submit]").last.click()
    expect(page.locator("main .error-summary")).to_have_count(0)
    assert_accessible(page)


def opened_form(place: Locator) -> Locator:
    """A form behind its fold, opened as a person opens it; `place` finds the form."""
    place.locator("xpath=ancestor::details[1]/summary").click()
    return place


def drafted(officer: Page, values: Mapping[str, str], signatories: Iterable[str]) -> str:
    """The draft on the page that is open is kept and sent to the people chosen; the paper's address."""
    fill(officer.locator("main"), values)
    kept(officer)
    send(officer, signatories)
    return officer.url


def send(officer: Page, signatories: Iterable[str]) -> None:
    """Into signing, each place with its person."""
    for place, name in zip(officer.locator("#send select").all(), signatories, strict=True):
        option = place.locator("option", has_text=name).first.get_attribute("value")
        place.select_option(option)
    officer.locator("#send [type=submit]").click()
    expect(officer.locator("#block")).to_be_visible()
    assert_accessible(officer)


def sign(signatory: Page, portal: str, title: str, verdict: str, reason: str = "") -> None:
    """From the list of what waits to the verdict."""
    signatory.goto(f"/{portal}/signing/")
    assert_accessible(signatory)
    signatory.locator("#waiting").get_by_role("link", name=title).click()
    assert_accessible(signatory)
    signatory.locator("#sign-reason").fill(reason)
    signatory.locator(f"[name=verdict][value={verdict}]").click()
    expect(signatory.locator("#sign")).to_have_count(0)
    assert_accessible(signatory)


def minutes_taken_along(officer: Page, case: str) -> None:
    """The signed paper in the form of Korean offices, each file of its own kind."""
    officer.goto(case)
    for name, beginning in (("pdf", b"%PDF"), ("docx", b"PK"), ("hwpx", b"PK")):
        with officer.expect_download() as arriving:
            officer.locator(f"#minutes a[href$='/{name}/']").click()
        assert Path(arriving.value.path()).read_bytes()[: len(beginning)] == beginning


def gate(manager: Page, file: str, stage: str) -> list[str]:
    """The sentences of everything that the gate before the stage still asks for."""
    manager.goto(f"{file}course/?to={stage}")
    assert_accessible(manager)
    return lines(manager.locator("#gate li:has(.item-list__title) > p:first-of-type"))


def pressed_all_the_same(manager: Page, shown: list[str]) -> None:
    """The button is closed; pressed past the page, the service answers with every finding at once and the reason is kept."""
    manager.locator("#advance-reason").fill("Too early")
    manager.locator("form[action$='/advance/']").evaluate("form => form.submit()")
    expect(manager.locator(".callout li").first).to_be_visible()
    assert lines(manager.locator(".callout li")) == shown
    expect(manager.locator("#advance-reason")).to_have_value("Too early")
    assert_accessible(manager)


def entered(manager: Page, file: str, stage: str) -> None:
    """Through the open gate, with its reason on record."""
    manager.goto(f"{file}course/?to={stage}")
    manager.locator("#advance-reason").fill("All is on the table")
    manager.locator("form[action$='/advance/'] [type=submit]").click()
    expect(manager.locator("#stages tbody")).to_contain_text("All is on the table")
    assert_accessible(manager)


def lines(found: Locator) -> list[str]:
    """The texts as they are read."""
    return [line.strip() for line in found.all_inner_texts()]
