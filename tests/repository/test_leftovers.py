"""Nothing half-done, nothing of a single machine, nothing secret in what is published."""

import re
from pathlib import Path
from typing import Final

from tests.repository.tree import named, project_files

THIS: Final = Path(__file__)
TEXT: Final = frozenset(
    {
        ".py",
        ".md",
        ".yaml",
        ".yml",
        ".toml",
        ".html",
        ".css",
        ".ts",
        ".mjs",
        ".js",
        ".json",
        ".txt",
        ".po",
        ".cfg",
        ".ini",
        ".sh",
        "",
    }
)
LOCKS: Final = frozenset({"uv.lock", "package-lock.json"})
BUILT: Final = ("src/seoulution/web/shared/static/",)
"""Built assets carry their sources' own comments."""
UNFINISHED: Final = re.compile(
    "|".join((r"\bTO" + r"DO\b", r"\bFIX" + r"ME\b", r"\bXX" + r"X\b", r"raise NotImplemented" + "Error", r"\bHA" + r"CK\b"))
)
OF_ONE_MACHINE: Final = re.compile(
    "|".join((r"/wo" + r"rk/", r"/ro" + r"ot/", r"/tm" + r"p/seo-", r"/home/[a-z]+/", r"C:\\Users"))
)
REGISTRIES: Final = re.compile(
    "|".join(
        (
            r"registry\.np" + r"mjs\.org",
            r"files\.python" + r"hosted\.org",
            r"[a-z0-9.-]*artif" + r"actory[a-z0-9.-]*\.[a-z]+",
            r"py" + r"pi\.org/simple",
        )
    )
)
SECRETS: Final = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bghp_[A-Za-z0-9]{36}\b|\bAKIA[0-9A-Z]{16}\b|\bsk-[A-Za-z0-9]{32,}\b"
)


def _found(pattern: re.Pattern[str], *, within: tuple[str, ...] = ()) -> list[str]:
    found = []
    for path in project_files():
        if path == THIS or path.suffix not in TEXT or path.name in LOCKS or named(path).startswith(BUILT):
            continue
        if within and not named(path).startswith(within):
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            f"{named(path)}:{number}: {line.strip()[:120]}"
            for number, line in enumerate(text.splitlines(), start=1)
            if pattern.search(line)
        ]
    return found


def test_nothing_is_left_for_later() -> None:
    """No reminders in code: what waits stands in docs/decisions or in an issue."""
    assert not _found(UNFINISHED, within=("src/", "tests/", "tools/", "bench/", "frontend/", "evaluation/", "Makefile"))


def test_no_path_of_one_machine() -> None:
    """A clone anywhere must work alike."""
    assert not _found(OF_ONE_MACHINE)


def test_no_registry_is_named() -> None:
    """Which package index serves an installation is its own choice; only lock files carry addresses."""
    assert not _found(REGISTRIES)


def test_no_secret_is_tracked() -> None:
    """Keys are made on the machine that uses them."""
    assert not _found(SECRETS)


def test_the_patterns_find_what_they_look_for() -> None:
    """The canary: each pattern on a line that breaks its rule."""
    assert UNFINISHED.search("raise NotImplemented" + "Error") and UNFINISHED.search("# TO" + "DO later")
    assert OF_ONE_MACHINE.search("open('/wo" + "rk/main/x')")
    assert REGISTRIES.search("https://files.python" + "hosted.org/x")
    assert SECRETS.search("-----BEGIN " + "PRIVATE KEY-----")
