"""The rows, cards and days of the list of engagements.

Written here and not in a template: fifty rows of eight cells, or ninety-six cards, stand on a page, and tags for each are most of its cost.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from django import template
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Ending, Sector, Standing
from seoulution.formats.tables import ColumnKind, Value
from seoulution.web.office.engagement_columns import ListColumn
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
    standings = {code: _standing(*code) for code in {(row.get("standing", ""), row.get("ending", "")) for row in rows}}
    pattern = "<tr>" + (_BOX if selectable else "") + "".join(map(_pattern, columns)) + "</tr>"
    choose, lines = _("Choose: %(name)s"), []
    for row, href in zip(rows, at, strict=True):
        cells: list[object] = [row["pk"], choose % {"name": _name(row)}] if selectable else []
        for column in columns:
            cells += _values(column, row, href, standings)
        lines.append(cells)
    return written(pattern, lines)


_BOX: Final = '<td class="chooser"><input type="checkbox" name="row" value="{}" form="change-several" aria-label="{}"></td>'


def _pattern(column: ListColumn) -> str:
    """The markup of a column's cell, alike in every row; its label is escaped here, once."""
    said = escape(str(column.label)).replace("{", "{{").replace("}", "}}")
    if column.key == "name":
        return '<th scope="row"><a href="{}">{}</a></th>'
    if column.key == "city":
        return f'<td data-label="{said}"><div><a href="{{}}">{{}}</a></div></td>'
    if column.key == "standing":
        return f'<td data-label="{said}"><div>{{}}</div></td>'
    number = ' class="number"' if column.kind is ColumnKind.NUMBER else ""
    return f'<td{number} data-label="{said}">{{}}</td>'


def _values(
    column: ListColumn, row: Mapping[str, Any], href: str, standings: Mapping[tuple[str, str], SafeString]
) -> tuple[object, ...]:
    """What fills the cell's markup."""
    if column.key == "name":
        return (href, column.says(row))
    if column.key == "city":
        return (address("office:city", row["city__code"]), column.says(row))
    if column.key == "standing":
        return (standings[row["standing"], row.get("ending", "")],)
    return (_shown(column.says(row)),)


def _shown(value: Value) -> str:
    if value is None or value == "":
        return "–"
    return date_format(value, "SHORT_DATE_FORMAT") if isinstance(value, date) else str(value)


def _name(row: Mapping[str, Any]) -> str:
    return str(row["name_ko"] if is_korean() else row["name_en"])


def _standing(standing: str, ending: str) -> SafeString:
    if ending:
        return badge(label(Ending, ending), tone="neutral")
    return badge(label(Standing, standing), tone=TONES.get(standing, "neutral")) if standing else SafeString("")


@register.simple_tag
def engagement_cards(rows: Sequence[Mapping[str, Any]]) -> SafeString:
    """The cards of a column of the board, each leading to its file."""
    at = addresses("office:engagement", [row["code"] for row in rows])
    city = "city__name_ko" if is_korean() else "city__name_en"
    return written(
        _CARD,
        [
            (row[city], href, _name(row), label(Sector, row["sector"]), _standing(row["standing"], row["ending"]))
            for row, href in zip(rows, at, strict=True)
        ],
    )
