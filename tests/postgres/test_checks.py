"""The start-up checks, each against a real database that passes and one that fails."""

import os
import subprocess
import sys

import psycopg
import pytest

from seoulution.postgres import acquire, credentials
from seoulution.postgres.checks import REQUIRED_EXTENSIONS, require_extensions, require_hangul_trigrams, require_version
from seoulution.postgres.databases import administrator_url
from seoulution.postgres.errors import ExtensionsMissing, HangulSearchBroken

from .watching import SOURCE, query


def administrator(served, database="postgres"):
    folder = served.server.data_dir
    passwords = credentials.read(folder / "credentials.json")
    return psycopg.connect(administrator_url(folder / "socket", passwords, database), autocommit=True)


def test_trigram_search_finds_hangul(served):
    query(served.server.url, "CREATE TABLE solution AS SELECT '상수도 누수 저감' AS title UNION SELECT '교통카드'")
    query(served.server.url, "CREATE INDEX ON solution USING gin (title gin_trgm_ops)")
    assert query(served.server.url, "SELECT title FROM solution WHERE title % '상수도 누수'") == "상수도 누수 저감"
    with psycopg.connect(served.server.url) as connection:
        require_hangul_trigrams(connection)


def test_a_database_in_which_trigrams_see_no_hangul_is_refused(served):
    with administrator(served) as server:
        server.execute(
            "CREATE DATABASE deaf OWNER seoulution TEMPLATE template0 LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'"
        )
    with pytest.raises(HangulSearchBroken, match="character type is C ") as refused:
        acquire(served.server.data_dir, database="deaf")
    assert "LC_CTYPE 'C.UTF-8'" in refused.value.next_step
    assert query(served.server.url, "SELECT 1") == 1


def test_the_check_leaves_a_database_without_pg_trgm_as_it_was(served):
    with administrator(served) as server:
        server.execute("CREATE DATABASE bare TEMPLATE template0")
    with administrator(served, "bare") as connection:
        require_hangul_trigrams(connection)
        assert connection.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'").fetchone() is None


def test_every_extension_of_the_product_is_offered_and_installed(served):
    with psycopg.connect(served.server.url) as connection:
        require_version(connection)
        require_extensions(connection)
        installed = {name for (name,) in connection.execute("SELECT extname FROM pg_extension")}
        assert set(REQUIRED_EXTENSIONS) <= installed
        assert connection.execute("SELECT '[1,2]'::vector <-> '[1,3]'::vector").fetchone() == (1.0,)


def test_a_missing_extension_is_named(served):
    with psycopg.connect(served.server.url) as connection, pytest.raises(ExtensionsMissing, match="no_such_extension"):
        require_extensions(connection, ["vector", "no_such_extension"])


def test_the_supervisor_needs_no_installed_package():
    code = "import sys, seoulution.postgres, seoulution.postgres.supervisor; print('psycopg' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
    )
    assert done.stdout.strip() == "False"
