"""People of a journey besides the demo officer: made with the command line, as an installation makes them."""

import re
import subprocess
import sys

from playwright.sync_api import Page, expect
from tests.journeys.conftest import Site

OWN = "a calm river runs deep"


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
