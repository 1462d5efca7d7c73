"""Which process is meant: a pid alone is not enough, because the kernel gives it to somebody else later."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_DEAD_STATES: Final = frozenset("ZXx")  # a zombie has closed its files and runs nothing: it is dead, only not yet reaped


@dataclass(frozen=True, slots=True)
class Process:
    """One life of one process: pid, start time (clock ticks since boot) and the boot it belongs to."""

    pid: int
    started: int
    boot: str

    @property
    def is_alive(self) -> bool:
        """True while this very process runs; false for a zombie, a recycled pid or a process of an earlier boot."""
        return self.boot == boot_id() and start_time(self.pid) == self.started

    def to_text(self) -> str:
        """The form in which leases and locks name a process."""
        return f"{self.pid} {self.started} {self.boot}"

    @classmethod
    def from_text(cls, text: str) -> Process | None:
        """Read that form again; None when it is not whole (power failed while it was written)."""
        match text.split():
            case [pid, started, boot] if pid.isdigit() and started.isdigit():
                return cls(int(pid), int(started), boot)
        return None


def boot_id() -> str:
    """The kernel's random name for the current boot."""
    return Path("/proc/sys/kernel/random/boot_id").read_text().strip()


def start_time(pid: int) -> int | None:
    """Clock ticks from boot to the start of `pid`; None when there is no such process or it is a zombie."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_bytes()
    except OSError:
        return None
    # The program's name, in brackets, may itself hold spaces and brackets: count fields from the last one.
    fields = stat[stat.rindex(b")") + 2 :].split()
    return None if chr(fields[0][0]) in _DEAD_STATES else int(fields[19])


def identify(pid: int) -> Process | None:
    """The life that `pid` is living now, if it is."""
    started = start_time(pid)
    return None if started is None else Process(pid, started, boot_id())


def this_process() -> Process:
    """The calling process."""
    me = identify(os.getpid())
    if me is None:
        raise OSError("/proc does not list the running process: the embedded server needs Linux with /proc mounted")
    return me


def works_in(pid: int, folder: Path) -> bool:
    """True when `pid` is a live postgres program whose working folder is `folder` (the server changes into its cluster)."""
    if start_time(pid) is None:
        return False
    try:
        if Path(f"/proc/{pid}/comm").read_text().strip() != "postgres":
            return False
        return Path(f"/proc/{pid}/cwd").samefile(folder)
    except OSError:
        return False


def postgres_processes_in(folder: Path) -> list[int]:
    """Pids of all live postgres programs working in `folder`, also those whose parent was killed."""
    return [int(entry.name) for entry in Path("/proc").glob("[0-9]*") if works_in(int(entry.name), folder)]
