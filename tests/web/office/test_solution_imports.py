"""Solutions from a spreadsheet: an empty sheet to fill, an upload, and a report that can be taken along."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from seoulution.apps.catalogue.models import ImportRun, PolicySolution
from seoulution.apps.catalogue.solution_sheets import COLUMNS
from seoulution.formats.tables import Column
from seoulution.formats.xlsx import xlsx_bytes
from seoulution.formats.xlsx_reader import read_sheet

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ROW = {
    "code": "meter-reading",
    "name_ko": "원격 검침",
    "name_en": "Meter reading",
    "sector": "water",
    "owner": "office-of-waterworks",
}


def sent(client: Client, data: bytes, name: str = "ours.xlsx") -> Any:
    return client.post(reverse("office:solution_imports"), {"sheet": SimpleUploadedFile(name, data)}, follow=True)


def sheet(*rows: dict[str, Any]) -> bytes:
    return xlsx_bytes("Solutions", [Column(name, name) for name in COLUMNS], rows)


def test_good_rows_go_in_and_the_report_tells_the_others_by_row(signed_in_as: SignIn) -> None:
    client = signed_in_as("manager")
    answer = sent(client, sheet(ROW, {**ROW, "code": "other", "sector": "rockets"}))
    page = answer.content.decode()
    assert PolicySolution.objects.filter(code="meter-reading", version=0).exists()
    assert "rockets" in page and ">3<" in page
    run = ImportRun.objects.get()
    taken = client.get(reverse("office:solution_import", args=[run.pk]), {"download": "xlsx"})
    assert read_sheet(taken.content)[1][:2] == ("3", "other")


def test_a_file_that_is_no_spreadsheet_stores_nothing_and_says_so(signed_in_as: SignIn) -> None:
    answer = sent(signed_in_as("manager"), b"MZ not a sheet", "ours.xlsx")
    assert answer.status_code == 422
    assert "Save it again as XLSX" in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_the_empty_sheet_comes_back_with_a_word_and_can_be_filled(signed_in_as: SignIn) -> None:
    client = signed_in_as("manager")
    empty = client.get(reverse("office:solution_imports"), {"download": "xlsx"}).content
    assert read_sheet(empty)[0] == COLUMNS
    assert "no rows" in sent(client, empty).content.decode()
