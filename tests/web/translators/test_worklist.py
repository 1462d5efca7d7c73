"""The work list: counts that lead to the texts, filters in the address, and Arabic from the right."""

from collections.abc import Callable

import pytest
from django.test import Client

from seoulution.apps.catalogue.models import PolicySolution, Translation

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


@pytest.fixture(autouse=True)
def _none_yet() -> None:
    Translation.objects.all().delete()


def kept(path: str, text: str, *, language: str = "es", origin: str = "human", source: str = "") -> None:
    row = PolicySolution.objects.get(code="topis")
    english = {where: words.en for where, words in row.manuscript.texts()}
    given = {"solution": row, "path": path, "language": language, "text": text, "origin": origin}
    Translation.objects.create(**given, source_text=source or english[path], engine="m" if origin == "machine" else "")


def test_every_language_is_counted_and_leads_to_its_texts(signed_in_as: SignIn) -> None:
    kept("name", "El centro")
    page = signed_in_as("officer").get("/translations/").content.decode()
    assert '<bdi lang="ar">العربية</bdi>' in page
    assert 'href="/translations/es/?state=human">1</a>' in page
    assert "SEOULUTION_TRANSLATOR_URL" in page


def test_a_translator_without_a_language_is_told_whom_to_ask(signed_in_as: SignIn) -> None:
    assert "The programme manager can grant it" in signed_in_as("translator").get("/translations/").content.decode()


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        ("state=human", {"name"}),
        ("state=machine", {"result"}),
        ("state=outdated", {"sections.cost"}),
        ("state=open&section=sections", {"sections.cost"}),
    ],
)
def test_filters_live_in_the_address(signed_in_as: SignIn, query: str, paths: set[str]) -> None:
    kept("name", "El centro")
    kept("result", "Texto de máquina", origin="machine")
    kept("sections.cost", "Costo viejo", source="older")
    page = signed_in_as("officer").get(f"/translations/es/?solution=topis&{query}").content.decode()
    assert all(f"/translations/es/topis/{path}/" in page for path in paths)
    others = {"name", "result", "sections.cost"} - paths
    assert not any(f"/translations/es/topis/{path}/" in page for path in others)


def test_arabic_stands_from_the_right_and_the_machine_is_named(signed_in_as: SignIn) -> None:
    kept("name", "مركز النقل", language="ar", origin="machine")
    page = signed_in_as("officer").get("/translations/ar/?solution=topis").content.decode()
    assert 'lang="ar" dir="rtl">مركز النقل' in page
    assert "By a machine" in page


def test_a_list_without_a_match_says_how_to_get_out(signed_in_as: SignIn) -> None:
    page = signed_in_as("officer").get("/translations/es/?solution=topis&state=human").content.decode()
    assert "No text fits these filters" in page and "Show all texts" in page


@pytest.mark.parametrize("language", ["ko", "en", "xx"])
def test_a_language_that_is_not_translated_into_has_no_page(signed_in_as: SignIn, language: str) -> None:
    assert signed_in_as("officer").get(f"/translations/{language}/").status_code == 404


def test_a_filter_that_does_not_exist_is_passed_over(signed_in_as: SignIn) -> None:
    assert signed_in_as("officer").get("/translations/es/?state=perhaps&page=x").status_code == 200
