"""Between clients and supervisor: what is to run, the start of the supervisor, and its word that the server did not start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from seoulution.postgres.accounts import Account
from seoulution.postgres.layout import Layout, write_private
from seoulution.postgres.locks import give_to_folder_owner

_FAILURE_BYTES: Final = 4096


@dataclass(frozen=True, slots=True)
class Launch:
    """Everything that is needed to start the server again without asking the client that first did."""

    postgres: Path
    version: str
    socket: Path
    account: Account


def keep(layout: Layout, launch: Launch) -> None:
    """Write the launch for the supervisor to find, also for one that takes over after a kill."""
    account = launch.account
    write_private(
        layout.launch,
        json.dumps({
            "postgres": str(launch.postgres), "version": launch.version, "socket": str(launch.socket),
            "prefix": account.prefix, "uid": account.uid, "gid": account.gid,
        }),
    )  # fmt: skip


def read(layout: Layout) -> Launch | None:
    """The launch last written; None when the server was stopped in good order, or never started."""
    try:
        kept = json.loads(layout.launch.read_text())
        account = Account(prefix=tuple(kept["prefix"]), uid=kept["uid"], gid=kept["gid"])
        return Launch(Path(kept["postgres"]), str(kept["version"]), Path(kept["socket"]), account)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def start_supervisor(layout: Layout) -> None:
    """Start a supervisor that outlives the caller and is no child of it."""
    package_root = Path(__file__).parents[2]
    with layout.log.open("ab") as log:
        os.fchmod(log.fileno(), 0o600)
        give_to_folder_owner(log.fileno(), layout.data_dir)
        subprocess.run(
            # -S: no site-packages, which are not needed; -P: nothing from the working folder.
            [sys.executable, "-S", "-P", "-m", "seoulution.postgres.supervisor", str(layout.data_dir)],
            env=os.environ | {"PYTHONPATH": str(package_root)},
            cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, check=True,
        )  # fmt: skip


def clear_failure(layout: Layout) -> None:
    """Make, or blank, the page on which a failure is reported."""
    report_failure(layout, "")


def report_failure(layout: Layout, said: str) -> None:
    """Write what the server said when it did not start, over a page kept at full size: on a full disk nothing can grow."""
    page = said.encode()[-_FAILURE_BYTES:].rjust(_FAILURE_BYTES)
    descriptor = os.open(layout.failure, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        give_to_folder_owner(descriptor, layout.run)
        os.pwrite(descriptor, page, 0)
    finally:
        os.close(descriptor)


def failure(layout: Layout) -> str | None:
    """What the server said when it last did not start; None when it did, or is still trying."""
    try:
        return layout.failure.read_bytes().decode(errors="replace").strip() or None
    except FileNotFoundError:
        return None
