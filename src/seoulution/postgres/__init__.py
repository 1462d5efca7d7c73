"""The database server: DATABASE_URL when set, else an embedded PostgreSQL that every process of a data folder shares.

Belongs here: finding PostgreSQL's programs, making a cluster, starting, sharing, stopping and recovering the server, and checking
that it can search Hangul. Does not belong here: tables, migrations, settings, backups. Nothing else in the product knows how a
server is started; everything else only takes a URL.

    with acquire(Path("data/postgres")) as lease:
        psycopg.connect(lease.server.url)

Importing this package imports only the standard library: the supervisor process does so too and must stay small.
"""

from __future__ import annotations

from pathlib import Path

from seoulution.postgres import address, checks, databases
from seoulution.postgres import server as _server
from seoulution.postgres.errors import PostgresError
from seoulution.postgres.server import Lease, Server, Status

__all__ = ["Lease", "PostgresError", "Server", "Status", "acquire", "database_url", "status", "stop"]

_kept: dict[Path, Lease] = {}


def acquire(data_dir: Path, *, database: str = "seoulution") -> Lease:
    """A lease on a database server, started if needed, else joined; the database is made if absent.

    The lease ends with `release()`, at the end of a `with` block, at process exit, or when the process is killed. With DATABASE_URL
    set by the operator nothing is launched: that server is checked, and its URL returned with `data_dir` None.
    Raises a `PostgresError` that says what happened, what was kept and what to do next.
    """
    if given := address.given():
        return Lease(_examined(given))
    return _server.start_or_join(data_dir, database)


def database_url(data_dir: Path) -> str:
    """DATABASE_URL when set, else the URL of the embedded server, kept running for the life of this process.

    The URL is also put into this process's environment, so that workers it starts use the same server.
    """
    if given := address.given():
        return given
    if published := address.published(data_dir):
        return published
    lease = acquire(data_dir)
    _kept[data_dir] = lease
    address.publish(lease.server.url)
    return lease.server.url


def stop(data_dir: Path) -> None:
    """Stop the embedded server of a data folder in good order, whoever uses it; does nothing when none runs."""
    _server.stop(data_dir)


def status(data_dir: Path) -> Status:
    """How the embedded server of a data folder is; changes nothing."""
    return _server.status(data_dir)


def _examined(url: str) -> Server:
    """The operator's server, once it is seen to be new enough, complete and able to search Hangul."""
    with databases.connect(url) as connection:
        checks.require_version(connection)
        checks.require_extensions(connection)
        checks.require_hangul_trigrams(connection)
        version = connection.info.server_version
    return Server(url, None, f"{version // 10_000}.{version % 10_000}", started=False)
