"""T32 in short: people write while launcher, web process and worker are killed; nothing is lost, doubled or half there. `bench.write_kills` kills a hundred."""

from typing import Any, Final

import psycopg
import pytest
from tests.loaded_database import address, copied
from tests.trust.killed_site import Part
from tests.trust.write_kills import Outcome, run

ORDER: Final = (Part.WEB, Part.WEB, Part.WORKER, Part.LAUNCHER, Part.WORKER, Part.WEB)
"""Two web processes within seconds: the server once took that for a fault of the site, and ended."""


@pytest.fixture(scope="module")
def outcome(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Six kills while three connections write."""
    with django_db_blocker.unblock(), copied("write_kills") as name:
        database = address(name)
        home = tmp_path_factory.mktemp("killed")
        return run(home, {"DATABASE_URL": database}, lambda: psycopg.connect(database), order=ORDER, writers=3, seed=3)


def test_what_was_acknowledged_is_there_once_and_whole(outcome: Outcome) -> None:
    found = outcome.reckoning
    assert (found.lost, found.doubled, found.half, outcome.wrong) == ([], [], [], [])
    assert set(found.sure) == {"open", "contact", "promise", "task", "move", "change_several"}, "every form was sent"
    assert outcome.pressed_again > 0, "connections broke"


def test_the_site_comes_back_by_itself(outcome: Outcome) -> None:
    """Only the launcher has to be started again; it is not by its own will that it ends."""
    assert outcome.by_hand == 0
    assert {part: len(seconds) for part, seconds in outcome.away.items()} == {Part.WEB: 3, Part.WORKER: 2, Part.LAUNCHER: 1}


def test_digests_that_became_due_are_written_once_and_no_mail_leaves_twice(outcome: Outcome) -> None:
    assert len(outcome.digests) == 6 and outcome.digests_wrong == []
    assert (outcome.mails_doubled, outcome.mails_lost) == (0, 0)
