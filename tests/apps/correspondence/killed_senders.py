"""A process whose children send the outbox and are killed (-9) at random moments. Run as a program: DELIVERY PORT, KILLS, SEED.

It imports once and forks: a child does what the worker's job does, over its own connection, and knows nothing of its end.
"""

import os
import random
import signal
import sys
import time
from datetime import timedelta


def send_all(port: int, begun: int | None = None) -> None:
    """What the worker does each minute, until nothing is due; `begun` is told when the first mail is about to leave."""
    from django.utils import timezone

    from seoulution.apps.correspondence.services import sending
    from seoulution.apps.correspondence.transports import SmtpTransport
    from seoulution.config.mail import SmtpSettings, Tls

    way = SmtpTransport(SmtpSettings("127.0.0.1", port, Tls.NONE, timeout=10))
    sending.look_after_the_lost(way, grace=timedelta(0))
    waiting = sending.due(timezone.now())
    if begun is not None:
        os.write(begun, b".")
    for mail in waiting:
        sending.send(mail, way)


def main(port: int, kills: int, seed: int) -> None:
    """Kills child after child, then lets one finish; prints how many died at work."""
    import django

    django.setup()
    chance = random.Random(seed)
    killed = 0
    while killed < kills:
        hears, says = os.pipe()
        child = os.fork()
        if child == 0:
            send_all(port, says)
            signal.pause()  # all sent: it waits for its end like a worker
        os.close(says)
        os.read(hears, 1)
        os.close(hears)
        time.sleep(chance.uniform(0, 0.08))
        os.kill(child, signal.SIGKILL)
        killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    time.sleep(0.2)
    send_all(port)
    sys.stdout.write(f"{killed}\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
