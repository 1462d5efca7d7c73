"""Attachments on disk: under a random name, outside every served path, safely written before their row commits."""

import uuid
from pathlib import Path

from seoulution.config.env import home
from seoulution.formats import kept_files

AttachmentNotKept = kept_files.NotKept
"""The disk refused the file: nothing of it was kept; the request itself can still be sent."""


def folder() -> Path:
    """Where attachments lie; made readable by the server's own user only."""
    path = home().attachments
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def keep(data: bytes) -> tuple[uuid.UUID, str]:
    """Writes, flushes to the disk, and returns the stored name and SHA-256; a partial file never stays."""
    return kept_files.keep(data, folder())


def read(name: uuid.UUID) -> bytes:
    """The stored bytes; FileNotFoundError if someone removed the file."""
    return kept_files.read(name, folder())


def forget(name: uuid.UUID) -> None:
    """Removes the bytes of an attachment whose row did not come to be."""
    kept_files.forget(name, folder())
