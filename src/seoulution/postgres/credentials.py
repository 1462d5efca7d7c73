"""The random passwords of one cluster, kept beside it. They never leave the machine and no person needs to know them."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from seoulution.postgres.layout import write_private

ADMINISTRATOR: Final = "postgres"
"""The superuser: only this launcher signs in with it, to add databases and extensions."""

APPLICATION: Final = "seoulution"
"""The role the product works with: owns its databases, may make new ones (tests do), and has no power over the server."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """One password per role."""

    administrator: str
    application: str

    def __repr__(self) -> str:
        return "Credentials(…)"  # so that no traceback or log shows them


def new() -> Credentials:
    """Two fresh passwords of 192 random bits."""
    return Credentials(os.urandom(24).hex(), os.urandom(24).hex())


def read(path: Path) -> Credentials | None:
    """The kept passwords; None when the file is missing or not whole."""
    try:
        kept = json.loads(path.read_text())
        return Credentials(administrator=str(kept["administrator"]), application=str(kept["application"]))
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def keep(path: Path, credentials: Credentials) -> None:
    """Write the passwords so that only the owner may read them."""
    write_private(path, json.dumps(asdict(credentials)))
