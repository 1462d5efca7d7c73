"""T15: exact headers on every kind of answer, error pages, downloads and static files included."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from tests.trust.access_table import LINK, TABLE
from tests.trust.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.trust]

PAGE_POLICY: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
}
FILE_POLICY: Final = {"sandbox": "", "default-src": "'none'"}
ALWAYS: Final = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"
    ),
}
REFUSED_LINK: Final = {**ALWAYS, "Referrer-Policy": "no-referrer"}
"""An address with a private link in it tells no one where the reader came from, not even us."""


def policy(answer: Any) -> dict[str, str]:
    """The content security policy, by directive."""
    parts = [
        part.strip().partition(" ") for part in answer.headers.get("Content-Security-Policy", "").split(";") if part.strip()
    ]
    return {name: value for name, _, value in parts}


def wrong(answer: Any, expected: dict[str, str] = ALWAYS) -> dict[str, Any]:
    """Headers that differ from what is expected, and a policy that is neither that of a page nor that of a file."""
    found: dict[str, Any] = {
        name: answer.headers.get(name) for name, value in expected.items() if answer.headers.get(name) != value
    }
    is_file = answer.headers.get("Content-Disposition", "").startswith("attachment")
    if policy(answer) != (FILE_POLICY if is_file else PAGE_POLICY):
        found["Content-Security-Policy"] = answer.headers.get("Content-Security-Policy")
    return found


@pytest.fixture
def manager(person: Callable[..., Any]) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(person("manager"), backend="seoulution.apps.accounts.backend.PersonBackend")
    return client


def test_every_address_carries_them_for_visitors_and_for_staff(world: World, manager: Client) -> None:
    """Every answer of every address: pages, redirects, refusals, files, data."""
    differing = {}
    for name, row in TABLE.items():
        for who, client in (("visitor", Client()), ("manager", manager)):
            answer = client.get(reverse(name, kwargs=world.arguments[row.about]))
            expected = REFUSED_LINK if row.rule == LINK and answer.status_code == 404 else ALWAYS
            if problems := wrong(answer, expected):
                differing[f"{name} {who}"] = problems
    assert not differing


def _kept_by_a_cache(answer: Any) -> bool:
    """Anything with content that is not marked `no-store`."""
    return answer.headers.get("Cache-Control") != "no-store" and answer.status_code != 405


def test_what_staff_and_cities_saw_is_kept_in_no_cache(world: World, manager: Client) -> None:
    """`no-store` on every answer to an account or to a private link."""
    city = Client()
    city.get(reverse("city_portal:enter", kwargs={"token": world.token}))
    cached = [
        name
        for name, row in TABLE.items()
        for client in ((manager, city) if row.rule == LINK else (manager,))
        if _kept_by_a_cache(client.get(reverse(name, kwargs=world.arguments[row.about])))
    ]
    assert not cached


def _broken(*_: Any, **__: Any) -> Any:
    raise RuntimeError("a page that breaks")


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_error_pages_carry_them_too(
    status: int, manager: Client, person: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error page is a page."""
    client, address = Client(raise_request_exception=False), "/no/such/page/"
    if status == 403:
        client.force_login(person("partner"), backend="seoulution.apps.accounts.backend.PersonBackend")
        address = reverse("office:today")
    if status == 400:
        client.defaults["HTTP_HOST"] = "evil.example"
        address = "/"
    if status == 500:
        monkeypatch.setattr("seoulution.web.shared.health.connection.cursor", _broken)
        address = reverse("health")
    answer = client.get(address)
    assert answer.status_code == status
    assert not wrong(answer)


def test_a_form_token_that_is_missing_shows_our_own_page() -> None:
    """Django's bare CSRF page would be the one page without our words."""
    answer = Client(enforce_csrf_checks=True).post(reverse("public:ask"), {"text": "x"})
    assert answer.status_code == 403 and not wrong(answer)
    assert b"Not open to you" in answer.content


def test_a_locked_sign_in_carries_them(person: Callable[..., Any], settings: Any) -> None:
    """The lock-out answers in the middle of signing in."""
    settings.AXES_ENABLED = True
    person("officer")
    for _ in range(6):
        answer = Client().post(reverse("sign_in"), {"username": "officer", "password": "wrong"})
    assert answer.status_code == 429 and not wrong(answer)


@pytest.mark.parametrize("name", ["x.css", "x.js", "x.svg"])
def test_static_files_carry_them(tmp_path: Path, name: str) -> None:
    """Whitenoise answers before any view, yet not before the headers: a drawing opened by itself runs nothing."""
    (tmp_path / name).write_text("/* */")
    with override_settings(STATIC_ROOT=str(tmp_path)):
        answer = Client().get(f"/static/{name}")
        assert answer.status_code == 200 and b"".join(answer) == b"/* */"
    assert not wrong(answer)


def test_production_asks_browsers_to_come_back_by_tls_only(settings: Any) -> None:
    """HSTS of two years, and plain requests are led to TLS."""
    from importlib import util

    source = Path(str(util.find_spec("seoulution.config.settings.production").origin)).read_text()  # type: ignore[union-attr]
    seconds = int(re.search(r"SECURE_HSTS_SECONDS = ([\d_]+)", source).group(1))  # type: ignore[union-attr]
    assert seconds >= 31_536_000
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS, settings.SECURE_HSTS_PRELOAD = seconds, True, True
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/").headers["Location"].startswith("https://")
    answer = Client().get("/", secure=True)
    assert answer.headers["Strict-Transport-Security"] == f"max-age={seconds}; includeSubDomains; preload"


def test_no_cookie_can_be_read_by_a_script(world: World, manager: Client) -> None:
    """Every cookie that any page sets is HttpOnly and stays on this site; over TLS it is Secure."""
    client = Client()
    client.post(reverse("set_language"), {"language": "ko"}, secure=True)
    client.post(reverse("set_theme"), {"theme": "dark"}, secure=True)
    client.get(reverse("public:ask"), secure=True)
    client.get(reverse("city_portal:enter", kwargs={"token": world.token}), secure=True)
    loose = {
        name: morsel.OutputString()
        for name, morsel in client.cookies.items()
        if not morsel["httponly"] or morsel["samesite"] not in ("Lax", "Strict")
    }
    assert len(client.cookies) >= 3 and not loose


def test_the_comparison_sees_a_loosened_page() -> None:
    """Canary: a page with an unsafe policy, and one without any header."""
    from django.http import HttpResponse

    bare = HttpResponse("x")
    assert set(wrong(bare)) == {*ALWAYS, "Content-Security-Policy"}
    loose = HttpResponse(
        "x", headers={**ALWAYS, "Content-Security-Policy": "default-src 'none'; script-src 'self' 'unsafe-inline'"}
    )
    assert set(wrong(loose)) == {"Content-Security-Policy"}
