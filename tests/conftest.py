"""A real PostgreSQL with everything that ships, loaded once and kept between runs as long as nothing it rests on changed."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

MARK = "seoulution.test.fingerprint"


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """A test database with reference data and search index. Rebuilt when a migration, a record or a loader changed."""
    from django.db import connections
    from django.test.utils import setup_databases

    from seoulution.commands.up import fingerprint

    with django_db_blocker.unblock():
        wanted = fingerprint()
        name = connections["default"].settings_dict["NAME"]
        if _kept_mark() != wanted:
            _end_other_sessions()
            setup_databases(verbosity=0, interactive=False, keepdb=False)
            _load(wanted)
        else:
            setup_databases(verbosity=0, interactive=False, keepdb=True)
        yield
        for connection in connections.all(initialized_only=True):
            connection.close()
            pool = getattr(connection, "close_pool", None)
            if pool is not None:
                pool()
        connections["default"].settings_dict["NAME"] = name


def _test_name() -> str:
    from django.db import connection

    return str(connection.creation._get_test_db_name())


def beside() -> Any:
    """A connection to the server that is not to the test database."""
    import psycopg
    from django.db import connection

    parameters = {**connection.get_connection_params(), "dbname": "postgres"}
    for extra in ("cursor_factory", "context", "prepare_threshold"):
        parameters.pop(extra, None)
    return psycopg.connect(**parameters, autocommit=True)


def _end_other_sessions() -> None:
    """A run that was killed may have left some; a database in use can't be rebuilt."""
    with beside() as admin:
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [_test_name()])


def _kept_mark() -> str | None:
    """The comment on the kept test database: what it was built from."""
    with beside() as admin:
        row = admin.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [_test_name()]
        ).fetchone()
    return row[0].removeprefix(MARK) if row and row[0] and row[0].startswith(MARK) else None


def _load(mark: str) -> None:
    from django.db import connection

    from seoulution.commands.load import load_all

    load_all()
    with connection.cursor() as cursor:
        cursor.execute(f"COMMENT ON DATABASE {connection.ops.quote_name(_real_name())} IS '{MARK}{mark}'")


def _real_name() -> str:
    from django.db import connection

    return str(connection.settings_dict["NAME"])


@pytest.fixture
def person(db: None) -> Callable[..., Any]:
    """Makes an account of a role: `person("officer")`."""
    from seoulution.apps.accounts.models import User

    def make(role: str, name: str = "") -> Any:
        return User.objects.create_user(username=name or role, password="correct horse battery", role=role)

    return make


@pytest.fixture
def signed_in_as(person: Callable[..., Any]) -> Callable[[str], Client]:
    """A client with the session of an account of the role; None for the public."""

    def sign_in(role: str) -> Client:
        client = Client()
        if role != "public":
            client.force_login(person(role), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
