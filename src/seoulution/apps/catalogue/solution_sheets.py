"""Solutions in a spreadsheet, one a row: the columns, and a row read into what it says of the template.

An empty cell says nothing: what stands stays. Sectors, kinds, owners and cost classes go by code or by name in either language.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from seoulution.apps.network.models import Agency, Source
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Confidence, Sector, SolutionKind
from seoulution.formats.xlsx_reader import CellValue
from seoulution.reference.schema.catalogue import SectionKey

REQUIRED: Final = ("code", "name_ko", "name_en", "sector", "owner")
"""Columns a file must have; a new solution needs them filled."""
FACTS: Final = ("kinds", "result_ko", "result_en", "result_sources", "started", "completed", "cost_class", "duration_years")
SECTIONS: Final = tuple(f"{key.value}_{part}" for key in SectionKey for part in ("ko", "en", "sources"))
COLUMNS: Final = (*REQUIRED, *FACTS, *SECTIONS)

KINDS: Final[Mapping[str, SolutionKind]] = {
    "knowledge": SolutionKind.KNOWLEDGE,
    "지식전수형": SolutionKind.KNOWLEDGE,
    "deliverable": SolutionKind.EXPORTABLE,
    "exportable": SolutionKind.EXPORTABLE,
    "사업화 가능형": SolutionKind.EXPORTABLE,
}
COST_CLASSES: Final[Mapping[str, str]] = {
    **{code: code for code in ("low", "medium", "high", "unknown")},
    "낮음": "low",
    "중간": "medium",
    "높음": "high",
    "모름": "unknown",
}
SECTORS: Final[Mapping[str, Sector]] = {
    **{sector.value: sector for sector in Sector},
    "도시계획": Sector.PLANNING,
    "주택": Sector.HOUSING,
    "상수도": Sector.WATER,
    "도시철도": Sector.URBAN_RAIL,
    "교통": Sector.TRANSPORT,
    "전자정부": Sector.E_GOVERNMENT,
    "환경": Sector.ENVIRONMENT,
    "하수도": Sector.SEWAGE,
    "하수": Sector.SEWAGE,
    "폐기물": Sector.WASTE,
}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as far as it could be read. `says` : parts of the template's JSON; `findings` : everything wrong with it."""

    number: int
    code: str
    says: Mapping[str, Any] = field(hash=False)
    findings: tuple[Finding, ...]


def head_findings(head: Sequence[CellValue]) -> tuple[Finding, ...]:
    """Columns that are missing, not known, or there twice: then no row is read."""
    names = [_text(cell).lower() for cell in head if _text(cell)]
    missing = [name for name in REQUIRED if name not in names]
    unknown = sorted(set(names) - set(COLUMNS))
    twice = sorted({name for name in names if names.count(name) > 1})
    return tuple(
        Finding(code, subject=name, parameters={"column": name})
        for code, found in (
            ("import.column-missing", missing),
            ("import.column-unknown", unknown),
            ("import.column-twice", twice),
        )
        for name in found
    )


def read_rows(
    rows: Sequence[Sequence[CellValue]], *, agencies: Mapping[str, Agency], sources: frozenset[str]
) -> Iterator[SheetRow]:
    """Every row below the head that holds something, with its number as a spreadsheet shows it.

    agencies : by code and by every name, lower case; sources : codes on record
    """
    names = [_text(cell).lower() for cell in rows[0]]
    seen: dict[str, int] = {}
    for number, cells in enumerate(rows[1:], start=2):
        told = {name: cell for name, cell in zip(names, cells, strict=False) if name and _text(cell)}
        if told:
            yield _Reader(number, told, agencies, sources).row(seen)


def known_agencies() -> dict[str, Agency]:
    """Every body by code and by its names, lower case."""
    return {key.lower(): row for row in Agency.objects.all() for key in (row.name_en, row.name_ko, row.code)}


def known_sources() -> frozenset[str]:
    return frozenset(Source.objects.values_list("code", flat=True))


class _Reader:
    """One row: reads each cell into its place, and remembers what is wrong with each column."""

    def __init__(
        self, number: int, told: Mapping[str, CellValue], agencies: Mapping[str, Agency], sources: frozenset[str]
    ) -> None:
        self.number, self.told, self.agencies, self.sources = number, told, agencies, sources
        self.findings: list[Finding] = []

    def row(self, seen: dict[str, int]) -> SheetRow:
        code = self.text("code")
        if not code:
            self.wrong("import.cell-empty", "code")
        elif code in seen:
            self.wrong("import.named-twice", "code", value=code, row=str(seen[code]))
        seen.setdefault(code, self.number)
        says = {name: value for name, value in self.parts() if value is not None}
        return SheetRow(self.number, code, says, tuple(self.findings))

    def parts(self) -> Iterator[tuple[str, Any]]:
        yield "name", self.words("name")
        yield "sector", self.coded("sector", SECTORS)
        yield "owner", self.owner()
        yield "kinds", self.kinds()
        yield "result", self.cited("result")
        yield "cost_class", self.coded("cost_class", COST_CLASSES)
        for name in ("started", "completed"):
            yield name, self.number_of(name, int)
        yield "duration_years", self.number_of("duration_years", float)
        sections = {key.value: text for key in SectionKey if (text := self.cited(key.value)) is not None}
        yield "sections", sections or None

    def text(self, name: str) -> str:
        return _text(self.told.get(name))

    def wrong(self, code: str, column: str, **parameters: str) -> None:
        self.findings.append(Finding(code, subject=column, parameters={"column": column, **parameters}))

    def words(self, name: str) -> dict[str, str] | None:
        """Both languages or neither: a half would leave one reader without."""
        ko, en = self.text(f"{name}_ko"), self.text(f"{name}_en")
        if not ko and not en:
            return None
        for language, text in (("ko", ko), ("en", en)):
            if not text:
                self.wrong("import.cell-empty", f"{name}_{language}")
        return {"ko": ko, "en": en}

    def cited(self, name: str) -> dict[str, Any] | None:
        words = self.words(name)
        if words is None:
            return None
        column = f"{name}_sources"
        codes = self.text(column).replace(";", ",").replace("\n", ",").split(",")
        sources = [code.strip() for code in codes if code.strip()]
        if not sources:
            self.wrong("import.cell-empty", column)
        for code in sources:
            if code not in self.sources:
                self.wrong("import.not-on-record", column, value=code)
        return {**words, "sources": sources, "basis": Confidence.SECONDARY.value}

    def coded(self, name: str, known: Mapping[str, Any]) -> Any:
        text = self.text(name)
        if not text:
            return None
        if text.lower() not in known:
            self.wrong("import.not-on-record", name, value=text)
            return None
        return str(known[text.lower()])

    def kinds(self) -> list[str] | None:
        told = [part.strip().lower() for part in self.text("kinds").replace(";", ",").split(",") if part.strip()]
        for part in told:
            if part not in KINDS:
                self.wrong("import.not-on-record", "kinds", value=part)
        return [KINDS[part].value for part in told if part in KINDS] or None

    def owner(self) -> str | None:
        text = self.text("owner")
        if not text:
            return None
        found = self.agencies.get(text.lower())
        if found is None:
            self.wrong("import.not-on-record", "owner", value=text)
        return found.code if found else None

    def number_of(self, name: str, kind: type[int] | type[float]) -> int | float | None:
        text = self.text(name)
        if not text:
            return None
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if value != value or (kind is int and value != int(value)):
            self.wrong("import.not-a-number", name, value=text)
            return None
        return kind(value)


def _text(cell: CellValue) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else str(cell).strip()
