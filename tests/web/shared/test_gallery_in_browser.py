"""The components in a real browser: both themes, both languages, a phone and a desk, with and without script."""

import shutil
import threading
from collections.abc import Iterator
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.wsgi import get_wsgi_application
from django.test import override_settings
from playwright.sync_api import Browser, Page, sync_playwright

pytestmark = pytest.mark.journey
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1440, "height": 900}


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with override_settings(ROOT_URLCONF="seoulution.web.shared.urls", DEBUG=True):
        server = make_server("127.0.0.1", 0, StaticFilesHandler(get_wsgi_application()), Server, Quiet)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


def opened(
    browser: Browser,
    address: str,
    *,
    language: str = "en",
    theme: str = "light",
    size: dict[str, int] | None = None,
    script: bool = True,
) -> Page:
    context = browser.new_context(viewport=size or DESK, java_script_enabled=script, reduced_motion="reduce")  # type: ignore[arg-type]
    context.add_cookies(
        [{"name": "language", "value": language, "url": address}, {"name": "theme", "value": theme, "url": address}]
    )
    page = context.new_page()
    page.goto(address + "ui-components/")
    return page


@pytest.mark.parametrize(
    ("language", "theme", "size"), [("ko", "light", DESK), ("en", "dark", DESK), ("ko", "dark", PHONE), ("en", "light", PHONE)]
)
def test_axe_finds_nothing_against_wcag_2_2_aa(
    browser: Browser, address: str, language: str, theme: str, size: dict[str, int]
) -> None:
    page = opened(browser, address, language=language, theme=theme, size=size)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
    assert not results.response["violations"], results.generate_report()


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_the_page_never_scrolls_sideways(browser: Browser, address: str, size: dict[str, int]) -> None:
    page = opened(browser, address, language="ko", size=size)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_policy_refuses_nothing_that_the_page_does(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    answer = page.goto(address + "ui-components/")
    assert answer is not None and "default-src 'none'" in answer.headers["content-security-policy"]
    page.wait_for_function("window.htmx !== undefined")
    page.wait_for_load_state("networkidle")
    assert not said


def test_without_script_the_source_of_a_figure_still_opens(browser: Browser, address: str) -> None:
    page = opened(browser, address, script=False)
    note = page.locator(".source-note").first
    assert not note.is_visible()
    page.locator(".source-mark").first.click()
    assert note.is_visible()


def test_on_a_phone_the_navigation_opens_without_script(browser: Browser, address: str) -> None:
    page = opened(browser, address, size=PHONE, script=False)
    link = page.locator(".navigation__link").first
    assert not link.is_visible()
    page.locator(".masthead__menu").click()
    assert link.is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_the_theme_is_switched_and_stays(browser: Browser, address: str, script: bool) -> None:
    page = opened(browser, address, script=script)
    page.locator('[data-theme-switch] button[value="dark"]').click()
    page.wait_for_load_state()
    page.goto(address + "ui-components/")
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_slash_and_control_k_go_to_the_search(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.wait_for_function("window.htmx !== undefined")
    for key in ("/", "Control+k"):
        page.locator("h1").click()
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.matches('[data-search]')"), key


def test_a_draft_survives_leaving_the_page(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.wait_for_function("window.htmx !== undefined")
    page.locator("#id_need").fill("We lose half of our water.")
    page.wait_for_timeout(900)
    page.reload()
    page.wait_for_function("document.querySelector('#id_need').value !== ''")
    assert page.locator("#id_need").input_value() == "We lose half of our water."
    page.wait_for_function("localStorage.length === 1")


def test_arrow_keys_walk_over_the_map(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.wait_for_function("window.htmx !== undefined")
    page.locator('a[data-place="seoul"]').focus()
    page.keyboard.press("ArrowRight")
    place = page.evaluate("document.activeElement.dataset.place")
    assert place not in (None, "seoul")


def test_the_marker_in_hand_lies_on_top_of_all_others_and_keeps_its_place_in_the_walk(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.wait_for_function("window.htmx !== undefined")
    walk = "[...document.querySelectorAll('a[data-place]')].map((marker) => marker.dataset.place)"
    before = page.evaluate(walk)
    page.locator("a[data-place]").first.focus()
    raised = page.locator("svg[data-world-map] .d-raised--focus")
    assert raised.evaluate("(copy) => copy === copy.parentNode.lastElementChild && copy.getAttribute('aria-hidden')") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.place") == before[1]
    assert raised.count() == 1 and page.evaluate(walk) == before


def test_what_a_pointer_is_told_by_a_sign_the_keyboard_reads_too(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    told = "getComputedStyle(document.querySelector('button[name=theme]'), '::after').content"
    assert page.evaluate(told) in ("none", "normal")
    page.locator("body").press("Tab")
    while page.evaluate("document.activeElement.name") != "theme":
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.title") in page.evaluate(told)


def test_the_first_tab_skips_to_the_content(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_fragments_are_swapped_under_trusted_types(browser: Browser, address: str) -> None:
    """The policy has `require-trusted-types-for 'script'`: htmx may put in what our server sent, and nothing else may."""
    page = opened(browser, address)
    page.wait_for_function("window.htmx !== undefined")
    page.evaluate(
        """() => {
            const button = document.createElement("button");
            button.id = "try";
            button.setAttribute("hx-get", "/ui-components/");
            button.setAttribute("hx-select", ".page-head");
            button.setAttribute("hx-target", "#map");
            button.textContent = "try";
            document.querySelector("#main .page").prepend(button);
            window.htmx.process(button);
        }"""
    )
    page.locator("#try").click()
    page.wait_for_selector("#map .page-head")
    refused = page.evaluate(
        "() => { try { document.body.insertAdjacentHTML('beforeend', '<p>x</p>'); return false } catch { return true } }"
    )
    assert refused


def test_code_in_attributes_is_not_run(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.wait_for_function("window.htmx !== undefined")
    page.evaluate(
        """() => {
            const button = document.createElement("button");
            button.id = "try";
            button.setAttribute("hx-on:click", "window.ran = true");
            button.textContent = "try";
            document.querySelector("#main .page").prepend(button);
            window.htmx.process(button);
        }"""
    )
    page.locator("#try").click()
    assert page.evaluate("window.ran") is None
