"""What one test leaves behind never reaches the next: the language a page was asked for in."""

import pytest
from django.test import Client
from django.utils import translation


@pytest.mark.django_db
def test_a_page_in_mongolian() -> None:
    assert Client().get("/", headers={"accept-language": "mn"}).headers["Content-Language"] == "mn"


def test_the_test_after_it_starts_in_the_language_of_the_settings() -> None:
    assert translation.get_language() == "en"
