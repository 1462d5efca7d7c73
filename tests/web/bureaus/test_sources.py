"""The list of sources to choose from."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from tests.web.bureaus.writing import CODE, signed_in, waterworker

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.network.queries import MOST
from seoulution.apps.network.services import add_source
from seoulution.web.bureaus.sources import sources_at_hand

pytestmark = pytest.mark.django_db


def test_at_hand_are_the_owners_sources_the_documents_and_what_people_added() -> None:
    added = add_source(title="Budget 2013", publisher="Seoul")
    codes = {source.code for source in sources_at_hand(PolicySolution.objects.get(code=CODE))}
    assert {"owner-statement", "seoul-article", "wtr-w01", added.code} <= codes and len(codes) < 400


def test_any_other_is_found_by_words_of_its_title(person: Callable[..., Any]) -> None:
    client = signed_in(waterworker(person, "writer"))
    page = client.get(reverse("bureaus:source_options"), {"another": "seoul-article"}).content.decode()
    assert 'value="seoul-article"' in page
    assert client.get(reverse("bureaus:source_options")).content.decode().strip() == ""
    assert client.get(reverse("bureaus:source_options"), {"q": "e"}).content.decode().count("<option") <= MOST
