"""The cluster folder: made whole or not at all, recognised by version, never repaired by deleting."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from seoulution.postgres.accounts import Account, environment
from seoulution.postgres.binaries import Binaries
from seoulution.postgres.credentials import ADMINISTRATOR
from seoulution.postgres.errors import DamagedCluster, InitFailed, OtherMajorVersion
from seoulution.postgres.layout import Layout, disk_full, free_mb, refusal, sync_folder

_DRAFT_PREFIX: Final = "cluster.draft-"
_PASSWORD_PREFIX: Final = ".password-"  # noqa: S105 - of a file name
_ROOM_MB: Final = 150  # a new cluster takes 39 MB, its first write-ahead log up to 80 MB

_LOCALE: Final = (
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    # pg_trgm asks the C library what a letter is, not the built-in provider: with lc_ctype=C no Hangul syllable is one.
    "--locale=C.UTF-8",
    "--lc-ctype=C.UTF-8",
    "--lc-collate=C",
    "--lc-messages=C",
    # Texts come in a dozen languages: no stemmer may be applied by default.
    "--text-search-config=simple",
)

_SIZES: Final = {
    # For a machine with 2 cores and 4 GB or more. Written at initdb, so that an operator may change them (ALTER SYSTEM).
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "maintenance_work_mem": "128MB",
    "work_mem": "8MB",
    "random_page_cost": "1.1",
    "jit": "off",  # compiling costs more than it saves on pages of 50 rows
}


def major_version(cluster: Path) -> int | None:
    """The major version that made the cluster; None when there is no cluster yet."""
    if not cluster.exists():
        return None
    version, control = cluster / "PG_VERSION", cluster / "global" / "pg_control"
    if not version.is_file() or not control.is_file():
        if cluster.is_dir() and not any(cluster.iterdir()):
            return None
        raise DamagedCluster(
            f"The folder {cluster} is not a whole PostgreSQL cluster (PG_VERSION or global/pg_control is missing).",
            kept="Nothing in it was changed or deleted.",
            next_step="Restore it from a backup; or, if it holds nothing that you need, move it away and start again.",
        )
    return int(version.read_text().split(".")[0])


def require_major(cluster: Path, found: int, binaries: Binaries) -> None:
    """Refuse a cluster that these programs cannot read."""
    if found == binaries.major:
        return
    raise OtherMajorVersion(
        f"The data in {cluster} was made by PostgreSQL {found}; the programs here are PostgreSQL {binaries.version}, "
        "which cannot read it.",
        kept="Nothing was changed: all data is still there, in the old form.",
        next_step=f"Either start the release of Seoulution that came with PostgreSQL {found}, make a backup with it, and restore "
        "that backup into a new data folder here; or install PostgreSQL "
        f"{found} beside this one (Debian: postgresql-{found}) and convert a copy with "
        f"`{binaries.program('pg_upgrade')} --old-bindir … --old-datadir {cluster} --new-bindir {binaries.folder} --new-datadir …`.",
    )


def initialise(layout: Layout, binaries: Binaries, account: Account, *, password: str) -> None:
    """Make a new cluster beside its final place and move it there when whole, so that a killed attempt leaves no half cluster."""
    remove_drafts(layout)
    if free_mb(layout.data_dir) < _ROOM_MB:
        raise disk_full(layout.data_dir)
    try:
        draft = Path(tempfile.mkdtemp(prefix=_DRAFT_PREFIX, dir=layout.data_dir))  # mode 0700
        account.own(draft)
        _initdb(draft, layout, binaries, account, password)
        if layout.cluster.is_dir():
            layout.cluster.rmdir()  # an empty folder somebody made; anything else was refused before
        draft.rename(layout.cluster)
        sync_folder(layout.data_dir)
    except OSError as error:
        raise refusal(error, layout.data_dir) from error


def remove_drafts(layout: Layout) -> None:
    """Delete what initdb left when it was killed: it never held a row."""
    for draft in layout.data_dir.glob(f"{_DRAFT_PREFIX}*"):
        shutil.rmtree(draft, ignore_errors=True)
    for password in layout.data_dir.glob(f"{_PASSWORD_PREFIX}*"):
        password.unlink()


def _initdb(draft: Path, layout: Layout, binaries: Binaries, account: Account, password: str) -> None:
    descriptor, name = tempfile.mkstemp(dir=layout.data_dir, prefix=_PASSWORD_PREFIX)  # mode 0600
    try:
        account.own(Path(name))
        os.write(descriptor, password.encode())
        os.close(descriptor)
        options = [f"--set={setting}={value}" for setting, value in _SIZES.items()]
        done = subprocess.run(
            account.command(
                binaries.program("initdb"), f"--pgdata={draft}", f"--username={ADMINISTRATOR}", f"--pwfile={name}",
                "--auth=scram-sha-256", "--data-checksums", "--no-instructions", *_LOCALE, *options,
            ),
            env=environment(), cwd="/", stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
            **account.identity(),
        )  # fmt: skip
    finally:
        Path(name).unlink()
    if done.returncode != 0:
        shutil.rmtree(draft, ignore_errors=True)
        said = (done.stderr.strip() or done.stdout.strip())[-2000:]
        if "No space left on device" in said:
            raise disk_full(layout.data_dir)
        raise InitFailed(
            f"PostgreSQL {binaries.version} could not make a new cluster in {layout.data_dir}. It said: {said}",
            kept="There was no data yet; the unfinished folder was removed.",
            next_step="Remove the cause named above and start again.",
        )


def set_administrator_password(layout: Layout, binaries: Binaries, account: Account, *, password: str) -> None:
    """Give the superuser a new password while no server runs, for a data folder whose credentials file was lost."""
    done = subprocess.run(
        account.command(binaries.program("postgres"), "--single", "-D", layout.cluster, ADMINISTRATOR),
        # Generated passwords are hexadecimal: nothing to escape.
        input=f"ALTER ROLE {ADMINISTRATOR} PASSWORD '{password}'\n",
        env=environment(), cwd="/", capture_output=True, text=True, check=False, **account.identity(),
    )  # fmt: skip
    if done.returncode != 0 or "ERROR" in done.stderr:
        raise InitFailed(
            f"The password file {layout.credentials} is missing and a new password could not be set. "
            f"PostgreSQL said: {done.stderr.strip()[-1000:]}",
            kept="All data is still in the cluster.",
            next_step="Restore the password file from a backup, or remove the cause named above, and start again.",
        )
