"""People write, parts of the site are killed at random moments, and at the end everything is counted. The journey and the bench share it."""

import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import psycopg
from tests.apps.correspondence.smtp import Taken, smtp_server
from tests.trust.killed_site import KilledSite, Part, site_to_kill
from tests.trust.reckoning import Reckoning, reckon
from tests.trust.served import Browser
from tests.trust.writing import Person, Written, signed_in

PROGRAM: Final = Path(__file__).with_name("people_of_kills.py")
DUE_AT_ONCE: Final = 2
"""People whose digest becomes due before each kill that ends the worker."""
SETTLED_SECONDS: Final = 90.0
"""What the last worker needs at most: mail of a killed one is looked after each minute."""


@dataclass
class Outcome:
    """What was done, how long it was away, and what became of every write, digest and mail."""

    away: Mapping[Part, list[float]]
    by_hand: int
    written: Sequence[Written]
    pressed_again: int
    waits: Sequence[float]
    wrong: Sequence[str]
    reckoning: Reckoning
    digests: Mapping[str, int]
    taken: Counter[str]
    states: Mapping[str, str]

    @property
    def mails_doubled(self) -> int:
        return sum(count > 1 for count in self.taken.values())

    @property
    def mails_lost(self) -> int:
        """Said to be sent, and the server never had it."""
        return sum(state == "sent" and not self.taken[mail] for mail, state in self.states.items())

    @property
    def digests_wrong(self) -> list[str]:
        """People who did not get exactly one digest of what was due."""
        return [who for who, count in self.digests.items() if count != 1]

    @property
    def held(self) -> int:
        return sum(state == "held" for state in self.states.values())


@dataclass
class _Run:
    site: KilledSite
    connect: Callable[[], psycopg.Connection]
    chance: random.Random
    people: list[str]
    due: list[str] = field(default_factory=list)
    away: dict[Part, list[float]] = field(default_factory=dict)

    def kill(self, part: Part) -> None:
        """One kill, after a random while."""
        time.sleep(self.chance.uniform(0.0, 1.5))
        if part in (Part.WORKER, Part.LAUNCHER):
            self._make_due()
        seconds = self.site.kill(part)
        while seconds is None:  # it is just being started again
            time.sleep(0.05)
            seconds = self.site.kill(part)
        self.away.setdefault(part, []).append(seconds)

    def _make_due(self) -> None:
        """The clock goes on for some colleagues: their notices are from before the slot of the digest that has begun."""
        chosen, self.people = self.people[:DUE_AT_ONCE], self.people[DUE_AT_ONCE:]
        sql = "UPDATE correspondence_notice SET at = at - interval '2 days' WHERE user_id = (SELECT id FROM accounts_user WHERE username = %s)"
        with suppress(psycopg.OperationalError), self.connect() as connection:
            for who in chosen:
                connection.execute(sql, [who])
            self.due += chosen


def run(
    home: Path,
    environment: Mapping[str, str],
    connect: Callable[[], psycopg.Connection],
    *,
    order: Sequence[Part],
    writers: int,
    seed: int,
) -> Outcome:
    """Kills the parts in that order while `writers` connections of one session write.

    connect : a connection to the site's database that is no reason for its server to go on
    """
    with smtp_server() as (taken, settings):
        taken.seconds = 0.02
        mail = {"SEOULUTION_SMTP_HOST": settings.host, "SEOULUTION_SMTP_PORT": str(settings.port)}
        with site_to_kill(home, {**environment, **mail}) as site:
            password, colleagues, people = _people(site, len(order) * DUE_AT_ONCE)
            cookies = signed_in(site.port, "kills-writer", password).cookies
            stop = threading.Event()
            staff = [
                Person(number, Browser(site.port, dict(cookies)), colleagues, random.Random(seed * 100 + number), stop)
                for number in range(writers)
            ]
            going = _Run(site, connect, random.Random(seed), people)
            with _at_work(staff, stop):
                for part in order:
                    going.kill(part)
                time.sleep(1.0)
            _settle(connect, going)
            with connect() as connection:
                return _outcome(connection, going, staff, taken)


@contextmanager
def _at_work(staff: Sequence[Person], stop: threading.Event) -> Iterator[None]:
    """They prepare, then write during the block; each ends with an answer to its last form."""
    threads = [threading.Thread(target=person.work, name=f"person-{person.number}") for person in staff]
    for thread in threads:
        thread.start()
    try:
        while any(thread.is_alive() and not person.written for thread, person in zip(threads, staff, strict=True)):
            time.sleep(0.05)
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def _people(site: KilledSite, many: int) -> tuple[str, tuple[str, str], list[str]]:
    """The writer's one-time password, the sign-in names of two colleagues, and people with unread news."""
    ended = subprocess.run(
        [sys.executable, str(PROGRAM), str(many)], env=dict(site.environment), capture_output=True, text=True, check=False
    )
    if ended.returncode:
        raise RuntimeError(ended.stderr[-4000:])
    password, first, second, *people = ended.stdout.split()
    return password, (first, second), people


def _settle(connect: Callable[[], psycopg.Connection], going: _Run) -> None:
    """The last worker does what is left: it begins with mails whose process is gone once those are ten seconds old."""
    until = time.monotonic() + SETTLED_SECONDS
    with connect() as connection:
        while time.monotonic() < until:
            digests, states = _digests(connection, going.due), _states(connection)
            if all(digests.values()) and not {"queued", "sending"} & set(states.values()):
                return
            time.sleep(0.5)


def _digests(connection: psycopg.Connection, due: Sequence[str]) -> dict[str, int]:
    sql = (
        "SELECT count(*) FROM correspondence_outgoingmail m JOIN accounts_user u ON u.id = m.user_id"
        " WHERE u.username = %s AND m.key LIKE 'digest:%%'"
        " AND NOT EXISTS (SELECT 1 FROM correspondence_notice n WHERE n.user_id = u.id AND n.mail_id IS DISTINCT FROM m.id)"
    )
    return {who: connection.execute(sql, [who]).fetchone()[0] for who in due}  # type: ignore[index]


def _states(connection: psycopg.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT message_id, state FROM correspondence_outgoingmail").fetchall())


def _outcome(connection: psycopg.Connection, going: _Run, staff: Sequence[Person], taken: Taken) -> Outcome:
    written = [each for person in staff for each in person.written]
    return Outcome(
        away=going.away,
        by_hand=going.site.by_hand,
        written=written,
        pressed_again=sum(person.pressed_again for person in staff),
        waits=sorted(wait for person in staff for wait in person.waits),
        wrong=[f"person {person.number}: {what}" for person in staff for what in person.wrong],
        reckoning=reckon(connection, written),
        digests=_digests(connection, going.due),
        taken=taken.ids,
        states=_states(connection),
    )
