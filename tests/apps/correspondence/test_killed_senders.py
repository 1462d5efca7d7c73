"""A killed worker repeats no e-mail and skips none: what nobody can know is held for a person."""

import random
import sys
from typing import Any

import pytest
from tests.apps.correspondence.kills import run

pytestmark = pytest.mark.trust


def test_of_senders_killed_twenty_times_no_mail_is_taken_twice_and_none_is_missing_but_those_held(
    django_db_setup: None, django_db_blocker: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = random.randrange(10**6)
    with django_db_blocker.unblock():
        outcome = run(kills=20, mails=120, seed=seed)
    with capsys.disabled():
        sys.stdout.write(f"\n{outcome} (seed {seed})\n")
    assert outcome.kills >= 20
    assert set(outcome.states.values()) <= {"sent", "held"}, seed
    assert max(outcome.taken.values()) == 1, seed
    assert all(outcome.taken[mail] == 1 for mail, state in outcome.states.items() if state == "sent"), seed
    assert len(outcome.held) <= outcome.kills
    assert set(outcome.taken_after_decisions.values()) == {1} and len(outcome.taken_after_decisions) == len(outcome.states)
