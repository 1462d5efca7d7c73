from collections.abc import Callable

import pytest
from django.contrib.messages.storage.base import Message
from django.test import override_settings

from seoulution.engine.vocabulary import Language

Render = Callable[..., str]
SHARED = override_settings(ROOT_URLCONF="seoulution.web.shared.urls")


def test_what_can_be_undone_offers_it_with_the_token(render: Render) -> None:
    shown = render("{% toast it %}", it=Message(25, "Saved.", extra_tags="undo:/promises/7/undo/"))
    assert 'action="/promises/7/undo/"' in shown and 'data-seconds="10"' in shown and 'value="token"' in shown
    assert "toast--success" in shown


def test_an_error_stays_until_it_is_closed(render: Render) -> None:
    assert 'data-seconds="0"' in render("{% toast it %}", it=Message(40, "Not saved."))


@SHARED
def test_languages_are_named_in_themselves_and_lead_back_here(render: Render) -> None:
    shown = render(
        "{% language_switch %}",
        path="/cities/?q=x",
        interface_languages=["ko", "en"],
        page_language="ko",
    )
    assert 'lang="ko" aria-pressed="true">한국어<' in shown and ">English<" in shown
    assert 'value="/cities/?q=x"' in shown


@SHARED
def test_many_languages_stand_behind_one_button_that_names_the_one_in_use(render: Render) -> None:
    shown = render("{% language_switch %}", interface_languages=[language.value for language in Language], page_language="th")
    assert "<details" in shown and "ไทย</span></summary>" in shown
    assert shown.count("<button") == len(Language)


@SHARED
@pytest.mark.parametrize(("theme", "pressed"), [("", "system"), ("dark", "dark"), ("light", "light")])
def test_the_theme_in_use_is_marked(render: Render, theme: str, pressed: str) -> None:
    shown = render("{% theme_switch %}", theme=theme)
    assert shown.count('aria-pressed="true"') == 1
    assert 'aria-pressed="true"' in shown.split(f'value="{pressed}"')[1].split(">")[0]


def test_the_way_here_is_a_list_of_links(render: Render) -> None:
    from seoulution.web.shared.component_values import Link

    assert '<a href="/c/">Cities</a>' in render("{% breadcrumbs trail %}", trail=[Link("Cities", "/c/")])


def test_what_is_remembered_of_the_frame_belongs_to_the_reader_and_the_page(render: Render) -> None:
    frame = '{% navigation "public" %}{% language_switch %}{% theme_switch %}{% footer_links %}'
    known = {"interface_languages": ["ko", "en"], "page_language": "en"}
    first = render(frame, **known)
    assert render(frame, **known) == first
    elsewhere = render(frame, path='/solutions/?q="><b>', **known)
    assert 'href="/solutions/" aria-current="page"' in elsewhere and 'aria-current="page"' in first
    assert 'value="/solutions/?q=%22%3E%3Cb%3E"' in elsewhere and "/cities/?q" not in elsewhere
    korean = render(frame, language="ko", **{**known, "page_language": "ko"})
    assert "밝게" in korean and "Light" not in korean and 'lang="ko" aria-pressed="true"' in korean
    assert 'value="another"' in render(frame, csrf_token="another", **known)
    assert render(frame, **known) == first
