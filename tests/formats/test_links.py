import pytest

from seoulution.formats.links import is_right_to_left, language_tag, page_link, safe_link


@pytest.mark.parametrize(
    "address", ["https://a.example", "https://a.example/b?c=d&e=f#g", "https://a.example/%ED%95%9C", "https://서울.example/가"]
)
def test_https_addresses_become_links(address: str) -> None:
    assert safe_link(address) == address


@pytest.mark.parametrize(
    "address",
    [None, "", "http://a.example", "javascript:alert(1)", "https://", "https://user:secret@a.example", "//a.example", "/a", "data:text/html,x",
     'https://a.example/"onclick="x', "https://a.example/a b", "https://[::1", "file:///etc/passwd"],
)  # fmt: skip
def test_everything_else_stays_words(address: str | None) -> None:
    assert safe_link(address) is None


def test_on_our_own_site_a_path_is_a_link_too() -> None:
    assert page_link("/solutions/water") == "/solutions/water"
    assert page_link("//evil.example") is None


def test_language_tags_are_tags() -> None:
    assert language_tag("zh-Hant") == "zh-Hant"
    assert language_tag('ko" onload="x') == "und"


def test_direction_follows_the_language() -> None:
    assert is_right_to_left("ar") and is_right_to_left("fa-IR") and is_right_to_left("HE")
    assert not is_right_to_left("th") and not is_right_to_left("ha")
