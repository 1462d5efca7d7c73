"""Lists leave as files: exactly the rows on screen, in the reader's language."""

from collections.abc import Iterable, Sequence
from typing import Final

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from seoulution.formats import csv, xlsx
from seoulution.formats.tables import Column, Row

SHEETS: Final = ("xlsx", "csv")
PAPERS: Final = ("pdf", "docx", "hwpx")


def sheet_response(name: str, title: str, columns: Sequence[Column], rows: Iterable[Row], stem: str) -> HttpResponse:
    """The list as XLSX or CSV; any other name is not found."""
    if name == "xlsx":
        return file_response(
            xlsx.xlsx_bytes(title, columns, rows, dated=timezone.localdate()), xlsx.CONTENT_TYPE, f"{stem}.xlsx"
        )
    if name == "csv":
        return file_response(csv.csv_bytes(columns, rows), csv.CONTENT_TYPE, f"{stem}.csv")
    raise Http404


def file_response(content: bytes, content_type: str, filename: str) -> HttpResponse:
    """A download that no browser runs."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=filename) or "attachment"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
