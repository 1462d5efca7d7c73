"""Rows and points of the status of sharing."""

import pytest
from django.utils import timezone

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.status import lines_of
from seoulution.engine.provenance import AS_OF_PROGRAMME
from seoulution.web.shared import status_files
from seoulution.web.shared.status_files import columns, points, sheet_row, status_document, status_file

pytestmark = pytest.mark.django_db


def test_every_column_has_its_value_and_points_say_the_same() -> None:
    today, rows = timezone.localdate(), Engagement.objects.order_by("pk")
    line = lines_of(list(rows[:1]), AS_OF_PROGRAMME, today=today)[0]
    assert {column.key for column in columns()} == set(sheet_row(line, AS_OF_PROGRAMME))
    found = {each.identifier: each.properties for each in points(rows, AS_OF_PROGRAMME, today)}
    assert found[line.row.code] == sheet_row(line, AS_OF_PROGRAMME)


def test_a_file_is_read_part_by_part_in_the_order_of_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(status_files, "AT_ONCE", 4)
    rows = Engagement.objects.order_by("-code")
    file = status_file(rows, AS_OF_PROGRAMME, today=timezone.localdate())
    assert [row["code"] for row in file.rows] == list(rows.values_list("code", flat=True))


def test_no_rows_still_make_a_paper() -> None:
    paper = status_document(Engagement.objects.none(), AS_OF_PROGRAMME, today=timezone.localdate())
    assert [section.key for section in paper.sections] == ["contradictions"]
