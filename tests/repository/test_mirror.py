"""Tests mirror the source: `src/seoulution/x/y.py` is tested by `tests/x/test_y.py`. What is missing is listed, and the list only shrinks."""

from pathlib import Path, PurePosixPath
from typing import Final

from tests.repository.tree import ROOT, SOURCE, python_files

LIST: Final = Path(__file__).with_name("untested_modules.txt")
WITHOUT_RULES: Final = frozenset({"__init__.py", "__main__.py", "apps.py", "urls.py", "wsgi.py"})
"""Names for Django and lists of addresses: `tests/trust/` opens each address."""
NOT_MIRRORED: Final = ("config/settings/",)
"""Settings are tested by starting with them: tests/trust/test_settings.py."""


def modules_without_test() -> set[str]:
    """Modules of the package, as paths below it, whose test module does not exist."""
    tests = {path.relative_to(ROOT / "tests").as_posix() for path in python_files("tests")}
    found = set()
    for path in python_files("src"):
        module = PurePosixPath(path.relative_to(SOURCE).as_posix())
        if module.name in WITHOUT_RULES or module.name.endswith("_urls.py") or str(module).startswith(NOT_MIRRORED):
            continue
        if str(module.parent / f"test_{module.name}") not in tests:
            found.add(str(module))
    return found


def listed() -> set[str]:
    return {line for line in LIST.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}


def test_every_new_module_has_its_test_module() -> None:
    """A module that is neither tested under its name nor on the list came without a test."""
    assert not sorted(modules_without_test() - listed())


def test_the_list_of_untested_modules_only_shrinks() -> None:
    """Whoever adds the test module takes the line away."""
    assert not sorted(listed() - modules_without_test())
