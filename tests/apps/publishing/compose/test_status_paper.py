"""The status of sharing as a paper."""

from datetime import UTC, datetime

import pytest

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.compose.status_paper import counts_of, status_paper
from seoulution.engine.dossier.document import Table, uncited
from seoulution.engine.vocabulary import Language
from seoulution.formats.checks import defects

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize("language", [Language.KO, Language.EN])
def test_every_row_is_printed_once_and_every_citation_is_listed(language: Language):
    rows = list(Engagement.objects.select_related("city__country"))
    paper = status_paper(rows, language, world=None, now=NOW)
    tables = [block for section in paper.sections for block in section.blocks if isinstance(block, Table)]
    assert sum(len(table.rows) - table.header_rows for table in tables) == len(rows)
    assert not uncited(paper) and not defects(paper)


def test_rows_of_table_2_stand_apart_from_those_of_the_text():
    rows = list(Engagement.objects.select_related("city__country"))
    keys = [section.key for section in status_paper(rows, Language.EN, world=None, now=NOW).sections]
    assert keys == ["table", "text", "contradictions"]


def test_counts_are_of_the_rows_given():
    """Article, table 2: 16 rows, Ho Chi Minh City twice."""
    counts = counts_of(list(Engagement.objects.filter(row__isnull=False).select_related("city")))
    assert (counts.countries, counts.places, counts.engagements) == (14, 15, 16)


def test_the_hour_it_was_made_is_seouls() -> None:
    late = datetime(2026, 11, 21, 22, 35, tzinfo=UTC)
    assert "2026년 11월 22일 오전 7:35" in (status_paper([], Language.KO, world=None, now=late).built or "")
