"""The status of sharing as a paper."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.compose.status_paper import status_paper
from seoulution.apps.publishing.status import StatusLine, lines_of
from seoulution.engine.dossier.document import Table, uncited
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.engine.vocabulary import Language
from seoulution.formats.checks import defects

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def _lines(day: date = AS_OF_PROGRAMME) -> list[StatusLine]:
    rows = list(Engagement.objects.select_related("city__country").order_by("position"))
    return lines_of(rows, day, today=date(2026, 11, 22))


@pytest.mark.parametrize("language", [Language.KO, Language.EN])
def test_every_row_is_printed_once_and_every_citation_is_listed(language: Language):
    with override(language.value):
        lines = _lines()
    paper = status_paper(lines, language, day=AS_OF_PROGRAMME, world=None, now=NOW)
    tables = [block for section in paper.sections for block in section.blocks if isinstance(block, Table)]
    assert sum(len(table.rows) - table.header_rows for table in tables) == len(lines)
    assert not uncited(paper) and not defects(paper)


def test_rows_of_table_2_stand_apart_from_those_of_the_text():
    keys = [section.key for section in status_paper(_lines(), Language.EN, day=AS_OF_PROGRAMME, world=None, now=NOW).sections]
    assert keys == ["table", "text", "contradictions"]


def test_region_and_country_are_merged_as_the_papers_print_them():
    """Article, table 2: Viet Nam reaches over three rows, South-East Asia over seven."""
    with override("ko"):
        paper = status_paper(_lines(), Language.KO, day=AS_OF_PROGRAMME, world=None, now=NOW)
    table = next(block for block in paper.sections[0].blocks if isinstance(block, Table))
    merged = {cell.spans[0].text: cell.rowspan for cells in table.rows for cell in cells if cell.rowspan > 1}
    assert merged == {"동남아시아": 7, "베트남": 3, "호찌민": 2, "서남아시아": 2, "미주": 3, "아프리카": 2}
    assert [cell.spans[0].text for cell in table.rows[0][:4]] == ["지역", "국가", "도시(발주기관)", "사업명"]


def test_the_hour_it_was_made_is_seouls() -> None:
    late = datetime(2026, 11, 21, 22, 35, tzinfo=UTC)
    paper = status_paper([], Language.KO, day=AS_OF_PROGRAMME, world=None, now=late)
    assert "2026년 11월 22일 오전 7:35" in (paper.built or "")


def test_the_day_stands_among_the_facts():
    paper = status_paper([], Language.EN, day=AS_OF_PROGRAMME, world=None, now=NOW)
    assert paper.facts.facts[-1][1][0].text == "31 May 2014"


def test_its_number_says_of_which_day_it_is():
    paper = status_paper([], Language.EN, day=AS_OF_PROGRAMME, world=None, now=NOW)
    assert paper.identifier == "status-2014-05-31"
