"""The loaded database: built once, kept as long as nothing it rests on changed, and never worked on. Everyone works on a copy.

Copies carry the number of their process, so that two workers, or two runs at once, never meet. A copy takes a tenth of a second.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

from psycopg.errors import InsufficientPrivilege

LOADED: Final = "test_seoulution"
COPIES: Final = "test_seoulution_copy_"
MARK: Final = "seoulution.test.loaded"
BUILDING: Final = 20_140_301
"""The advisory lock of whoever looks at the loaded database: the first builds it, the others wait."""


@contextmanager
def copied(purpose: str) -> Iterator[str]:
    """The name of a copy for this process, gone after the block."""
    name = f"{COPIES}{os.getpid()}_{purpose}"
    with _server() as admin:
        admin.execute("SELECT pg_advisory_lock(%s)", [BUILDING])
        _sweep(admin)
        if _mark(admin) != MARK + _wanted():
            _build(admin)
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{LOADED}"')
    try:
        yield name
    finally:
        with _server() as admin:
            _drop(admin, name)


def _drop(admin: Any, name: str) -> None:
    """The server's own cleaning, which nobody here may end, is in it for a moment now and then: another try a little later."""
    for left in reversed(range(20)):
        try:
            admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            return
        except InsufficientPrivilege:
            if not left:
                raise
            time.sleep(0.5)


def address(name: str) -> str:
    """The URL of a database of the test server."""
    from django.conf import settings

    from seoulution.postgres import database_url

    return urlunsplit(urlsplit(database_url(settings.HOME.postgres))._replace(path=f"/{name}"))


@contextmanager
def working_on(name: str) -> Iterator[None]:
    """Django's connection leads to another database during the block."""
    from django.db import connections

    configured = connections.settings["default"]
    before = configured["NAME"]
    _hang_up()
    configured["NAME"] = connections["default"].settings_dict["NAME"] = name
    try:
        yield
    finally:
        _hang_up()
        configured["NAME"] = connections["default"].settings_dict["NAME"] = before


def _hang_up() -> None:
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        connection.close_pool()


def _build(admin: Any) -> None:
    """Tables, reference data, search index; marked only when all of it is there.

    A copy takes the planner's figures along but not the count of changes that would have them made, so they are made here.
    """
    from django.core.management import call_command
    from django.db import connection

    from seoulution.commands.load import load_all

    admin.execute(f'DROP DATABASE IF EXISTS "{LOADED}" WITH (FORCE)')
    admin.execute(f'CREATE DATABASE "{LOADED}"')
    with working_on(LOADED):
        call_command("migrate", verbosity=0, interactive=False)
        load_all()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    admin.execute(f"COMMENT ON DATABASE \"{LOADED}\" IS '{MARK}{_wanted()}'")


def _mark(admin: Any) -> str | None:
    """What the kept database was built from; None when there is none, or it was not finished."""
    row = admin.execute("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [LOADED]).fetchone()
    return row[0] if row else None


def _sweep(admin: Any) -> None:
    """Copies of processes that were killed."""
    import psycopg

    names = admin.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [COPIES]).fetchall()
    for (name,) in names:
        try:
            os.kill(int(name.removeprefix(COPIES).partition("_")[0]), 0)
        except ProcessLookupError:
            with suppress(psycopg.errors.ObjectInUse):  # a process of another machine on the same server
                admin.execute(f'DROP DATABASE IF EXISTS "{name}"')
        except PermissionError:
            continue


@cache
def _wanted() -> str:
    from seoulution.commands.up import fingerprint

    return fingerprint()


def _server() -> Any:
    """A connection beside the databases that are made and dropped."""
    import psycopg

    return psycopg.connect(address("postgres"), autocommit=True)
