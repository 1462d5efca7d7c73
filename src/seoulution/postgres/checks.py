"""What a server must be able to do before the product trusts it with texts; asked at every start, of the server itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from seoulution.postgres.binaries import MINIMUM_MAJOR
from seoulution.postgres.errors import ExtensionsMissing, HangulSearchBroken, ServerTooOld

if TYPE_CHECKING:
    import psycopg

REQUIRED_EXTENSIONS: Final = ("vector", "pg_trgm", "unaccent", "btree_gist")
OPTIONAL_EXTENSIONS: Final = ("pgcrypto",)
"""Added where the programs have them; the embedded ones, built without OpenSSL, do not."""


def require_version(connection: psycopg.Connection) -> None:
    """Refuse a server older than the product's SQL."""
    major = connection.info.server_version // 10_000
    if major < MINIMUM_MAJOR:
        raise ServerTooOld(
            f"The database server is PostgreSQL {major}; the product needs {MINIMUM_MAJOR} or newer.",
            kept="Nothing was changed.",
            next_step="Upgrade that server, name another in DATABASE_URL, or unset DATABASE_URL to use the embedded one.",
        )


def available_extensions(connection: psycopg.Connection) -> frozenset[str]:
    """Names of all extensions that this server could add to a database."""
    rows = connection.execute("SELECT name FROM pg_available_extensions").fetchall()
    return frozenset(str(name) for (name,) in rows)


def require_extensions(connection: psycopg.Connection, names: Iterable[str] = REQUIRED_EXTENSIONS) -> None:
    """Refuse a server whose programs lack an extension."""
    missing = sorted(set(names) - available_extensions(connection))
    if missing:
        raise ExtensionsMissing(
            f"This PostgreSQL does not offer: {', '.join(missing)}.",
            kept="Nothing was changed.",
            next_step=f"Install them for PostgreSQL {connection.info.server_version // 10_000} (Debian: postgresql-{MINIMUM_MAJOR} has "
            f"the contributed ones, postgresql-{MINIMUM_MAJOR}-pgvector has vector), or use the embedded programs.",
        )


def require_hangul_trigrams(connection: psycopg.Connection) -> None:
    """Refuse a database in which pg_trgm sees no letters in Hangul: every Korean search would quietly find nothing."""
    trigrams, similarity, installed = _hangul_trigrams(connection)
    if trigrams > 0 and similarity > 0:
        return
    row = connection.execute("SELECT datname, datctype FROM pg_database WHERE datname = current_database()").fetchone()
    name, ctype = row or ("?", "?")
    raise HangulSearchBroken(
        f"Trigram search finds nothing in Hangul in the database {name}: its character type is {ctype} "
        f"({'pg_trgm is installed' if installed else 'pg_trgm was tried'}, and '상수도' has {trigrams} trigrams).",
        kept="Nothing was changed.",
        next_step="Make a database with LC_CTYPE 'C.UTF-8' (or 'ko_KR.UTF-8'), such as CREATE DATABASE … TEMPLATE template0 "
        "ENCODING 'UTF8' LC_CTYPE 'C.UTF-8', and move the data into it with pg_dump and pg_restore.",
    )


def _hangul_trigrams(connection: psycopg.Connection) -> tuple[int, float, bool]:
    """Trigrams of a word, its similarity to a text with that word, and whether pg_trgm was there before we asked."""
    installed = connection.execute("SELECT true FROM pg_extension WHERE extname = 'pg_trgm'").fetchone() is not None
    with connection.transaction(force_rollback=not installed):
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        row = connection.execute("SELECT cardinality(show_trgm('상수도')), similarity('상수도', '상수도 누수 저감')").fetchone()
    return (0, 0.0, installed) if row is None else (int(row[0]), float(row[1]), installed)
