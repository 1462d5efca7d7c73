"""People of a journey besides the demo officer: made with the command line, as an installation makes them."""

import base64
import hmac
import re
import subprocess
import sys
import time

from playwright.sync_api import Page, expect
from tests.journeys.accessible import assert_accessible
from tests.journeys.conftest import Site

OWN = "a calm river runs deep"
ONE_TIME = re.compile(r"[0-9a-f]{6}(-[0-9a-f]{6}){3}")


def account(site: Site, name: str, role: str, agency: str = "") -> str:
    """Makes the person and returns the one-time password that is shown once."""
    words = [sys.executable, "-m", "seoulution.cli", "person", name, "--role", role]
    words += ["--agency", agency] if agency else []
    done = subprocess.run(words, env=dict(site.environment), capture_output=True, text=True, check=True)
    found = re.search(r"one-time password (\S+)", done.stdout)
    assert found is not None, done.stdout + done.stderr
    return found[1]


def first_sign_in(page: Page, name: str, one_time_password: str) -> None:
    """Signs in with the one-time password and chooses an own one."""
    page.goto("/sign-in/")
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(one_time_password)
    page.locator("main [type=submit]").click()
    expect(page).to_have_url(re.compile("choose-password"))
    for field in ("new_password1", "new_password2"):
        page.locator(f"[name={field}]").fill(OWN)
    page.locator("main [type=submit]").click()


def visitor(page: Page, site: Site, language: str = "en") -> Page:
    """A further person's own browser, in a language of theirs."""
    context = page.context.browser.new_context(base_url=site.address, locale=language, accept_downloads=True)  # type: ignore[union-attr]
    context.add_cookies([{"name": "language", "value": language, "url": site.address}])
    return context.new_page()


def signed_in(page: Page, site: Site, name: str, one_time_password: str, language: str) -> Page:
    """Somebody at work in their language, in a browser of their own."""
    opened = visitor(page, site, language)
    first_sign_in(opened, name, one_time_password)
    expect(opened.locator("html")).to_have_attribute("lang", language)
    return opened


def hired(manager: Page, name: str, role: str, *, body: str = "", rank: str = "") -> str:
    """A manager prepares an account with its body and rank; the one-time password is on the page this once."""
    manager.goto("/office/people/new/")
    assert_accessible(manager)
    for field in ("username", "name"):
        manager.locator(f"[name={field}]").fill(name)
    manager.locator("[name=role]").select_option(role)
    manager.locator("main form [type=submit]").last.click()
    shown = ONE_TIME.search(manager.locator("main").inner_text())
    assert shown is not None, manager.locator("main").inner_text()
    if body or rank:
        manager.goto(f"/office/people/?q={name}")
        manager.locator("main").get_by_role("link", name=name).first.click()
        manager.locator("#body-given").select_option(body)
        manager.locator("#rank-given").select_option(rank)
        manager.locator("#body form [type=submit]").click()
        expect(manager.locator("#body-given")).to_have_value(body)
        assert_accessible(manager)
    return shown[0]


def guard_by_device(page: Page, name: str) -> None:
    """Sets up a second factor as a telephone would, signs out, and comes back in with the password and a recovery code."""
    page.goto("/account/second-factor/")
    assert_accessible(page)
    secret = page.locator("main code[translate=no]").text_content() or ""
    page.locator("main [name=code]").fill(shown_by_device(secret))
    page.locator("main form:has([name=code]) [type=submit]").click()
    recovery = page.locator("main li code").first.inner_text()
    assert_accessible(page)
    with page.expect_navigation():
        page.locator("form[action$='/sign-out/'] [type=submit]").first.click()
    page.goto("/sign-in/")
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(OWN)
    page.locator("main [type=submit]").click()
    expect(page).to_have_url(re.compile("/sign-in/second-factor/"))
    assert_accessible(page)
    page.locator("main [name=code]").fill(recovery)
    page.locator("main form:has([name=code]) [type=submit]").click()
    expect(page).to_have_url(re.compile(r"/office/$"))


def shown_by_device(secret: str) -> str:
    """The six digits of this half minute, as RFC 6238 has them."""
    digest = hmac.digest(base64.b32decode(secret.replace(" ", "")), int(time.time() // 30).to_bytes(8, "big"), "sha1")
    at = digest[-1] & 15
    return f"{(int.from_bytes(digest[at : at + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"
