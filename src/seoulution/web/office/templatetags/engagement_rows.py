"""The rows, cards and days of the list of engagements.

Written here and not in a template: fifty rows of eight cells, or ninety-six cards, stand on a page, and tags for each are most of its cost.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final

from django import template
from django.utils.formats import date_format, time_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Ending, Sector, Stage, Standing
from seoulution.formats.tables import ColumnKind, Value
from seoulution.web.office.engagement_columns import BY_KEY, ListColumn
from seoulution.web.office.engagement_days import Entry
from seoulution.web.shared.addresses import address, addresses
from seoulution.web.shared.tags.pieces import badge
from seoulution.web.shared.tags.records import is_korean
from seoulution.web.shared.writing import written

register: Final = template.Library()

TONES: Final[Mapping[str, str]] = {
    "won": "good", "running": "good", "done": "good", "bidding": "warning", "under_review": "warning",
}  # fmt: skip
"""How a standing looks; any other is neutral, as in the head of a file."""
_CARD: Final = (
    '<article class="card card--link"><p class="card__kicker">{}</p><h3 class="card__title"><a href="{}">{}</a></h3>'
    '<div class="card__body"><p class="small">{} {}</p></div></article>'
)


@register.simple_tag
def engagement_rows(rows: Sequence[Mapping[str, Any]], columns: Sequence[ListColumn], selectable: bool = False) -> SafeString:
    """A table row each: its name leads to the file, its city to the city; with a box to choose it where it may be changed."""
    at = addresses("office:engagement", [row["code"] for row in rows])
    name, choose = "name_ko" if is_korean() else "name_en", _("Choose: %(name)s")
    cells = [None if column.key == "name" else _cell(column) for column in columns]
    pattern = "".join((_BOX if selectable else "", *(_NAME if cell is None else "{}" for cell in cells)))
    lines = []
    for row, href in zip(rows, at, strict=True):
        line: list[object] = [row["pk"], choose % {"name": row[name]}] if selectable else []
        for cell in cells:
            line += (href, row[name]) if cell is None else (cell(row),)
        lines.append(line)
    return written(f"<tr>{pattern}</tr>", lines)


_BOX: Final = '<td class="chooser"><input type="checkbox" name="row" value="{}" form="change-several" aria-label="{}"></td>'
_NAME: Final = '<th scope="row"><a href="{}">{}</a></th>'


def _cell(column: ListColumn) -> Callable[[Mapping[str, Any]], SafeString]:
    """Writes the cells of a column."""
    key, reads, language = column.key, itemgetter("city__code", *column.reads), get_language()
    return lambda row: _written_cell(key, reads(row), language)


@lru_cache(maxsize=20_000)
def _written_cell(key: str, values: tuple[Any, ...], language: str | None) -> SafeString:
    """A cell, remembered by all that it says: its column, the fields that the column reads, and the language."""
    column = BY_KEY[key]
    row = dict(zip(("city__code", *column.reads), values, strict=True))
    shown: object = _shown(column.says(row))
    if key == "city":
        shown = written('<div><a href="{}">{}</a></div>', [(address("office:city", row["city__code"]), column.says(row))])
    elif key == "standing":
        shown = written("<div>{}</div>", [(_standing(row["standing"], row["ending"], language),)])
    number = SafeString(' class="number"') if column.kind is ColumnKind.NUMBER else ""
    return written('<td{} data-label="{}">{}</td>', [(number, str(column.label), shown)])


def _shown(value: Value) -> str:
    if value is None or value == "":
        return "–"
    return _day(value, get_language()) if isinstance(value, date) else str(value)


@lru_cache(maxsize=5_000)
def _day(day: date, language: str | None) -> str:
    """Remembered by the language too: the same few hundred days come again and again."""
    return date_format(day, "SHORT_DATE_FORMAT")


@lru_cache(maxsize=500)
def _standing(standing: str, ending: str, language: str | None) -> SafeString:
    """The badge of a standing or an ending, remembered by the language too."""
    if ending:
        return badge(label(Ending, ending), tone="neutral")
    return badge(label(Standing, standing), tone=TONES.get(standing, "neutral")) if standing else SafeString("")


@register.simple_tag
def column_choices(columns: Sequence[ListColumn], chosen: Sequence[ListColumn]) -> SafeString:
    """A box for each column there is, the shown ones ticked."""
    return _boxes(tuple(column.key for column in columns), frozenset(column.key for column in chosen), get_language())


@lru_cache(maxsize=500)
def _boxes(keys: tuple[str, ...], chosen: frozenset[str], language: str | None) -> SafeString:
    pattern = '<label class="check"><input type="checkbox" name="columns" value="{}"{}> {}</label>'
    ticked = SafeString(" checked")
    return written(pattern, [(key, ticked if key in chosen else "", BY_KEY[key].label) for key in keys])


@register.simple_tag
def engagement_cards(rows: Sequence[Mapping[str, Any]]) -> SafeString:
    """The cards of a column of the board, each leading to its file."""
    city, name, language = *(("city__name_ko", "name_ko") if is_korean() else ("city__name_en", "name_en")), get_language()
    at = addresses("office:engagement", [row["code"] for row in rows])
    fields = itemgetter(city, name, "sector", "standing", "ending")
    return written("{}", [(_card(href, *fields(row), language),) for row, href in zip(rows, at, strict=True)])


@lru_cache(maxsize=20_000)
def _card(href: str, city: str, name: str, sector: str, standing: str, ending: str, language: str | None) -> SafeString:
    """Remembered by all that it says."""
    return written(_CARD, [(city, href, name, label(Sector, sector), _standing(standing, ending, language))])


@register.simple_tag
def engagement_places(rows: Sequence[Mapping[str, Any]]) -> SafeString:
    """The list beneath the map: each leads to its file, and says where its place is not on the map."""
    name, city = ("name_ko", "city__name_ko") if is_korean() else ("name_en", "city__name_en")
    unknown = " · " + _("place not known, so not on the map")
    at = addresses("office:engagement", [row["code"] for row in rows])
    lines = (
        (
            row["city__code"],
            href,
            row[name],
            row[city],
            label(Stage, row["stage"]),
            unknown if row["city__latitude"] is None else "",
        )
        for row, href in zip(rows, at, strict=True)
    )
    return written('<li data-map-row="{}"><a href="{}">{}</a> <span class="quiet">{} · {}{}</span></li>', lines)


@register.simple_tag
def calendar_entries(entries: Sequence[Entry]) -> SafeString:
    """The entries of a day, each leading to its file."""
    return _entries(tuple(entries), get_language())


@lru_cache(maxsize=5_000)
def _entries(entries: tuple[Entry, ...], language: str | None) -> SafeString:
    """Remembered by all that they say."""
    before = {"promise": _("Promise due:"), "task": _("Task due:"), "stage": _("Stage entered:")}
    at = addresses("office:engagement", [entry.code for entry in entries])
    lines = (
        (entry.kind, href, _hour(entry.at, language) if entry.at else before[entry.kind], entry.title, entry.engagement)
        for entry, href in zip(entries, at, strict=True)
    )
    return written(_ENTRY, lines)


@register.simple_tag
def calendar_day(on: date) -> SafeString:
    """The head of a day: its weekday and number on screen, month and year for who hears it."""
    return _head_of_day(on, get_language())


@lru_cache(maxsize=5_000)
def _head_of_day(on: date, language: str | None) -> SafeString:
    return written(
        '<time datetime="{}"><span class="calendar__weekday">{}</span> {}<span class="visually-hidden"> {}</span></time>',
        [(on.isoformat(), date_format(on, "D"), on.day, date_format(on, "F Y"))],
    )


_ENTRY: Final = '<li class="calendar__entry calendar__entry--{}"><a href="{}">{} {}</a> <span class="quiet">{}</span></li>'


@lru_cache(maxsize=2_000)
def _hour(at: datetime, language: str | None) -> str:
    return time_format(at, "TIME_FORMAT")
