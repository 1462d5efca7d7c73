"""Reads and checks every reference file: an unknown key, a missing source or a dangling code stops the load, naming the file.

All problems of all files are reported at once.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from seoulution.reference.refusal import ReferenceRefused
from seoulution.reference.schema import base, catalogue, cities, network, programme, template, terms, translations

ROOT: Final = Path(__file__).parent
R = TypeVar("R", bound=BaseModel)

SHAPES: Final[Mapping[str, type[BaseModel]]] = {
    "sources": base.Source,
    "corrections": base.Correction,
    "solutions": catalogue.PolicySolution,
    "template": template.PartGuidance,
    "praise": template.Praise,
    "terms": terms.Term,
    "translations": translations.ShippedTranslations,
    "indicators": cities.Indicator,
    "countries": cities.Country,
    "cities": cities.City,
    "rates": cities.ExchangeRates,
    "ties": cities.Tie,
    "memberships": cities.Membership,
    "provider/series": cities.Series,
    "provider/milestones": cities.Milestone,
    "provider/conflicts": cities.Conflict,
    "agencies": network.Agency,
    "firms": network.Firm,
    "agreements": network.Agreement,
    "network/nodes": network.Node,
    "network/edges": network.Edge,
    "responsibilities": network.Responsibility,
    "oda": network.OdaShare,
    "courses": network.TrainingCourse,
    "promotion/materials": network.PromotionMaterial,
    "promotion/channels": network.PromotionChannel,
    "funds": programme.Fund,
    "engagements": programme.Engagement,
    "requests": programme.SharingRequest,
    "legal": programme.LegalRule,
    "difficulties": programme.Difficulty,
    "criteria": programme.Criterion,
    "stages": programme.StageNote,
    "kinds": programme.KindNote,
}
"""Where each kind of record lives: `<name>.yaml` (a list), or a folder `<name>/` of files, each one record or a list."""


@dataclass(frozen=True, slots=True)
class Reference:
    """All checked records, by kind."""

    records: Mapping[str, tuple[BaseModel, ...]]

    def of(self, shape: type[R]) -> tuple[R, ...]:
        """Every record of one shape, in file order."""
        return tuple(record for records in self.records.values() for record in records if isinstance(record, shape))


def files_of(name: str, root: Path = ROOT) -> list[Path]:
    """`<name>.yaml` and every YAML file below `<name>/`."""
    single = root / f"{name}.yaml"
    return ([single] if single.is_file() else []) + sorted((root / name).rglob("*.yaml"))


def read(name: str, shape: type[R], root: Path = ROOT) -> tuple[list[R], list[str]]:
    """The records of one kind, and what is wrong with the rest."""
    records: list[R] = []
    problems: list[str] = []
    for path in files_of(name, root):
        for position, raw in enumerate(_entries(path), start=1):
            try:
                records.append(shape.model_validate(raw))
            except ValidationError as error:
                label = raw.get("code", f"entry {position}") if isinstance(raw, dict) else f"entry {position}"
                for detail in error.errors():
                    where = ".".join(str(step) for step in detail["loc"])
                    problems.append(f"{path.relative_to(root)}: {label}: {where}: {detail['msg']}")
    return records, problems


def _entries(path: Path) -> list[Any]:
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a CSafeLoader with fewer resolvers
    if content is None:
        return []
    return content if isinstance(content, list) else [content]


class _Loader(yaml.CSafeLoader):
    """Numbers stay as written, so that 94.50 is not shortened, and codes such as NO are not read as false."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:float")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))


def known_codes(value: object) -> Iterator[tuple[str, str]]:
    """Every (field, code) in a record that must exist as a source."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            held = getattr(value, name)
            if name in ("source", "place_source") and isinstance(held, str):
                yield name, held
            elif name == "sources" and isinstance(held, tuple):
                yield from ((name, code) for code in held)
            else:
                yield from known_codes(held)
    elif isinstance(value, Mapping):
        for held in value.values():
            yield from known_codes(held)
    elif isinstance(value, tuple):
        for held in value:
            yield from known_codes(held)


@cache
def reference(root: Path = ROOT) -> Reference:
    """Everything that ships, checked; raises with all problems at once."""
    loaded: dict[str, tuple[BaseModel, ...]] = {}
    problems: list[str] = []
    for name, shape in SHAPES.items():
        records, wrong = read(name, shape, root)
        loaded[name] = tuple(records)
        problems += wrong
    problems += _dangling(loaded)
    parts = [part for part in loaded["template"] if isinstance(part, template.PartGuidance)]
    problems += template.template_problems(parts, [s for s in loaded["solutions"] if isinstance(s, catalogue.PolicySolution)])
    if problems:
        raise ReferenceRefused(problems)
    return Reference(loaded)


def _dangling(loaded: Mapping[str, tuple[BaseModel, ...]]) -> list[str]:
    sources = {record.code for record in loaded["sources"] if isinstance(record, base.Source)}
    problems = []
    for name, records in loaded.items():
        codes = [code for record in records if (code := getattr(record, "code", None)) is not None]
        problems += [f"{name}: code {code} is used twice" for code in sorted({c for c in codes if codes.count(c) > 1})]
        for record in records:
            label = getattr(record, "code", "") or getattr(record, "number", "")
            for field, code in known_codes(record):
                if code not in sources:
                    problems.append(f"{name}: {label}: {field} {code} is not a known source")
    return problems
