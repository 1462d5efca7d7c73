"""Small files that say one thing, under names that mean something."""

from pathlib import PurePosixPath
from typing import Final

from tests.repository.tree import named, project_files, python_files

MOST_LINES: Final = 500
BANNED: Final = frozenset(
    {"utils", "util", "helpers", "helper", "common", "core", "manager", "managers", "base", "misc", "stuff"}
)
NAMED_IN_DECISIONS: Final = {
    "src/seoulution/config/settings/base.py": "what every way of running shares (architecture)",
    "src/seoulution/reference/schema/base.py": "what every reference record shares (architecture)",
}
CODE: Final = frozenset({".py", ".ts", ".css", ".html"})


def test_no_file_of_code_is_longer_than_500_lines() -> None:
    """Over 500 lines a file says more than one thing; migrations are written by Django."""
    found = {
        named(path): lines
        for path in project_files()
        if path.suffix in CODE
        and "migrations" not in path.parts
        and (lines := path.read_text(encoding="utf-8").count("\n")) > MOST_LINES
    }
    assert not found


def test_half_of_all_modules_fit_on_a_page() -> None:
    """The median module is at most 100 lines."""
    sizes = sorted(path.read_text(encoding="utf-8").count("\n") for path in python_files("src") if path.name != "__init__.py")
    assert sizes[len(sizes) // 2] <= 100


def test_no_module_is_a_drawer() -> None:
    """`utils` and its kin say nothing: name the idea, or put it with its user."""
    found = [
        path
        for path in map(named, python_files())
        if BANNED & {PurePosixPath(path).stem, *PurePosixPath(path).parts[:-1]} and path not in NAMED_IN_DECISIONS
    ]
    assert not found, found


def test_every_package_and_module_says_what_it_is() -> None:
    """The first line of every module of ours is its docstring."""
    import ast

    from tests.repository.tree import parsed

    found = [
        named(path) for path in python_files("src", "tools", "bench") if not (ast.get_docstring(parsed(path)) or "").strip()
    ]
    assert not found, found
