"""The end of the record of readings, kept outside the database: who cuts off the newest rows cuts off what stands in this file.

A line of the file is a moment, the number of the newest row then, and its seal. Lines are only ever added.
"""

import fcntl
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from seoulution.apps.accounts.models import AccessRecord
from seoulution.config.env import home

NAME: Final = "readings.seals"
LATE_AFTER: Final = timedelta(days=2)
"""A worker keeps a seal each day; readings that wait longer have none because no worker ran."""


@dataclass(frozen=True, slots=True)
class KeptSeal:
    """The newest row at one moment."""

    at: datetime
    number: int
    seal: str


@dataclass(frozen=True, slots=True)
class KeptEnds:
    """What a comparison of the file with the record found.

    missing : kept seals that the record no longer has at their number; unreadable : how many lines of the file are none of ours
    is_late : readings older than two days are covered by no seal
    """

    seals: tuple[KeptSeal, ...]
    missing: tuple[KeptSeal, ...]
    unreadable: int
    is_late: bool

    @property
    def last(self) -> KeptSeal | None:
        return self.seals[-1] if self.seals else None

    @property
    def hold(self) -> bool:
        return not self.missing and not self.unreadable


def kept_file() -> Path:
    """Where the seals are written down."""
    return home().path / NAME


def newest_seal(now: datetime) -> KeptSeal | None:
    """The newest row as it is to be kept; None while nobody has read anything."""
    newest = AccessRecord.objects.order_by("-id").values_list("id", "seal").first()
    return KeptSeal(now, *newest) if newest else None


def keep_newest_seal(now: datetime) -> KeptSeal | None:
    """Writes the newest row's number and seal down, on the disk before it returns; None where there is nothing new of this day."""
    kept = newest_seal(now)
    if kept is None:
        return None
    descriptor = os.open(kept_file(), os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "r+", encoding="ascii", errors="replace") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        written = file.read()
        last = next((one for one in map(_read, reversed(written.splitlines())) if one), None)
        if last and last.number == kept.number and last.at.date() == now.date():
            return None
        torn = "\n" if written and not written.endswith("\n") else ""
        file.write(f"{torn}{kept.at.isoformat()} {kept.number} {kept.seal}\n")
        file.flush()
        os.fsync(file.fileno())
    if not written:
        _keep_name(kept_file().parent)
    return kept


def compare_kept_seals(now: datetime) -> KeptEnds:
    """Every kept seal must still be in the record at its number."""
    lines = [_read(line) for line in _lines()]
    seals = tuple(one for one in lines if one)
    there = dict(AccessRecord.objects.filter(pk__in={one.number for one in seals}).values_list("id", "seal"))
    missing = tuple(one for one in seals if there.get(one.number) != one.seal)
    covered = seals[-1].number if seals else 0
    waiting = AccessRecord.objects.filter(pk__gt=covered, at__lt=now - LATE_AFTER)
    return KeptEnds(seals, missing, lines.count(None), waiting.exists())


def _keep_name(folder: Path) -> None:
    """A new file is there after a power cut only once its folder is on the disk too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _lines() -> Iterator[str]:
    try:
        yield from kept_file().read_text(encoding="ascii", errors="replace").splitlines()
    except FileNotFoundError:
        return


def _read(line: str) -> KeptSeal | None:
    """One line of the file; None for what is none of ours."""
    try:
        at, number, seal = line.split()
        kept = KeptSeal(datetime.fromisoformat(at), int(number), seal)
    except ValueError:
        return None
    return kept if kept.at.tzinfo and len(seal) == 64 else None
