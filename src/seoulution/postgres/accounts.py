"""Under which account the server's programs run: PostgreSQL refuses root, and we add no users to the system."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypedDict

_UNSHARE: Final = ("unshare", "--user", "--")


class _Identity(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True, slots=True)
class Account:
    """How to run a server program: behind a command prefix, or as another user, or (both empty) as ourselves."""

    prefix: tuple[str, ...] = ()
    uid: int | None = None
    gid: int | None = None

    def command(self, *arguments: str | Path) -> list[str]:
        """The command line that runs a program under this account."""
        return [*self.prefix, *map(str, arguments)]

    def identity(self) -> _Identity:
        """The keyword arguments that make `subprocess` change user."""
        if self.uid is None or self.gid is None:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Give something that we made ourselves to the server's account."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)


def account_for(data_dir: Path, cluster: Path) -> Account:
    """Ourselves, unless we are root. Root runs the server as the folder's owner; where that is root too, in a user namespace,
    in which root has no powers; and where the kernel allows none (many containers), as `postgres` or `nobody`."""
    if os.geteuid() != 0:
        return Account()
    owner = next((path.stat() for path in (cluster, data_dir) if path.exists()), None)
    if owner and owner.st_uid != 0:
        return Account(uid=owner.st_uid, gid=owner.st_gid)
    if namespaces_allowed():
        return Account(prefix=_UNSHARE)
    try:
        entry = pwd.getpwnam("postgres")
    except KeyError:
        entry = pwd.getpwnam("nobody")
    return Account(uid=entry.pw_uid, gid=entry.pw_gid)


def namespaces_allowed() -> bool:
    """True when this process may make a user namespace."""
    if shutil.which(_UNSHARE[0]) is None:
        return False
    return subprocess.run([*_UNSHARE, "true"], capture_output=True, check=False).returncode == 0


def environment(inherited: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The caller's environment without what would steer PostgreSQL: its own variables, and locales that may be missing."""
    steering = ("PG", "LC_", "LANG")
    return {name: value for name, value in inherited.items() if not name.startswith(steering)} | {"TZ": "UTC"}
