import pytest
from django.test import RequestFactory

from seoulution.web.shared.preferences import set_theme


def chosen(theme: str, back: str) -> tuple[str, str]:
    response = set_theme(RequestFactory().post("/theme/", {"theme": theme, "next": back}))
    cookie = response.cookies.get("theme")
    return response["Location"], cookie.value if cookie else ""


def test_the_choice_is_kept_and_leads_back_to_the_page() -> None:
    assert chosen("dark", "/cities/?q=hanoi") == ("/cities/?q=hanoi", "dark")


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_it_never_leads_off_this_site(back: str) -> None:
    assert chosen("light", back) == ("/", "light")


def test_an_unknown_theme_is_not_kept() -> None:
    assert chosen("neon", "/") == ("/", "")


def test_the_choice_is_only_taken_by_post() -> None:
    assert set_theme(RequestFactory().get("/theme/")).status_code == 405
