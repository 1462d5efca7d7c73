"""Finds the calls that would write to the database, by what they are called on."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tests.repository.tree import dotted, named, parsed

WRITING: Final = frozenset(
    {
        "save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
        "create_user", "create_superuser", "set_password", "save_m2m",
        "asave", "acreate", "aupdate", "adelete", "abulk_create", "abulk_update", "aget_or_create", "aupdate_or_create",
    }
)  # fmt: skip
LINKING: Final = frozenset({"add", "set", "remove", "clear"})
"""These write when called on a relation of many to many."""
_PLAIN: Final = (ast.Dict, ast.Set, ast.DictComp, ast.SetComp)
_PLAIN_CALLS: Final = frozenset({"dict", "set", "Counter", "hashlib.sha256", "sha256", "OrderedDict", "defaultdict"})
_PLAIN_TYPES: Final = frozenset({"dict", "set", "Counter", "MutableMapping", "MutableSet"})


class Write(NamedTuple):
    """A call and where it stands."""

    place: str
    line: int
    call: str


def writes_in(path: Path, relations: frozenset[str]) -> Iterator[Write]:
    """Every call of a writing name whose receiver is not plainly a dict, a set or a digest."""
    plain = _plain_names(parsed(path))
    for node in ast.walk(parsed(path)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        receiver, verb = node.func.value, node.func.attr
        if verb in WRITING and not _is_plain(receiver, plain):
            yield Write(named(path), node.lineno, f"{dotted(receiver)}.{verb}")
        if verb in LINKING and isinstance(receiver, ast.Attribute) and receiver.attr in relations:
            yield Write(named(path), node.lineno, f"{dotted(receiver)}.{verb}")


def _is_plain(receiver: ast.expr, plain: frozenset[str]) -> bool:
    if isinstance(receiver, _PLAIN):
        return True
    if isinstance(receiver, ast.Call):
        return dotted(receiver.func) in _PLAIN_CALLS
    return dotted(receiver) in plain


def _plain_names(tree: ast.Module) -> frozenset[str]:
    """Names that are only ever given dicts, sets and digests in this file."""
    given: dict[str, list[bool]] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name() | ast.Attribute() as target], value=value):
                given.setdefault(dotted(target), []).append(_makes_plain(value))
            case ast.AnnAssign(target=ast.Name() | ast.Attribute() as target, annotation=annotation):
                given.setdefault(dotted(target), []).append(_names_plain(annotation))
            case ast.arg(arg=name, annotation=annotation) if annotation is not None:
                given.setdefault(name, []).append(_names_plain(annotation))
    return frozenset(name for name, verdicts in given.items() if all(verdicts))


def _makes_plain(value: ast.expr) -> bool:
    return isinstance(value, _PLAIN) or (isinstance(value, ast.Call) and dotted(value.func) in _PLAIN_CALLS)


def _names_plain(annotation: ast.expr) -> bool:
    head = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    return dotted(head) in _PLAIN_TYPES
