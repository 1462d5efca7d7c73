"""The columns a list of engagements can show, as one literal table: on screen, in the picker and in the download alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Activity, Ending, MoneyFlow, Party, Sector, Stage, Standing
from seoulution.formats.tables import Column, ColumnKind, Value
from seoulution.web.shared.tags.records import is_korean

Values = Mapping[str, Any]
"""One engagement as the database gives it: only the fields that the chosen columns read."""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """reads : fields of the query; says : the cell in the reader's words; sort : the field it is ordered by, where it can be"""

    key: str
    label: Promise
    reads: tuple[str, ...]
    says: Callable[[Values], Value]
    kind: ColumnKind = ColumnKind.TEXT
    sort: str = ""

    @property
    def sort_key(self) -> str:
        """What stands in the address to order by it; empty where it can't be."""
        return self.key if self.sort else ""

    @property
    def column(self) -> Column:
        """The column of a file."""
        return Column(self.key, str(self.label), self.kind)


def _name(of: str = "") -> Callable[[Values], str]:
    korean, english = f"{of}name_ko", f"{of}name_en"
    return lambda row: str((row[korean] if is_korean() else row[english]) or "")


def _names(of: str = "") -> tuple[str, str]:
    return (f"{of}name_ko", f"{of}name_en")


def _code(field: str, kind: type) -> Callable[[Values], str]:
    return lambda row: label(kind, row[field]) if row[field] else ""


def _plain(field: str) -> Callable[[Values], Value]:
    return lambda row: row[field]


def _person(row: Values) -> str:
    return " ".join(filter(None, (row["owner__first_name"], row["owner__last_name"]))) or row["owner__username"] or ""


ALL: Final[tuple[ListColumn, ...]] = (
    ListColumn("code", gettext_lazy("Code"), ("code",), _plain("code"), sort="code"),
    ListColumn("name", gettext_lazy("Engagement"), _names(), _name(), sort="name_en"),
    ListColumn("city", gettext_lazy("City"), _names("city__"), _name("city__"), sort="city__name_en"),
    ListColumn("country", gettext_lazy("Country"), _names("city__country__"), _name("city__country__")),
    ListColumn("sector", gettext_lazy("Sector"), ("sector",), _code("sector", Sector), sort="sector"),
    ListColumn("stage", gettext_lazy("Stage"), ("stage",), _code("stage", Stage), sort="stage"),
    ListColumn("standing", gettext_lazy("Standing"), ("standing", "ending"), _code("standing", Standing), sort="standing"),
    ListColumn("lead", gettext_lazy("Lead"), ("lead",), _code("lead", Party)),
    ListColumn("activity", gettext_lazy("Activity"), ("activity",), _code("activity", Activity)),
    ListColumn("money_flow", gettext_lazy("Flow of money"), ("money_flow",), _code("money_flow", MoneyFlow)),
    ListColumn(
        "owner",
        pgettext_lazy("of an engagement", "Owner"),
        ("owner__first_name", "owner__last_name", "owner__username"),
        _person,
    ),
    ListColumn("responsible", gettext_lazy("Responsible body"), _names("responsible__"), _name("responsible__")),
    ListColumn(
        "last_contact",
        gettext_lazy("Last contact"),
        ("last_contact_on",),
        _plain("last_contact_on"),
        ColumnKind.DATE,
        "last_contact_on",
    ),
    ListColumn("opened", gettext_lazy("Opened"), ("opened_on",), _plain("opened_on"), ColumnKind.DATE, "opened_on"),
    ListColumn("ending", gettext_lazy("Ending"), ("ending",), _code("ending", Ending)),
    ListColumn("ending_reason", gettext_lazy("Reason for the ending"), ("ending_reason",), _plain("ending_reason")),
    ListColumn("row", gettext_lazy("Row of table 2"), ("row",), _plain("row"), ColumnKind.NUMBER, "row"),
)
BY_KEY: Final[Mapping[str, ListColumn]] = {column.key: column for column in ALL}
SHOWN_AT_FIRST: Final = ("name", "city", "sector", "stage", "standing", "lead", "owner", "last_contact")
PARAMETER: Final = "columns"


def chosen_columns(keys: Sequence[str]) -> tuple[ListColumn, ...]:
    """The columns asked for, in the order of the table; the name always, since it leads to the file. None asked: the usual ones."""
    asked = {key for key in keys if key in BY_KEY} or set(SHOWN_AT_FIRST)
    return tuple(column for column in ALL if column.key in asked | {"name"})


def fields_of(columns: Sequence[ListColumn]) -> tuple[str, ...]:
    """What the query has to read for them, the key of the row included."""
    return tuple(dict.fromkeys(("pk", "code", "city__code", *(field for column in columns for field in column.reads))))
