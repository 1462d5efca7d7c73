"""File locks (flock): the kernel lets go of them when their holder dies, however it dies.

A lock belongs to the open file, so a child that inherits the file holds it too. The server's own lock uses this: it is handed to
the postmaster and through it to every backend, and is free exactly when none of them is left.
"""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from seoulution.postgres.errors import Busy
from seoulution.postgres.processes import Process, this_process

_SIGNATURE_BYTES: Final = 100


def open_lock(path: Path) -> int:
    """Open, without locking, a lock file that is private to the owner of its folder."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    give_to_folder_owner(descriptor, path.parent)
    return descriptor


def give_to_folder_owner(descriptor: int, folder: Path) -> None:
    """What root makes in somebody's folder belongs to that somebody, or they would be locked out of their own data."""
    if os.geteuid() == 0:
        owner = folder.stat()
        os.fchown(descriptor, owner.st_uid, owner.st_gid)


def try_lock(descriptor: int) -> bool:
    """Lock an open file if nobody else holds it."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            return False
        raise
    return True


def lock_within(descriptor: int, seconds: float) -> bool:
    """Lock an open file, trying for up to `seconds`."""
    deadline = time.monotonic() + seconds
    while not try_lock(descriptor):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def is_held(path: Path) -> bool:
    """True when some process holds the exclusive lock on `path`."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        # Shared, so that two processes that only ask do not see each other.
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            return True
        raise
    finally:
        os.close(descriptor)
    return False


def sign(descriptor: int) -> None:
    """Write into a lock who holds it, always at full length: on a full disk what exists can be overwritten, but not grow."""
    os.pwrite(descriptor, this_process().to_text().ljust(_SIGNATURE_BYTES).encode(), 0)


def signer(path: Path) -> Process | None:
    """The live process that signed and holds a lock."""
    if not is_held(path):
        return None
    holder = Process.from_text(path.read_text())
    return holder if holder is not None and holder.is_alive else None


@contextmanager
def exclusive(path: Path, *, seconds: float) -> Iterator[None]:
    """Hold the lock on `path` for the block; raise Busy after `seconds` of waiting."""
    descriptor = open_lock(path)
    try:
        if not lock_within(descriptor, seconds):
            raise Busy(
                f"Another process has been starting or stopping the database in {path.parent.parent} for {seconds:.0f} s.",
                kept="Nothing was changed.",
                next_step=f"Try again; if it stays so, see which process holds {path} (`fuser {path}`) and end it.",
            )
        yield
    finally:
        os.close(descriptor)
