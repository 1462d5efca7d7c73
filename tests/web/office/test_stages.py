"""The stages in words."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.web.office.reading import text_of

from seoulution.engine.engagements.course import STAGES

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_the_stages_page_is_written_from_the_table(signed_in_as: SignIn) -> None:
    page = text_of(signed_in_as("officer"), "office:stages")
    for stage, rule in STAGES.items():
        assert f'id="{stage}"' in page
        assert page.count("<li>On file:") == sum(len(each.documents) for each in STAGES.values()), rule
