"""What brochures and leaflets say alike."""

from urllib.parse import urlparse

import pytest
from django.urls import resolve
from tests.apps.publishing.compose.printing import SITE
from tests.apps.publishing.compose.test_spoken import told

from seoulution.apps.publishing.compose.whole_story import conditions, translation_words
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db


@pytest.mark.urls("seoulution.config.urls")
def test_printed_addresses_lead_to_pages() -> None:
    names = [resolve(urlparse(address).path).view_name for address in (SITE.ask, SITE.solutions, SITE.solution("topis"))]
    assert names == ["public:ask", "public:solutions", "public:solution"]


def test_critical_conditions_come_first_and_the_rest_is_counted() -> None:
    one = told(Language.EN)
    (listed,) = conditions(one, most=2)
    assert [item[0].text for item in listed.items[:2]] == ["Critical: ", "Critical: "]
    assert listed.items[2][0].text.endswith(f": {len(one.record.conditions) - 2}")


def test_nothing_is_said_of_translation_in_the_originals() -> None:
    assert translation_words(told(Language.EN)) == translation_words(told(Language.KO)) == ""


def test_what_is_left_in_english_is_named_part_by_part() -> None:
    spanish = told(Language.ES)
    spanish.plain("name", spanish.record.name)
    assert translation_words(spanish)
