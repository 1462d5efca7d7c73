import re
from itertools import pairwise

import pytest
from django.test import RequestFactory, override_settings
from django.utils.translation import override

from seoulution.web.shared.gallery import gallery


@pytest.fixture(params=["ko", "en"])
def page(request: pytest.FixtureRequest) -> str:
    return shown_in(request.param)


def shown_in(language: str) -> str:
    with override(language), override_settings(ROOT_URLCONF="seoulution.web.shared.urls"):
        return gallery(RequestFactory().get("/ui-components/")).content.decode()


def test_nothing_on_the_page_is_styled_or_scripted_inline(page: str) -> None:
    """The policy is `style-src 'self'; script-src 'self'`: anything inline would be refused by the browser."""
    assert not re.search(r"<[^>]+\sstyle=", page)
    assert not re.search(r"<[^>]+\son[a-z]+=", page)
    assert not re.search(r"<style|<script(?![^>]*\bsrc=)|javascript:|hx-on", page)


def test_every_identifier_stands_once(page: str) -> None:
    found = re.findall(r'\sid="([^"]+)"', page)
    assert len(found) == len(set(found))


def test_what_opens_or_describes_something_finds_it(page: str) -> None:
    known = set(re.findall(r'\sid="([^"]+)"', page))
    named = re.findall(r'(?:popovertarget|for|aria-describedby)="([^"]+)"', page)
    assert {name for names in named for name in names.split()} <= known


def test_headings_go_down_one_level_at_a_time(page: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", page)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(there - here <= 1 for here, there in pairwise(levels))


def test_no_word_is_left_in_english_on_the_korean_page() -> None:
    page = shown_in("ko")
    if "구성 요소" not in page:
        pytest.fail("translations are not compiled: run `django-admin compilemessages` (part of `make up`)")
    shown = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", page)
    assert not re.findall(r"\b(?:Source|Boundary|Undo|Menu|Not known|Country figure|Stages|Done|Ahead)\b", shown)
