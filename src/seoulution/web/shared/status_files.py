"""The status of sharing as rows of a sheet, as points, and as signs on a map: the same words as on the page."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.past import standings_of
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.status import StatusLine, certainty_words, corrections_of, stage_words, standing_words
from seoulution.engine.engagements.standing import StandingOn
from seoulution.engine.vocabulary import Sector
from seoulution.formats import geojson
from seoulution.formats.tables import Column, ColumnKind, Row
from seoulution.web.shared.place_map import ENDED, NOT_KNOWN
from seoulution.web.shared.tags.records import named, words


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


def map_points(lines: Sequence[StatusLine], day: date) -> list[geojson.Point]:
    """Those whose place is known, with the same words."""
    return [
        geojson.Point(line.row.code, line.row.city.longitude, line.row.city.latitude, sheet_row(line, day))
        for line in lines
        if line.row.city.longitude is not None and line.row.city.latitude is not None
    ]


def points(lines: Sequence[StatusLine], day: date) -> bytes:
    """The same as GeoJSON."""
    return geojson.geojson_bytes(map_points(lines, day))


def signs_of(rows: Sequence[Engagement], day: date, *, today: date) -> Mapping[int, str]:
    """The sign of each row on the map. Today's are read from the rows themselves."""
    if day >= today:
        return {row.pk: ENDED if row.ending else row.standing for row in rows}
    return {key: _sign(on) for key, on in standings_of(rows, day, today=today).items()}


def _sign(on: StandingOn) -> str:
    if on.ending is not None:
        return ENDED
    return on.standing.value if on.standing is not None else NOT_KNOWN
