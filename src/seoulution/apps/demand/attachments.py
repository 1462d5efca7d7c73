"""Attachments on disk: under a random name, outside every served path, safely written before their row commits."""

import hashlib
import os
import uuid
from pathlib import Path

from seoulution.config.env import home


class AttachmentNotKept(Exception):
    """The disk refused the file: nothing of it was kept; the request itself can still be sent."""


def folder() -> Path:
    """Where attachments lie; made readable by the server's own user only."""
    path = home().attachments
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def keep(data: bytes) -> tuple[uuid.UUID, str]:
    """Writes, flushes to the disk, and returns the stored name and SHA-256; a partial file never stays."""
    name = uuid.uuid4()
    target = folder() / name.hex
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
        raise AttachmentNotKept(error.strerror or str(error)) from error
    return name, hashlib.sha256(data).hexdigest()


def read(name: uuid.UUID) -> bytes:
    """The stored bytes; FileNotFoundError if someone removed the file."""
    return (folder() / name.hex).read_bytes()


def forget(name: uuid.UUID) -> None:
    """Removes the bytes of an attachment whose row did not come to be."""
    (folder() / name.hex).unlink(missing_ok=True)
