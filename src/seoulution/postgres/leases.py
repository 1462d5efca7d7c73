"""Who uses the server: one small file per use, which counts only while the process that wrote it lives."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Final

from seoulution.postgres.layout import Layout, write_private
from seoulution.postgres.processes import Process, this_process

_numbers: Final = itertools.count()


def take(layout: Layout) -> Path:
    """Write a lease for the calling process and return its file."""
    me = this_process()
    path = layout.leases / f"{me.pid}-{me.started}-{next(_numbers)}"
    write_private(path, me.to_text())
    return path


def holders(layout: Layout) -> list[Process]:
    """The live processes holding a lease, one entry per lease; leases of the dead are removed on the way."""
    living, _ = living_and_dead(layout)
    return living


def living_and_dead(layout: Layout) -> tuple[list[Process], int]:
    """The same, and how many leases were just removed because their process had died without ending them."""
    living, dead = [], 0
    for path in sorted(layout.leases.glob("[!.]*")):
        holder = _holder(path)
        if holder is not None and holder.is_alive:
            living.append(holder)
        elif path.exists():  # else it was ended in good order, just now
            path.unlink(missing_ok=True)
            dead += 1
    return living, dead


def drop_all(layout: Layout) -> None:
    """End every lease, also those of living processes."""
    for path in layout.leases.glob("[!.]*"):
        path.unlink(missing_ok=True)


def _holder(path: Path) -> Process | None:
    try:
        return Process.from_text(path.read_text())
    except FileNotFoundError:
        return None
