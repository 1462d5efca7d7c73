"""Senders killed a hundred times: how many mails the server took twice (none may be), and how many are left for a person to decide.

Bound: a kill can leave at most the one mail that it interrupted.
"""

import os

import django

from bench.table import Row


def measured() -> list[Row]:
    """A hundred kills (-9) at random moments of children that send 600 mails to a server that counts."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "seoulution.config.settings.test")
    django.setup()
    from tests.apps.correspondence.kills import run

    outcome = run(kills=100, mails=600, seed=4)
    sent = [mail for mail, state in outcome.states.items() if state == "sent"]
    return [
        Row(
            "mails the server took more than once",
            sum(count > 1 for count in outcome.taken.values()),
            "mails",
            0,
            note=str(outcome),
        ),
        Row("mails marked as sent that the server never took", sum(not outcome.taken[mail] for mail in sent), "mails", 0),
        Row("mails held for a person", len(outcome.held), "mails", outcome.kills),
        Row("mails missing after the person decided", len(outcome.states) - len(outcome.taken_after_decisions), "mails", 0),
    ]
