"""Lists as files."""

import pytest
from django.http import Http404

from seoulution.formats.tables import Column
from seoulution.web.public.downloads import file_response, sheet_response

COLUMNS = [Column("name", "Name")]


def test_a_cell_that_a_spreadsheet_would_run_stays_text():
    answer = sheet_response("csv", "List", COLUMNS, [{"name": "=HYPERLINK(1)"}], "list")
    assert b"'=HYPERLINK" in answer.content


@pytest.mark.parametrize("name", ["pdf", "", "../xlsx"])
def test_an_unknown_format_is_not_found(name: str):
    with pytest.raises(Http404):
        sheet_response(name, "List", COLUMNS, [], "list")


def test_a_file_is_a_download_that_no_browser_runs():
    answer = file_response(b"x", "text/plain", "목록.txt")
    assert answer["Content-Disposition"].startswith("attachment") and answer["Content-Security-Policy"].startswith("sandbox")
