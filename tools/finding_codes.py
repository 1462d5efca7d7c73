"""Finds the codes of findings in the source: literal strings of the form `family.what-is-wrong`."""

import ast
import re
from pathlib import Path
from typing import Final

from seoulution.language.wording import wording_rules

SOURCE: Final = Path(__file__).resolve().parents[1] / "src" / "seoulution"
RINGS: Final = ("engine", "formats", "language", "apps/catalogue", "apps/engagements", "apps/publishing")
FAMILIES: Final = frozenset(
    {
        "gate",
        "route",
        "rule",
        "stage",
        "fund",
        "plan",
        "promise",
        "trajectory",
        "profile",
        "condition",
        "match",
        "document",
        "language",
        "sheet",
        "upload",
        "target",
        "editorial",
        "claim",
        "translation",
        "xliff",
        "machine",
        "import",
        "track",
        "evidence",
        "sending",
        "access",
        "approval",
        "paper",
        "sharing",
        "aftercare",
        "reminder",
        "contact",
        "task",
        "referral",
        "engagement",
    }
)
FORM: Final = re.compile(r"[a-z]+\.[a-z]+(?:-[a-z]+)*")
FILES: Final = frozenset({"document.css"})
"""Names of files that look like codes."""
RAISERS: Final = frozenset(
    {"Finding", "Refused", "ArchiveRefused", "SpreadsheetRefused", "XliffRefused", "MachineRefused", "_found"}
)
"""What takes a code as its first argument."""


def _files() -> list[Path]:
    return [path for ring in RINGS for path in sorted((SOURCE / ring).rglob("*.py"))]


def codes_in_source() -> dict[str, tuple[str, ...]]:
    """Each code with the files of the engine, formats and language that use it; wording codes come from the rules that ship."""
    found: dict[str, list[str]] = {}
    for path in _files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_code(node.value):
                places = found.setdefault(node.value, [])
                place = path.relative_to(SOURCE).as_posix()
                if place not in places:
                    places.append(place)
    for rule in wording_rules():
        found[f"wording.{rule.code}"] = ["engine/demand/wording.py"]
    return {code: tuple(places) for code, places in sorted(found.items())}


def _is_code(text: str) -> bool:
    return FORM.fullmatch(text) is not None and text.split(".")[0] in FAMILIES and text not in FILES


def literal_raises() -> dict[str, str]:
    """First arguments of `Finding(...)` and its kin that are literals, with their place: none may be of an unknown family."""
    return {
        node.args[0].value: f"{path.relative_to(SOURCE).as_posix()}:{node.lineno}"
        for path in _files()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in RAISERS
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def assembled_raises() -> set[str]:
    """Files that put a code together from pieces: their codes can't be read here and must be listed by the test."""
    return {
        path.relative_to(SOURCE).as_posix()
        for path in _files()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in RAISERS
        and node.args
        and isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
    }
