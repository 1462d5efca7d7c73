"""Who signs what, as a page."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.apps.engagements.services.files import told
from tests.web.office.reading import text_of

from seoulution.apps.network.models import Source
from seoulution.engine.engagements.signing_table import SIGNING
from seoulution.web.office.signing_rules import LEFT_TO_THE_OFFICE

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_every_row_of_the_table_stands_on_the_page(signed_in_as: SignIn) -> None:
    page = text_of(signed_in_as("officer"), "office:signing_rules")
    assert page.count('<th scope="row"') == len(SIGNING)
    assert "any amount" in page and "100,000,000" in page and "Vice" in page


def test_the_page_says_that_it_is_our_reading_and_names_its_source(signed_in_as: SignIn) -> None:
    page = text_of(signed_in_as("officer"), "office:signing_rules")
    assert "Our reading, not the city’s rule" in page and "Article 10(2)" in page
    [code] = LEFT_TO_THE_OFFICE.sources
    assert f"?q={code}" in page and Source.objects.get(code=code).title in page


def test_whoever_drafts_reads_it_too(signed_in_as: SignIn) -> None:
    page = text_of(signed_in_as("officer"), "office:paper_draft", args=(told().code,))
    assert "our reading of delegated decisions" in page and "/office/signing/table/" in page
