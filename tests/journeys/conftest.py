"""The running app on a database of its own, and a real Chromium in front of it."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.loaded_database import address, copied

CHROMIUM = (
    os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
HOW_TO = (
    "No Chromium was found, so the journeys were skipped. On Debian: apt-get install chromium; elsewhere set CHROMIUM=/path."
)


@dataclass(frozen=True, slots=True)
class Site:
    """Where the app answers, the demo officer's one-time password, and what the command line needs to reach the same database."""

    address: str
    one_time_password: str
    environment: Mapping[str, str]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a journey."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason=HOW_TO))


@pytest.fixture(scope="session")
def site(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """`seoulution up` as a person starts it, on a copy of the loaded test database."""
    with (
        django_db_blocker.unblock(),
        copied("journeys") as name,
        _up(address(name), tmp_path_factory.mktemp("home")) as running,
    ):
        yield running


@contextmanager
def _up(database: str, home: Path) -> Iterator[Site]:
    port = _free_port()
    environment = {**os.environ, "DATABASE_URL": database, "SEOULUTION_HOME": str(home)}
    environment["DJANGO_SETTINGS_MODULE"] = "seoulution.config.settings.development"
    environment.pop("SEOULUTION_EMBEDDED_SOCKET", None)
    log = (home / "up.log").open("w+")
    process = subprocess.Popen(
        [sys.executable, "-m", "seoulution.cli", "up", "--port", str(port)], env=environment, stdout=log, stderr=log
    )
    try:
        site = f"http://127.0.0.1:{port}"
        yield Site(site, _password_when_ready(site, home / "up.log", process), environment)
    finally:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(20)
        process.kill()


def _password_when_ready(address: str, log: Path, process: subprocess.Popen[bytes]) -> str:
    for _ in range(1200):
        if process.poll() is not None:
            raise RuntimeError(f"the site did not start:\n{log.read_text()[-4000:]}")
        found = re.search(r"one-time password: (\S+)", log.read_text())
        if found:
            with suppress(OSError):
                urllib.request.urlopen(f"{address}/health", timeout=2).read()
                return found[1]
        time.sleep(0.1)
    raise RuntimeError(f"the site was not ready within two minutes:\n{log.read_text()[-4000:]}")


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def browser(site: Site) -> Iterator[Browser]:
    """One headless Chromium for a file of journeys, closed before the next file wants its own.

    Its event loop would keep Django from the database in the same process.
    """
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield launched
        launched.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A person with a fresh browser in English; anything the browser complains about fails the journey."""
    context = browser.new_context(base_url=site.address, locale="en-GB", accept_downloads=True)
    context.add_cookies([{"name": "language", "value": "en", "url": site.address}])
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert [text for text in complaints if "status of 4" not in text] == []
