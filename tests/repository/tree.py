"""The checkout as the repository tests read it: files that belong to the project, parsed once."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
SOURCE: Final = ROOT / "src" / "seoulution"
TESTS: Final = ROOT / "tests"


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that git tracks or would track, as paths below the root: what a clone of the next commit would hold."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    return tuple(sorted(path for name in set(listed) if name and (path := ROOT / name).is_file()))


def python_files(*folders: str) -> Iterator[Path]:
    """Python files of the project below the folders (all of them without a folder), migrations left out."""
    roots = tuple(ROOT / folder for folder in folders) or (ROOT,)
    for path in project_files():
        if path.suffix == ".py" and "migrations" not in path.parts and any(path.is_relative_to(root) for root in roots):
            yield path


def named(path: Path) -> str:
    """The path as a reader of a failure wants it."""
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def dotted(node: ast.expr) -> str:
    """`a.b.c` of a chain of names; calls and subscripts inside count as `()` and `[]`."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            return f"{dotted(value)}.{attr}"
        case ast.Call(func=func):
            return f"{dotted(func)}()"
        case ast.Subscript(value=value):
            return f"{dotted(value)}[]"
    return "…"
