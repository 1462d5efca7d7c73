"""Every page of a section opens, and the one being read is marked."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from seoulution.web.office.templatetags.sections import SECTIONS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("section", SECTIONS)
def test_the_page_being_read_is_marked_among_its_neighbours(section: str, signed_in_as: Callable[[str], Client]) -> None:
    client = signed_in_as("officer")
    for name, _words in SECTIONS[section]:
        page = client.get(reverse(name)).content.decode()
        assert f'href="{reverse(name)}" aria-current="page"' in page
        assert all(f'href="{reverse(other)}"' in page for other, _w in SECTIONS[section])
