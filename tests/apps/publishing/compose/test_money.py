"""The funds of each stage, with their own words as they were printed."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.utils import timezone

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.publishing.compose.dossier import dossier
from seoulution.apps.publishing.gather import case_of_request
from seoulution.engine.dossier.document import Section, Span, Table
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db


def own_words(sections: tuple[Section, ...]) -> Iterator[Span]:
    """What stands in the third column of the tables of funds."""
    money = next(section for section in sections if section.key == "money")
    for table in (block for part in money.sections for block in part.blocks if isinstance(block, Table)):
        yield from (span for row in table.rows[table.header_rows :] for span in row[2].spans)


@pytest.mark.parametrize("language", [Language.KO, Language.EN])
def test_a_funds_own_words_are_marked_with_the_language_they_are_in(language: Language) -> None:
    row = SharingRequest.objects.get(code="metro-manila-2013")
    case = case_of_request(row, today=date(2026, 11, 22), now=timezone.now())
    marked = {span.text: span.language for span in own_words(dossier(case, language).sections)}
    assert {"en", "ko"} == set(marked.values())
    for words, tag in marked.items():
        assert (tag == "ko") is any("가" <= letter <= "힣" for letter in words), words
