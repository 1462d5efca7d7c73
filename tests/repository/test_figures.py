"""No figure without a known source: the loader refuses it, and this looks once more at the raw files, past every shape."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from tests.repository.tree import named, project_files

from seoulution.reference.load import ROOT, SHAPES, files_of, read, reference
from seoulution.reference.schema.base import Source

READ_ELSEWHERE: Final = {"wording.yaml": "language/wording.py reads it; no figures in it"}


def _yaml_files() -> list[Path]:
    return [path for path in project_files() if path.suffix == ".yaml" and path.is_relative_to(ROOT)]


def _mappings(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for held in value.values():
            yield from _mappings(held)
    elif isinstance(value, list):
        for held in value:
            yield from _mappings(held)


def _sources() -> set[str]:
    return {source.code for source in reference().of(Source)}


def test_every_file_is_read_by_the_loader() -> None:
    """A file that no shape checks would ship unchecked."""
    read_by_loader = {path for name in SHAPES for path in files_of(name)}
    left = {path.relative_to(ROOT).as_posix() for path in _yaml_files()} - {
        path.relative_to(ROOT).as_posix() for path in read_by_loader
    }
    assert left == set(READ_ELSEWHERE)


def test_every_named_source_is_known() -> None:
    """Also in files and keys that the loader's shapes do not look into."""
    known, dangling = _sources(), []
    for path in _yaml_files():
        for mapping in _mappings(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)):
            named_here = [mapping.get("source"), *(mapping.get("sources") or [])]
            dangling += [f"{named(path)}: {code}" for code in named_here if isinstance(code, str) and code not in known]
    assert not dangling


def test_every_value_with_a_unit_has_a_source_and_a_year() -> None:
    """The rule of the domain, read from the text itself; within a series the source may stand on the series."""
    bare, count = [], 0
    for path in _yaml_files():
        for mapping in _mappings(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)):
            if "value" in mapping and "unit" in mapping:
                count += 1
                if "source" not in mapping or "year" not in mapping:
                    bare.append(f"{named(path)}: {str(mapping)[:100]}")
    assert count > 100 and not bare


@pytest.mark.parametrize("broken", ["source", "unit", "year", "confidence"])
def test_the_loader_refuses_a_figure_without(tmp_path: Path, broken: str) -> None:
    """The canary: the same entry with one key less is named in the refusal."""
    figure = {"value": "94.5", "unit": "%", "year": 2013, "boundary": "city", "source": "seoul-briefing", "confidence": "A"}
    del figure[broken]
    entry = {"code": "x", "name": {"ko": "가", "en": "a"}, "share": figure, "source": "seoul-briefing"}
    (tmp_path / "oda.yaml").write_text(yaml.safe_dump([entry], allow_unicode=True), encoding="utf-8")
    records, problems = read("oda", SHAPES["oda"], tmp_path)
    assert not records and any(f".{broken}:" in problem for problem in problems), problems
