"""The Korean of the interface: nothing left out, no placeholder lost, and no words of selling where a city reads."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from tests.repository.tree import SOURCE, named, parsed, python_files
from tools import messages

CATALOGUES: Final = sorted(SOURCE.rglob("locale/ko/LC_MESSAGES/django.po"))
PLACEHOLDER: Final = re.compile(r"%\(\w+\)[a-z]|%%|\{\w*\}")
TAG: Final = re.compile(r"</?[a-zA-Z][^>]*>")
TOWARD_CITIES: Final = ("web/public/", "web/city_portal/", "web/shared/")
SELLING: Final = ("수출", "진출")


def translated(path: Path) -> Iterator[tuple[Message, str, str]]:
    """Each message with the English that its number needs and its Korean; Korean has one form for any number."""
    with path.open("rb") as handle:
        for message in read_po(handle, locale="ko"):
            if message.id:
                english = message.id if isinstance(message.id, str) else message.id[-1]
                korean = message.string if isinstance(message.string, str) else (message.string or ("",))[0]
                yield message, english, korean


def places(message: Message) -> list[str]:
    return [place for place, _line in message.locations]


@pytest.fixture(params=CATALOGUES, ids=lambda path: str(path.relative_to(SOURCE)))
def catalogue(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_there_is_a_korean_catalogue() -> None:
    assert CATALOGUES


def test_every_message_of_the_package_is_in_korean() -> None:
    assert messages.untranslated("ko") == []


@pytest.mark.parametrize("language", messages.PUBLIC)
def test_every_message_that_cities_read_is_in_their_languages(language: str) -> None:
    assert messages.untranslated(language) == []


def test_korean_has_one_plural_form(catalogue: Path) -> None:
    text = catalogue.read_text(encoding="utf-8")
    assert "nplurals=1; plural=0;" in text
    assert "msgstr[1]" not in text


def test_every_placeholder_of_the_english_stands_in_the_korean(catalogue: Path) -> None:
    wrong = [
        (english, korean)
        for _message, english, korean in translated(catalogue)
        if korean and sorted(PLACEHOLDER.findall(english)) != sorted(PLACEHOLDER.findall(korean))
    ]
    assert wrong == []


def test_every_tag_of_the_english_stands_in_the_korean(catalogue: Path) -> None:
    wrong = [
        (english, korean)
        for _message, english, korean in translated(catalogue)
        if korean and sorted(TAG.findall(english)) != sorted(TAG.findall(korean))
    ]
    assert wrong == []


def test_a_korean_text_keeps_the_space_that_joins_it_to_what_follows(catalogue: Path) -> None:
    wrong = [
        (english, korean)
        for _message, english, korean in translated(catalogue)
        if korean and english.endswith(" ") != korean.endswith(" ")
    ]
    assert wrong == []


def test_no_particle_is_written_both_ways(catalogue: Path) -> None:
    """`을(를)` behind a name reads as a form letter; the sentence is turned so that no particle follows a placeholder that changes it."""
    both = re.compile(r"을\(를\)|를\(을\)|이\(가\)|가\(이\)|은\(는\)|는\(은\)|와\(과\)|과\(와\)|\(으\)로")
    assert [korean for _message, _english, korean in translated(catalogue) if both.search(korean)] == []


def test_what_a_city_reads_never_speaks_of_selling_abroad(catalogue: Path) -> None:
    found = [
        (places(message), korean)
        for message, _english, korean in translated(catalogue)
        if any(place.startswith(TOWARD_CITIES) for place in places(message)) and any(word in korean for word in SELLING)
    ]
    assert found == []


def test_the_papers_never_speak_of_selling_abroad(catalogue: Path) -> None:
    """A dossier is handed to the city, so the rule holds for the papers' words too."""
    found = [
        korean
        for message, _english, korean in translated(catalogue)
        if any(place.startswith("apps/publishing/") for place in places(message)) and any(word in korean for word in SELLING)
    ]
    assert found == []


def test_no_message_is_asked_for_inside_an_f_string() -> None:
    """The collector reads calls, and before Python 3.12 a call within an f-string is not one: such a message stays English."""
    hidden = [
        f"{named(path)}:{call.lineno}"
        for path in python_files("src")
        for text in ast.walk(parsed(path))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in messages.KEYWORDS
    ]
    assert hidden == []
