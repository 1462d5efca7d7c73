"""Runs senders that are killed, against a server that counts, and says what became of every mail. The test and the bench share it."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.apps.correspondence.smtp import smtp_server
from tests.loaded_database import address, copied, working_on

PROGRAM: Final = Path(__file__).with_name("killed_senders.py")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How often each mail was taken by the server, and where the outbox says it is."""

    kills: int
    taken: Counter[str]
    states: dict[str, str]
    taken_after_decisions: Counter[str]

    @property
    def held(self) -> list[str]:
        return [mail for mail, state in self.states.items() if state == "held"]

    @property
    def held_though_taken(self) -> int:
        return sum(self.taken[mail] == 1 for mail in self.held)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {len(self.states)} mails: {max(self.taken.values())} time at most, {len(self.held)} held, "
            f"of which {self.held_though_taken} had arrived"
        )


def run(*, kills: int, mails: int, seed: int) -> Outcome:
    """Queues mails, has them sent by processes that die, then lets a person decide on each one held by what the server knows."""
    with copied("kills") as name, working_on(name), smtp_server() as (taken, settings):
        from seoulution.apps.accounts.models import User
        from seoulution.apps.correspondence.models import OutgoingMail
        from seoulution.apps.correspondence.services import sending
        from seoulution.apps.correspondence.transports import SmtpTransport

        manager = User.objects.create(username="kills-manager", role="manager")
        taken.seconds = 0.005
        for number in range(mails):
            sending.queue_mail(
                key=f"kill:{number}", to="kim@seoul.example", subject=f"No. {number}", body="x", why="test", language="en"
            )
        killed = _killed_senders(name, settings.port, kills, seed)
        first = Counter(taken.ids)
        states = dict(OutgoingMail.objects.values_list("message_id", "state"))
        for mail in OutgoingMail.objects.filter(state="held"):
            if first[mail.message_id]:
                sending.drop(mail, reason="the server has it", by=manager)
            else:
                sending.send_again(mail, by=manager)
                sending.send(mail.pk, SmtpTransport(settings))
        return Outcome(killed, first, states, Counter(taken.ids))


def _killed_senders(database: str, port: int, kills: int, seed: int) -> int:
    inherited = {name: value for name, value in os.environ.items() if name != "SEOULUTION_EMBEDDED_SOCKET"}
    ended = subprocess.run(
        [sys.executable, str(PROGRAM), str(port), str(kills), str(seed)],
        env={
            **inherited,
            "DATABASE_URL": address(database),
            "DJANGO_SETTINGS_MODULE": "seoulution.config.settings.test",
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode:
        raise RuntimeError(ended.stderr[-4000:])
    return int(ended.stdout.split()[-1])
