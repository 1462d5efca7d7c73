"""Files kept on disk under random names: whole before anything speaks of them, never half there."""

import hashlib
import os
import uuid
from pathlib import Path


class NotKept(Exception):
    """The disk refused the file: nothing of it was kept."""


def keep(data: bytes, folder: Path) -> tuple[uuid.UUID, str]:
    """Writes, flushes to the disk, and returns the stored name and SHA-256; a partial file never stays.

    raises NotKept
    """
    name = uuid.uuid4()
    target = folder / name.hex
    partial = target.with_suffix(".partial")
    try:
        with partial.open("xb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        partial.rename(target)
        descriptor = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise NotKept(error.strerror or str(error)) from error
    return name, hashlib.sha256(data).hexdigest()


def read(name: uuid.UUID, folder: Path) -> bytes:
    """The stored bytes; FileNotFoundError if someone removed the file."""
    return (folder / name.hex).read_bytes()


def forget(name: uuid.UUID, folder: Path) -> None:
    """Removes the bytes of a file whose row did not come to be."""
    (folder / name.hex).unlink(missing_ok=True)
