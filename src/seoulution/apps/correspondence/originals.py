"""The originals of mail that came in: kept as they came, under random names beside the attachments."""

import uuid
from pathlib import Path

from django.conf import settings

from seoulution.apps.correspondence.models import IncomingMail
from seoulution.config.env import home
from seoulution.formats import kept_files
from seoulution.formats.letters import Enclosed, Letter, read_letter


def keep(data: bytes) -> tuple[uuid.UUID, str]:
    """Stored name and SHA-256. raises NotKept"""
    return kept_files.keep(data, _folder())


def forget(name: uuid.UUID) -> None:
    """Removes an original whose row did not come to be."""
    kept_files.forget(name, _folder())


def enclosed(mail: IncomingMail) -> tuple[Enclosed, ...]:
    """The attachments that may be given out, read and inspected again from the original; FileNotFoundError if it is gone."""
    letter = read_letter(kept_files.read(mail.stored_name, _folder()), limit_bytes=settings.ATTACHMENT_LIMIT_BYTES)
    return tuple(one for one in letter.enclosed if one.finding is None) if isinstance(letter, Letter) else ()


def _folder() -> Path:
    path = home().attachments
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path
