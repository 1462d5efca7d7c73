"""What an accepted file still gives reason to look at."""

import io
from datetime import date, datetime

import pytest
from docx import Document as Word
from PIL import Image

from seoulution.formats.upload_remarks import is_scan, last_changed
from seoulution.formats.uploads import Upload, UploadKind, inspect_upload

WITH_TEXT = b"%PDF-1.4\n1 0 obj<</Type/Page/Resources<</Font<</F1 2 0 R>>>>>>endobj\n2 0 obj<</ModDate (D:20240305120000)>>endobj\n%%EOF"


def scanned() -> bytes:
    """A page that is nothing but a picture, as a scanner writes it."""
    made = io.BytesIO()
    Image.new("L", (40, 40), 200).save(made, "PDF")
    return made.getvalue()


def word(day: date) -> bytes:
    made, paper = io.BytesIO(), Word()
    paper.core_properties.modified = datetime(day.year, day.month, day.day)
    paper.save(made)
    return made.getvalue()


def test_a_pdf_of_pictures_is_a_scan_and_one_with_a_font_is_not() -> None:
    assert isinstance(inspect_upload("scan.pdf", scanned(), limit_bytes=10**6), Upload)
    assert is_scan(scanned(), UploadKind.PDF)
    assert not is_scan(WITH_TEXT, UploadKind.PDF)
    assert not is_scan(b"words", UploadKind.TXT)


def test_the_file_itself_says_when_it_was_last_changed() -> None:
    assert last_changed(WITH_TEXT, UploadKind.PDF) == date(2024, 3, 5)
    assert last_changed(word(date(2023, 7, 1)), UploadKind.DOCX) == date(2023, 7, 1)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"words", UploadKind.TXT), (b"%PDF-1.4 /ModDate (D:20249999) %%EOF", UploadKind.PDF), (b"PK broken", UploadKind.DOCX)],
)
def test_where_it_names_no_day_none_is_made_up(data: bytes, kind: UploadKind) -> None:
    assert last_changed(data, kind) is None
