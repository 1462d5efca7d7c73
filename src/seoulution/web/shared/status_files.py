"""The status of sharing as rows of a sheet, as points and as a paper: the same words as on the page."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.compose.status_paper import status_paper
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.status import (
    StatusLine,
    certainty_words,
    corrections_of,
    lines_of,
    stage_words,
    standing_words,
)
from seoulution.engine.dossier.document import Document
from seoulution.engine.vocabulary import Language, Sector
from seoulution.formats.geojson import Point
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.shared.list_downloads import Listing
from seoulution.web.shared.status_map import places_of, status_figure
from seoulution.web.shared.tags.records import named, words

SHEETS: Final = ("xlsx", "csv", "geojson")
PAPERS: Final = ("pdf", "docx", "hwpx")
MOST_ON_PAPER: Final = 1000
"""Longer lists leave as sheets and points only: nobody reads a paper of a thousand rows, and a paper is made whole."""
AT_ONCE: Final = 500


def columns() -> list[Column]:
    """The documents' columns first, then what they leave out."""
    return [
        Column("code", _("Code")),
        Column("row", _("Row of table 2"), ColumnKind.NUMBER),
        Column("region", _("Part of the world")),
        Column("country", _("Country")),
        Column("city", _("City")),
        Column("client", _("Client")),
        Column("engagement", _("Name of the engagement"), width=40),
        Column("sector", _("Sector")),
        Column("standing", _("Standing")),
        Column("stage", _("Stage")),
        Column("on", _("As of")),
        Column("certainty", _("What it rests on"), width=30),
        Column("told", _("What the sources say"), width=60),
        Column("printed_article", _("Printed in the article"), width=40),
        Column("printed_briefing", _("Printed in the briefing"), width=40),
        Column("corrections", _("Corrections")),
        Column("sources", _("Sources")),
    ]


def sheet_row(line: StatusLine, day: date) -> Row:
    """One line of the page; what the documents do not tell stays empty."""
    row, told = line.row, line.row.told
    return {
        "code": row.code,
        "row": row.row,
        "region": line.region,
        "country": named(row.city.country),
        "city": named(row.city),
        "client": line.client,
        "engagement": named(row),
        "sector": label(Sector, row.sector),
        "standing": standing_words(line.on),
        "stage": stage_words(line.on),
        "on": day.isoformat(),
        "certainty": certainty_words(line.on),
        "told": words(told.standing_text) if told else "",
        "printed_article": told.printed_article if told else None,
        "printed_briefing": told.printed_briefing if told else None,
        "corrections": ", ".join(str(number) for number in corrections_of(row)),
        "sources": ", ".join(told.standing_text.sources) if told else "",
    }


def status_file(rows: QuerySet[Engagement], day: date, *, today: date) -> Listing:
    """The rows in their order as sheet and points, read a few hundred at a time so that a list of any length leaves."""
    stem = f"status-{day.isoformat()}"
    lines = _lines(rows, day, today)
    return Listing(
        _("Status of policy sharing"), stem, columns(), (sheet_row(line, day) for line in lines), points(rows, day, today)
    )


def points(rows: QuerySet[Engagement], day: date, today: date) -> Iterator[Point]:
    """Those whose place is known, with the same words."""
    for line in _lines(rows, day, today):
        city = line.row.city
        if city.longitude is not None and city.latitude is not None:
            yield Point(line.row.code, city.longitude, city.latitude, sheet_row(line, day))


def _lines(rows: QuerySet[Engagement], day: date, today: date) -> Iterator[StatusLine]:
    read = rows.select_related("city__country").defer("city__data", "city__country__data").iterator(chunk_size=AT_ONCE)
    while some := list(islice(read, AT_ONCE)):
        yield from lines_of(some, day, today=today, merged=False)


def status_document(rows: QuerySet[Engagement], day: date, *, today: date, filters: str = "", merged: bool = True) -> Document:
    """The rows as a paper in the documents' own layout, with the map of the page."""
    language = Language.KO if (get_language() or "").startswith("ko") else Language.EN
    lines = lines_of(list(rows), day, today=today, merged=merged)
    world = status_figure(places_of(rows, day, today=today))
    return status_paper(lines, language, day=day, world=world, now=timezone.localtime(), filters=filters)
