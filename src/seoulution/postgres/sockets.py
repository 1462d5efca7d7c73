"""The folder of the Unix socket: private, and short enough for the kernel. There is no TCP port."""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
from pathlib import Path
from typing import Final

from seoulution.postgres.accounts import Account
from seoulution.postgres.layout import make_folder

PORT: Final = 5432
"""Only a part of the socket's file name."""

# sockaddr_un holds 107 bytes, of which "/.s.PGSQL.5432" takes 14.
_LONGEST_FOLDER_BYTES: Final = 107 - 14
# PostgreSQL and libpq split lists at commas, and quotes and spaces need care in both: such paths get a folder elsewhere.
_ELSEWHERE: Final = "seoulution-"
_PLAIN: Final = re.compile(r"[\w/.+~-]+")


def socket_folder(data_dir: Path, account: Account, *, used_before: Path | None) -> Path:
    """Make, or find again, the folder of the socket: in the data folder, else a new one among the temporary files."""
    near = data_dir / "socket"
    if len(os.fsencode(near)) <= _LONGEST_FOLDER_BYTES and _PLAIN.fullmatch(str(near)):
        make_folder(near, 0o700)
        account.own(near)
        return near
    if used_before is not None and _is_private(used_before, account):
        return used_before
    parent = tempfile.gettempdir()
    if len(os.fsencode(parent)) > 60 or not _PLAIN.fullmatch(parent):
        parent = "/tmp"  # noqa: S108 - mkdtemp makes a new folder that only we may enter
    folder = Path(tempfile.mkdtemp(prefix=_ELSEWHERE, dir=parent))
    account.own(folder)
    return folder


def remove_folder(folder: Path, data_dir: Path) -> None:
    """Remove a folder made among the temporary files; one in the data folder stays."""
    if folder.parent != data_dir and folder.name.startswith(_ELSEWHERE):
        shutil.rmtree(folder, ignore_errors=True)


def _is_private(folder: Path, account: Account) -> bool:
    # Another user may have made a folder of this name after a reboot emptied the temporary files.
    try:
        found = folder.lstat()
    except OSError:
        return False
    owner = os.geteuid() if account.uid is None else account.uid
    return stat.S_ISDIR(found.st_mode) and found.st_uid == owner and stat.S_IMODE(found.st_mode) == 0o700
