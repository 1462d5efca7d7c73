"""Roles and databases inside a running server: the product's role owns its databases and has no power over the server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from seoulution.postgres import checks
from seoulution.postgres.credentials import ADMINISTRATOR, APPLICATION, Credentials
from seoulution.postgres.errors import Unreachable
from seoulution.postgres.sockets import PORT

if TYPE_CHECKING:
    import psycopg

_CONNECT_SECONDS: Final = 10


def url(socket: Path, *, role: str, password: str, database: str) -> str:
    """The address of a database behind a Unix socket, as libpq and `urllib.parse.urlsplit` both read it."""
    return f"postgresql://{quote(role, safe='')}:{quote(password, safe='')}@:{PORT}/{quote(database, safe='')}?host={quote(str(socket))}"


def application_url(socket: Path, credentials: Credentials, database: str) -> str:
    """The address with which the product works."""
    return url(socket, role=APPLICATION, password=credentials.application, database=database)


def administrator_url(socket: Path, credentials: Credentials, database: str) -> str:
    """The address with which this launcher adds databases and extensions."""
    return url(socket, role=ADMINISTRATOR, password=credentials.administrator, database=database)


def connect(address: str) -> psycopg.Connection:
    """Connect, every statement its own transaction; refusals come as Unreachable."""
    import psycopg  # here, so that the supervisor, which imports this package, stays small

    with refusals_in_words():
        return psycopg.connect(address, autocommit=True, connect_timeout=_CONNECT_SECONDS)


@contextmanager
def refusals_in_words() -> Iterator[None]:
    """Raise Unreachable where the driver says that the server refused, broke off or has no room."""
    import psycopg

    try:
        yield
    except psycopg.OperationalError as error:
        raise Unreachable(
            f"The database cannot be reached or used: {error}.",
            kept="Nothing was changed.",
            next_step="See whether that server runs and accepts this account, and DATABASE_URL if it is set; then start again.",
        ) from error


def is_prepared(socket: Path, credentials: Credentials, database: str) -> bool:
    """True when the product's role can work in the database as it stands."""
    try:
        with refusals_in_words(), connect(application_url(socket, credentials, database)) as connection:
            installed = connection.execute("SELECT extname FROM pg_extension").fetchall()
    except Unreachable:
        return False
    return set(checks.REQUIRED_EXTENSIONS) <= {str(name) for (name,) in installed}


def prepare(socket: Path, credentials: Credentials, database: str, *, just_started: bool) -> None:
    """Make the role, the database and its extensions where missing, and see that the server can do what the product needs."""
    with refusals_in_words():
        if just_started:
            # Databases made later, such as those of tests, are copies of template1: the product's role could not add `vector`
            # itself. Only now, because nobody can make a database while somebody is in template1.
            _ensure_extensions(administrator_url(socket, credentials, "template1"))
        if not is_prepared(socket, credentials, database):  # nothing is written otherwise, so that a full disk can be read
            with connect(administrator_url(socket, credentials, "postgres")) as server:
                _ensure_role(server, credentials.application)
                _ensure_database(server, database)
            _ensure_extensions(administrator_url(socket, credentials, database))
        with connect(administrator_url(socket, credentials, database)) as connection:
            checks.require_hangul_trigrams(connection)


def _ensure_role(server: psycopg.Connection, password: str) -> None:
    from psycopg import sql

    # Only the hash is sent, so that no log or statistics view can show the password.
    verifier = server.pgconn.encrypt_password(password.encode(), APPLICATION.encode(), b"scram-sha-256").decode()
    exists = server.execute("SELECT true FROM pg_roles WHERE rolname = %s", [APPLICATION]).fetchone()
    verb = sql.SQL("ALTER" if exists else "CREATE")
    server.execute(
        sql.SQL("{} ROLE {} LOGIN CREATEDB NOSUPERUSER PASSWORD {}").format(
            verb, sql.Identifier(APPLICATION), sql.Literal(verifier)
        )
    )


def _ensure_database(server: psycopg.Connection, database: str) -> None:
    from psycopg import sql

    if server.execute("SELECT true FROM pg_database WHERE datname = %s", [database]).fetchone() is None:
        server.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(database), sql.Identifier(APPLICATION)))


def _ensure_extensions(address: str) -> None:
    from psycopg import sql

    with connect(address) as connection:
        checks.require_version(connection)
        checks.require_extensions(connection)
        offered = checks.available_extensions(connection)
        for name in (*checks.REQUIRED_EXTENSIONS, *checks.OPTIONAL_EXTENSIONS):
            if name in offered:
                connection.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(name)))
