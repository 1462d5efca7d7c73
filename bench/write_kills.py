"""`seoulution up` killed a hundred times while people write: what was lost, doubled or half there (nothing may be), and how soon it answers again.

Launcher, web process, job worker and database server are killed (-9) in random order at random moments, 25 times each. Four
connections of one session fill real office forms all the while, and press again when the connection breaks. `python -m bench
write_kills`
"""

import random
import tempfile
from pathlib import Path
from typing import Final

import psycopg

from bench.table import Row, median

KILLS_OF_EACH: Final = 25
WRITERS: Final = 4
SEED: Final = 7
GOAL_SECONDS: Final = 3.0


def measured() -> list[Row]:
    """On a database of its own, from an empty home folder."""
    from tests.trust.killed_site import Part
    from tests.trust.write_kills import run

    order = [part for part in Part for _ in range(KILLS_OF_EACH)]
    random.Random(SEED).shuffle(order)
    with tempfile.TemporaryDirectory(prefix="seoulution-bench-") as folder:
        home = Path(folder)
        outcome = run(home, {}, lambda: _connected(home), order=order, writers=WRITERS, seed=SEED)
    found = outcome.reckoning
    sure = ", ".join(f"{number} × {kind.replace('_', ' ')}" for kind, number in sorted(found.sure.items()))
    rows = [
        Row("acknowledged writes lost", len(found.lost), "writes", 0, note=f"of {found.sure.total()}: {sure}"),
        Row("writes made twice", len(found.doubled), "writes", 0, note=f"pressed again {outcome.pressed_again} times"),
        Row(
            "writes half there",
            len(found.half),
            "writes",
            0,
            note=f"given up after a broken connection: {found.unsure_there} there, {found.unsure_absent} not",
        ),
        Row("answers that no person should get", len(outcome.wrong), "answers", 0, note="; ".join(outcome.wrong)[:300]),
        Row("digests not written exactly once", len(outcome.digests_wrong), "digests", 0, note=f"of {len(outcome.digests)}"),
        Row("mails taken twice, or never though marked as sent", outcome.mails_doubled + outcome.mails_lost, "mails", 0),
        Row("mails held for a person", outcome.held, "mails", note="the worker was killed while the mail server took them"),
        Row("launchers that ended by themselves", outcome.by_hand, "times", 0),
    ]
    for part, seconds in sorted(outcome.away.items()):
        what = "is there again" if part is Part.WORKER else "the site answers again"
        note = f"median of {len(seconds)}; max {max(seconds):.1f} s; goal {GOAL_SECONDS:.0f}"
        rows.append(Row(f"{part} killed: {what} after", median(seconds), "s", note=note))
    rows.append(Row("a person waits for an answer, kills included: median", median(list(outcome.waits)) * 1000, "ms"))
    rows.append(Row("… longest", outcome.waits[-1], "s"))
    return rows


def _connected(home: Path) -> psycopg.Connection:
    """Without a lease, which would keep the database server going after the launcher was killed."""
    from seoulution.postgres import credentials, databases, launches
    from seoulution.postgres.layout import Layout

    layout = Layout.of(home / "postgres")
    launch, passwords = launches.read(layout), credentials.read(layout.credentials)
    if launch is None or passwords is None:
        raise psycopg.OperationalError("the database server is just being stopped or started")
    return psycopg.connect(databases.application_url(launch.socket, passwords, "seoulution"))
