import csv
import io
import json
import zipfile
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from seoulution.formats.csv import csv_bytes, harmless
from seoulution.formats.geojson import Point, geojson_bytes
from seoulution.formats.tables import Column, ColumnKind
from seoulution.formats.xlsx import MAX_CELL_CHARACTERS, xlsx_bytes
from seoulution.formats.xlsx_reader import read_sheet

COLUMNS = (
    Column("id", "번호"),
    Column("city", "도시", width=30),
    Column("amount", "금액", ColumnKind.NUMBER),
    Column("on", "날짜", ColumnKind.DATE),
)
RISKY = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("https://example.org")',
    "https://example.org",
    "007",
    "＝1",
)
ROWS = tuple(
    {"id": f"city-{place}", "city": word, "amount": Decimal("-12.5"), "on": date(2014, 11, 3)}
    for place, word in enumerate(RISKY)
)
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheet_of(content: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return etree.fromstring(opened.read("xl/worksheets/sheet1.xml"))


def test_a_spreadsheet_has_no_formulas_and_no_links() -> None:
    content = xlsx_bytes("도시 목록", COLUMNS, ROWS)
    sheet = sheet_of(content)
    assert not list(sheet.iter(f"{S}f")) and not list(sheet.iter(f"{S}hyperlink"))
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        assert not [name for name in opened.namelist() if b'TargetMode="External"' in opened.read(name)]


def test_what_is_written_is_read_back() -> None:
    rows = read_sheet(xlsx_bytes("도시 목록", COLUMNS, ROWS))
    assert rows[0] == ("번호", "도시", "금액", "날짜")
    assert [row[0] for row in rows[1:]] == [row["id"] for row in ROWS]
    assert rows[1][1:] == ("=1+1", -12.5, date(2014, 11, 3))
    assert rows[9][1] == "007"


def test_the_head_stays_in_view_and_a_second_sheet_names_the_keys() -> None:
    content = xlsx_bytes("도시: 목록/표", COLUMNS, ROWS)
    assert sheet_of(content).find(f".//{S}pane").get("state") == "frozen"
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        assert b'name="columns"' in opened.read("xl/workbook.xml")


def test_long_numbers_and_long_texts_are_not_lost_silently() -> None:
    rows = [{"id": 12345678901234567890, "city": "가" * 40_000, "amount": float("nan"), "on": None}]
    read = read_sheet(xlsx_bytes("x", COLUMNS, rows))[1]
    assert read[0] == "12345678901234567890"
    assert len(str(read[1])) == MAX_CELL_CHARACTERS and str(read[1]).endswith("[…]")
    assert read[2] == "nan"


@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=30), max_size=5))
def test_any_text_can_be_written(words: list[str]) -> None:
    rows = [{"id": word, "city": word} for word in words]
    assert len(read_sheet(xlsx_bytes("x", COLUMNS, rows))) >= 1
    assert csv_bytes(COLUMNS, rows)


def test_a_csv_cell_never_begins_as_a_formula() -> None:
    text = csv_bytes(COLUMNS, ROWS).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read[0] == ["번호", "도시", "금액", "날짜"]
    for row in read[1:]:
        assert row[1][0] in "'h0"
        assert row[2] == "-12.5"


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=20))
def test_no_text_is_left_that_a_spreadsheet_would_run(value: str) -> None:
    assert not harmless(value).lstrip().startswith(("=", "+", "-", "@"))


def test_the_head_of_a_csv_may_be_the_keys() -> None:
    assert csv_bytes(COLUMNS, (), head="key").decode("utf-8-sig") == "id,city,amount,on\r\n"


def test_points_become_features_with_longitude_first() -> None:
    # RFC 7946, section 3.1.1: longitude, then latitude
    made = json.loads(
        geojson_bytes([Point("seoul", 126.978, 37.566, {"name": "서울", "when": datetime(2014, 1, 2), "none": None})])
    )
    feature = made["features"][0]
    assert (made["type"], feature["id"], feature["geometry"]["coordinates"]) == (
        "FeatureCollection",
        "seoul",
        [126.978, 37.566],
    )
    assert feature["properties"] == {"name": "서울", "when": "2014-01-02T00:00:00", "none": None}


@pytest.mark.parametrize(("longitude", "latitude"), [(181, 0), (0, 91), (float("nan"), 0)])
def test_a_point_off_the_earth_is_refused(longitude: float, latitude: float) -> None:
    with pytest.raises(ValueError, match="degrees"):
        Point("x", longitude, latitude, {})
