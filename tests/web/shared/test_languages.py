"""Cities and the public read in eleven languages; staff pages stay in the two that are complete."""

from collections.abc import Callable

import pytest
from django.test import Client

from seoulution.engine.vocabulary import Language
from seoulution.web.shared.languages import COMPLETE, offered_at

SignIn = Callable[[str], Client]


def test_public_pages_are_offered_in_every_language_and_staff_pages_in_the_complete_ones() -> None:
    assert set(offered_at("/solutions/")) == set(Language)
    assert set(offered_at("/office/requests/")) == set(COMPLETE)


@pytest.mark.django_db
@pytest.mark.parametrize("language", [language.value for language in Language])
def test_a_public_page_says_its_language_and_direction(language: str) -> None:
    page = Client(headers={"Accept-Language": language}).get("/solutions/revenue-water/").content.decode()
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in page


@pytest.mark.django_db
def test_a_reader_of_spanish_gets_staff_pages_in_english_and_never_half_translated(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    page = client.get("/office/", headers={"Accept-Language": "es"}).content.decode()
    assert '<html lang="en"' in page


@pytest.mark.django_db
def test_a_solution_is_read_in_spanish_where_it_is_translated_and_says_what_is_not() -> None:
    page = Client(headers={"Accept-Language": "es"}).get("/solutions/revenue-water/").content.decode()
    assert "<h1" in page and "Agua facturada" in page
    untranslated = Client(headers={"Accept-Language": "mn"}).get("/solutions/revenue-water/").content.decode()
    assert '<span lang="en" dir="ltr">' in untranslated


@pytest.mark.django_db
def test_lists_name_solutions_as_their_readers_do_and_fall_back_on_english() -> None:
    page = Client(headers={"Accept-Language": "es"}).get("/solutions/?sector=water").content.decode()
    assert "Agua facturada y gestión de fugas" in page
    english = Client(headers={"Accept-Language": "mn"}).get("/solutions/?sector=water").content.decode()
    assert "Revenue water and leakage management" in english
