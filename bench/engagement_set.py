"""A hundred thousand engagements with two million rows of history, promises, tasks and contacts: `python -m bench.engagement_set`.

Grown by the database itself from the engagements that ship, in the home that SEOULUTION_HOME names. All of it is synthetic and says so in its names.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db.backends.utils import CursorWrapper

ENGAGEMENTS: Final = 100_000
HISTORY: Final = 2_000_000

_ENGAGEMENTS: Final = """
WITH e AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY id) - 1 AS place, name_ko, name_en, sector, lead, activity, money_flow
    FROM engagements_engagement WHERE code NOT LIKE 'synthetic-%%'
), c AS MATERIALIZED (SELECT row_number() OVER (ORDER BY id) - 1 AS place, id FROM cities_city WHERE NOT is_provider)
INSERT INTO engagements_engagement (code, name_ko, name_en, data, shipped_digest, position, city_id, sector, stage, standing, ending,
    ending_reason, ended_on, lead, activity, money_flow, client, owner_id, aim, operator, currency, is_sensitive, is_public, opened_on,
    last_contact_on, revision)
SELECT 'synthetic-' || n, '합성 협력 ' || n || ' ' || e.name_ko, 'Synthetic engagement ' || n || ' ' || e.name_en, '{}', '', 1000 + n,
    c.id,
    e.sector, (ARRAY['exchange','opportunity','training','consulting','feasibility','main_project','operation','feedback'])[1 + n %% 8],
    (ARRAY['running','planned','under_review','won','bidding','done'])[1 + n %% 6],
    CASE WHEN n %% 10 = 0 THEN 'completed' ELSE '' END, CASE WHEN n %% 10 = 0 THEN 'all was done' ELSE '' END,
    CASE WHEN n %% 10 = 0 THEN date '2025-06-01' ELSE NULL END,
    e.lead, e.activity, e.money_flow, '', CASE WHEN n %% 500 = 0 THEN %(owner)s ELSE NULL END, '', '', '', n %% 1000 = 0, false,
    date '2020-01-01' + n %% 2000, date '2024-01-01' + n %% 900, 1
FROM generate_series(1, %(count)s) n
JOIN e ON e.place = n %% (SELECT count(*) FROM e)
JOIN c ON c.place = n * 7 %% (SELECT count(*) FROM c)
"""
_HISTORY: Final = """
INSERT INTO engagements_engagementevent (pgh_created_at, pgh_label, pgh_obj_id, {columns})
SELECT now() - (k || ' days')::interval, 'update', e.id, {values}
FROM engagements_engagement e CROSS JOIN generate_series(1, %(each)s) k WHERE e.code LIKE 'synthetic-%%'
"""
_PROMISES: Final = """
INSERT INTO engagements_promise (engagement_id, side, text, promised_by, promised_to, occasion, rank, owner_id, due_on, kept_note, closed_reason, revision)
SELECT id, 'ours', 'synthetic promise', 'Seoul', 'the city', '', '', owner_id, date '2026-01-01' + (id %% 700)::int, '', '', 1
FROM engagements_engagement WHERE code LIKE 'synthetic-%%' AND id %% 2 = 0
"""
_TASKS: Final = """
INSERT INTO engagements_task (engagement_id, text, owner_id, due_on, dropped_reason, made_at, revision)
SELECT id, 'synthetic task', owner_id, date '2026-01-01' + (id %% 700)::int, '', now(), 1
FROM engagements_engagement WHERE code LIKE 'synthetic-%%' AND id %% 2 = 1
"""
_CONTACTS: Final = """
INSERT INTO engagements_contact (engagement_id, kind, state, title, starts_at, place, summary, called_off_reason, recorded_at, revision)
SELECT id, 'meeting', CASE WHEN id %% 3 = 0 THEN 'planned' ELSE 'held' END, 'synthetic meeting',
    timestamptz '2026-01-01 10:00+09' + (id %% 700) * interval '1 day', '', '', '', now(), 1
FROM engagements_engagement WHERE code LIKE 'synthetic-%%'
"""


def grow(engagements: int = ENGAGEMENTS, history: int = HISTORY) -> None:
    """Adds what is missing, then lets the database look at its tables as its own daily upkeep would."""
    from django.db import connection

    from seoulution.apps.accounts.models import User
    from seoulution.apps.engagements.models import Engagement

    if Engagement.objects.filter(code__startswith="synthetic-").count() >= engagements:
        return
    with connection.cursor() as cursor, _without_history(cursor):
        owner = User.objects.values_list("pk", flat=True).get(username="officer")
        cursor.execute(_ENGAGEMENTS, {"count": engagements, "owner": owner})
        cursor.execute("ANALYZE")  # keys are checked by plans that are made for the size the tables are known to have
        for statement in (_PROMISES, _TASKS, _CONTACTS):
            cursor.execute(statement, {})
        names = [field.column for field in Engagement._meta.fields if not field.generated]
        kept = [name for name in names if name in _columns()]
        statement = _HISTORY.format(columns=", ".join(f'"{n}"' for n in kept), values=", ".join(f'e."{n}"' for n in kept))
        cursor.execute(statement, {"each": max(1, history // engagements)})
        cursor.execute("VACUUM ANALYZE")


@contextmanager
def _without_history(cursor: CursorWrapper) -> Iterator[None]:
    """The history is written below in one go: its trigger takes ever longer the more rows one statement brings."""
    tables = ("engagement", "promise", "task", "contact")
    for table in tables:
        cursor.execute(f"ALTER TABLE engagements_{table} DISABLE TRIGGER USER")
    try:
        yield
    finally:
        for table in tables:
            cursor.execute(f"ALTER TABLE engagements_{table} ENABLE TRIGGER USER")


def _columns() -> set[str]:
    from django.apps import apps

    return {field.column for field in apps.get_model("engagements.EngagementEvent")._meta.fields}


def main() -> int:
    """Grows the database of this home."""
    from seoulution.commands.django_ready import ready

    ready()
    grow()
    return 0


if __name__ == "__main__":
    sys.exit(main())
