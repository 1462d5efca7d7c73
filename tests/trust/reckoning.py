"""What became of the forms: each part of each write is counted in the database by its unique text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import psycopg
from tests.trust.writing import TOGETHER, Written

_SAID: Final = "JOIN pghistory_context c ON c.id = e.pgh_context_id WHERE c.metadata->>'reason' = %s"
PARTS: Final[dict[str, dict[str, tuple[str, int]]]] = {
    "open": {
        "the engagement": ("SELECT count(*) FROM engagements_engagement WHERE name_en = %s", 1),
        "its first stage": ("SELECT count(*) FROM engagements_stagespell WHERE reason = %s", 1),
        "its history": (f"SELECT count(*) FROM engagements_engagementevent e {_SAID}", 1),
        "the stage's history": (f"SELECT count(*) FROM engagements_stagespellevent e {_SAID}", 1),
    },
    "contact": {
        "the contact": ("SELECT count(*) FROM engagements_contact WHERE title = %s", 1),
        "its people": (
            "SELECT count(*) FROM engagements_contactperson p JOIN engagements_contact c ON c.id = p.contact_id WHERE c.title = %s",
            2,
        ),
        "its history": ("SELECT count(*) FROM engagements_contactevent WHERE title = %s", 1),
    },
    "promise": {
        "the promise": ("SELECT count(*) FROM engagements_promise WHERE text = %s", 1),
        "its history": ("SELECT count(*) FROM engagements_promiseevent WHERE text = %s", 1),
    },
    "task": {
        "the task": ("SELECT count(*) FROM engagements_task WHERE text = %s", 1),
        "its history": ("SELECT count(*) FROM engagements_taskevent WHERE text = %s", 1),
        "the notice to its owner": (
            "SELECT count(*) FROM correspondence_notice WHERE kind = 'task-given' AND parameters->>'subject' = %s",
            1,
        ),
    },
    "move": {
        "the stage": ("SELECT count(*) FROM engagements_stagespell WHERE %s IN (reason, leaving_reason)", 1),
        "the engagement's history": (f"SELECT count(*) FROM engagements_engagementevent e {_SAID}", 1),
        "the stage's history": (f"SELECT count(*) FROM engagements_stagespellevent e {_SAID}", 1),
    },
    "change_several": {"the histories": (f"SELECT count(*) FROM engagements_engagementevent e {_SAID}", TOGETHER)},
}
"""For each form what it leaves, how that is counted, and how many there are when it was done once."""
ORPHANS: Final[dict[str, str]] = {
    "engagement without a first stage": "SELECT count(*) FROM engagements_engagement g WHERE g.name_en LIKE '%%-%%-%%' AND NOT EXISTS"
    " (SELECT 1 FROM engagements_stagespell s WHERE s.engagement_id = g.id) AND g.opened_on IS NOT NULL",
    "engagement whose revision is not that of its history": "SELECT count(*) FROM engagements_engagement g WHERE g.opened_on IS NOT NULL"
    " AND g.revision <> (SELECT max(e.revision) FROM engagements_engagementevent e WHERE e.pgh_obj_id = g.id)",
    "notice of a task that is not there": "SELECT count(*) FROM correspondence_notice n WHERE n.key LIKE 'task-given:%%' AND NOT EXISTS"
    " (SELECT 1 FROM engagements_task t WHERE t.id::text = n.about_code)",
    "form marked as done that leads nowhere": "SELECT count(*) FROM accounts_submission WHERE led_to = ''",
}


@dataclass
class Reckoning:
    """What was acknowledged, and what is wrong with it, each thing in words."""

    sure: Counter[str] = field(default_factory=Counter)
    unsure_there: int = 0
    unsure_absent: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)


def reckon(connection: psycopg.Connection, written: Iterable[Written]) -> Reckoning:
    """Counts every part of every write."""
    found = Reckoning()
    for each in written:
        counts = {part: _count(connection, sql, each.mark) / once for part, (sql, once) in PARTS[each.kind].items()}
        _judge(found, each, counts)
    for what, sql in ORPHANS.items():
        if number := _count(connection, sql):
            found.half.append(f"{number} × {what}")
    return found


def _judge(found: Reckoning, each: Written, counts: dict[str, float]) -> None:
    said = f"{each.kind} {each.mark}: {counts}"
    kinds = set(counts.values())
    if each.sure:
        found.sure[each.kind] += 1
    if kinds == {0.0}:
        if each.sure:
            found.lost.append(said)
        else:
            found.unsure_absent += 1
    elif len(kinds) > 1 or any(count % 1 for count in kinds):
        found.half.append(said)
    elif kinds != {1.0}:
        found.doubled.append(said)
    elif not each.sure:
        found.unsure_there += 1


def _count(connection: psycopg.Connection, sql: str, *values: str) -> int:
    row: Sequence[int] | None = connection.execute(sql, values).fetchone()  # type: ignore[arg-type]
    assert row is not None
    return row[0]
