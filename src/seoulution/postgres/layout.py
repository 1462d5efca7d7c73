"""Where the embedded server keeps what, inside one data folder. Only what is made here ever has its permissions set.

cluster/            PostgreSQL's own data
credentials.json    the random passwords (0600)
server.log          what the server said
socket/             the Unix socket (0700), unless its path would be too long for the kernel
run/                locks, leases and the launch in progress; empty of meaning when no server runs
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from seoulution.postgres.errors import DiskFull, FolderRefused
from seoulution.postgres.locks import give_to_folder_owner


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one data folder."""

    data_dir: Path

    @classmethod
    def of(cls, data_dir: Path) -> Layout:
        """The layout of a folder, by its real path, so that two spellings of one folder share one server."""
        return cls(Path(os.path.realpath(data_dir)))

    @property
    def cluster(self) -> Path:
        return self.data_dir / "cluster"

    @property
    def credentials(self) -> Path:
        return self.data_dir / "credentials.json"

    @property
    def log(self) -> Path:
        return self.data_dir / "server.log"

    @property
    def run(self) -> Path:
        return self.data_dir / "run"

    @property
    def gate(self) -> Path:
        """Locked by whoever is starting, joining or stopping."""
        return self.run / "gate.lock"

    @property
    def server_lock(self) -> Path:
        """Locked by the postmaster and every one of its children, as long as any of them lives."""
        return self.run / "server.lock"

    @property
    def supervisor_lock(self) -> Path:
        """Locked and signed by the acting supervisor; its standby waits for it."""
        return self.run / "supervisor.lock"

    @property
    def launch(self) -> Path:
        return self.run / "launch.json"

    @property
    def failure(self) -> Path:
        return self.run / "failure.txt"

    @property
    def leases(self) -> Path:
        return self.run / "leases"

    def refuse_bare_cluster(self) -> None:
        """Refuse a folder that is itself a cluster of somebody else's server: ours is one level below."""
        if (self.data_dir / "PG_VERSION").exists():
            raise FolderRefused(
                f"{self.data_dir} is itself the data of a PostgreSQL server that this program did not make.",
                kept="Nothing was changed.",
                next_step="Choose another folder, or start that server and name it in DATABASE_URL.",
            )

    def make_folders(self, *, traversable: bool) -> None:
        """Make what is missing; leave alone what exists. `traversable`: the server's account must pass through."""
        self.data_dir.parent.mkdir(parents=True, exist_ok=True)
        make_folder(self.data_dir, 0o711 if traversable else 0o700)
        make_folder(self.run, 0o700)
        make_folder(self.leases, 0o700)


def make_folder(path: Path, mode: int) -> None:
    """Make one folder with exactly `mode`, whatever the umask; an existing one is left as it is."""
    try:
        path.mkdir(mode=mode)
    except FileExistsError:
        if path.is_dir():
            return
        raise
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fchmod(descriptor, mode)
        give_to_folder_owner(descriptor, path.parent)
    finally:
        os.close(descriptor)


def write_private(path: Path, text: str) -> None:
    """Replace a file in one step by one that only its owner may read, and have it on the disk before returning."""
    draft = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        try:
            give_to_folder_owner(descriptor, path.parent)
            os.write(descriptor, text.encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have a folder's list of names on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def refusal(error: OSError, folder: Path) -> DiskFull | FolderRefused:
    """The system's refusal to write in `folder`, in words."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(folder)
    return FolderRefused(
        f"The database in {folder} cannot be used by this account ({error.strerror}: {error.filename or folder}).",
        kept="Nothing was changed.",
        next_step="Choose a data folder that this account may write to, or have the owner of what is named above start the program.",
    )


def disk_full(folder: Path) -> DiskFull:
    """No room left, with the figures."""
    return DiskFull(
        f"The disk of the data folder {folder} is full ({free_mb(folder)} MB left).",
        kept="Everything saved before is still there; nothing was deleted.",
        next_step="Make room on that disk (200 MB at the least) and start again.",
    )


def free_mb(folder: Path) -> int:
    """Whole megabytes that this account may still write below `folder`, or its nearest existing parent."""
    while not folder.exists():
        folder = folder.parent
    room = os.statvfs(folder)
    return room.f_bavail * room.f_frsize // 1_000_000
