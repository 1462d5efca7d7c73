"""5,000 solutions in two languages for the load of the search: what ships, and copies that differ in words and vectors.

`SEOULUTION_HOME=… python -m bench.search_set` grows the catalogue of that home, which must be one for measuring only. Every passage
of a copy is the shipped one with a third of its words exchanged for others of the same language, and its vectors turned
by noise. Vectors made so say nothing about quality; the time of a search does not depend on what they mean.
"""

import random
import sys
from collections.abc import Iterator
from typing import Any, Final

import numpy as np

SOLUTIONS: Final = 5_000
_NOISE: Final = 0.6
"""Length of the noise beside a unit vector: copies then stand as far from each other as shipped solutions of one sector do."""
_EXCHANGED: Final = 0.33


def grow(wanted: int = SOLUTIONS) -> int:
    """Adds copies until `wanted` solutions are on offer; returns how many passages there are then."""
    import pgtrigger
    from django.db import connection, transaction

    from seoulution.apps.catalogue.models import PolicySolution
    from seoulution.apps.matching.models import Passage
    from seoulution.apps.matching.services import index_terms

    shipped = list(PolicySolution.objects.offered().order_by("pk"))
    missing = wanted - len(shipped)
    if missing > 0:
        passages = {row.pk: list(row.passages.order_by("pk")) for row in shipped}
        dice = random.Random(2014)
        pool = {code: _words(passages, code) for code in ("ko", "en")}
        with transaction.atomic(), pgtrigger.ignore():
            sources = [shipped[number % len(shipped)] for number in range(missing)]
            PolicySolution.objects.bulk_create([_copy(row, number) for number, row in enumerate(sources, 1)], batch_size=500)
            made = dict(PolicySolution.objects.filter(code__contains="-copy-").values_list("code", "pk"))
            _copied(
                (made[_code(row, number)], passage, pool, dice)
                for number, row in enumerate(sources, 1)
                for passage in passages[row.pk]
            )
        _announce()
        index_terms()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return Passage.objects.count()


def _announce() -> None:
    """Copies are laid without triggers; one passage replaced as usual tells running processes that something changed."""
    from seoulution.apps.matching.models import Passage

    first = Passage.objects.order_by("pk")[0]
    replaced, first.pk = first.pk, None
    first.save()
    Passage.objects.filter(pk=replaced).delete()


def _words(passages: dict[int, list[Any]], language: str) -> list[str]:
    return [word for rows in passages.values() for row in rows if row.language == language for word in row.text.split()]


def _code(row: Any, number: int) -> str:
    return f"{row.code}-copy-{number}"


def _copy(row: Any, number: int) -> Any:
    from seoulution.apps.catalogue.models import PolicySolution

    values = {field.attname: getattr(row, field.attname) for field in PolicySolution._meta.concrete_fields}
    del values["id"]
    names = {"name_ko": f"{row.name_ko} {number}", "name_en": f"{row.name_en} {number}"}
    return PolicySolution(**{**values, "code": _code(row, number), **names})


def _copied(rows: Iterator[tuple[int, Any, dict[str, list[str]], random.Random]]) -> None:
    """Straight into the table: as statements, 350 MB of vectors would take many minutes."""
    from django.db import connection
    from pgvector.psycopg import register_vector
    from psycopg.types.json import Jsonb

    noise = np.random.default_rng(2014)
    raw = connection.connection
    register_vector(raw)
    columns = "solution_id, language, text, weight, digest, concepts, e5, use"
    types = ["int8", "varchar", "text", "float8", "varchar", "jsonb", "vector", "vector"]
    with raw.cursor() as cursor, cursor.copy(f"COPY matching_passage ({columns}) FROM STDIN (FORMAT BINARY)") as copy:
        copy.set_types(types)
        for solution, passage, pool, dice in rows:
            words = [
                dice.choice(pool[passage.language]) if dice.random() < _EXCHANGED else word for word in passage.text.split()
            ]
            vectors = [_turned(np.asarray(vector, dtype=np.float32), noise) for vector in (passage.e5, passage.use)]
            copy.write_row(
                (solution, passage.language, " ".join(words), passage.weight, "copy", Jsonb(passage.concepts), *vectors)
            )


def _turned(vector: Any, noise: np.random.Generator) -> Any:
    step = noise.normal(size=len(vector)).astype(np.float32)
    turned = vector + _NOISE * step / np.linalg.norm(step)
    return turned / np.linalg.norm(turned)


def main() -> int:
    """Grows the catalogue of `SEOULUTION_HOME`, and refuses to touch the usual one."""
    import os

    if "SEOULUTION_HOME" not in os.environ:
        print("Set SEOULUTION_HOME to a folder for measuring; the usual catalogue is not touched.", file=sys.stderr)
        return 1
    from seoulution.commands.django_ready import ready

    ready()
    print(f"{grow():,} passages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
