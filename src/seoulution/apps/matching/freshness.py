"""How far the catalogue has changed, asked before every search: cheap, and true whoever changed it and how."""

from dataclasses import dataclass
from typing import Final

from django.db import connection

from seoulution.apps.matching.learning import counting

_LAYING: Final = 20_140_302


@dataclass(frozen=True, slots=True)
class Mark:
    """passages : counted up by the database with each change of them
    solutions : of the rows as they lie in the table; any change of any of them makes another number
    linked : the passages of past needs that may count now
    """

    passages: str
    solutions: int
    linked: tuple[int, ...]


def solutions_mark() -> int:
    """Every version of a row has a place and a transaction of its own: their hashes together name the state of the table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT bit_xor(hashtextextended(ctid::text || xmin::text, 0)) FROM catalogue_policysolution")
        return int(cursor.fetchone()[0] or 0)


def mark() -> Mark:
    """The state of everything that a search rests on."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT value::text FROM matching_indexrevision")
        (passages,) = cursor.fetchone() or ("",)
    return Mark(passages, solutions_mark(), counting())


def alone_until_commit() -> None:
    """Whoever lays the index; who comes second waits here, finds the first one's work and keeps it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LAYING])
