"""T11 with whole processes: a command that runs under a clock years ahead gives out a link; the site, whose clock is right, refuses it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.loaded_database import address, copied, working_on

from seoulution.apps.demand import links
from seoulution.apps.demand.models import StatusLink

pytestmark = pytest.mark.trust
YEARS_AHEAD: Final = 3


@pytest.fixture
def database(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """A copy that this process and the commands both work on, so that rows are committed."""
    with django_db_blocker.unblock(), copied("clock") as name, working_on(name):
        yield address(name)


@pytest.fixture(scope="module")
def faketime() -> str:
    found = shutil.which("faketime")
    if found is None:
        message = "faketime is not installed; a whole process under another clock was not tried"
        pytest.fail(message) if os.environ.get("SEOULUTION_WHOLE_TESTS") else pytest.skip(message)
    return found


def asked(database: str, home: Any, *clock: str) -> str:
    """The token that `seoulution request` prints, run under the clock."""
    said = subprocess.run(
        [*clock, sys.executable, "-m", "seoulution.cli", "request", "--city", "hanoi", "--language", "en", "--text", "Our pipes leak."],
        env={name: value for name, value in os.environ.items() if name != "SEOULUTION_EMBEDDED_SOCKET"}
        | {"DATABASE_URL": database, "SEOULUTION_HOME": str(home), "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    token = re.search(r"/c/(\S+)/", said.stdout)
    assert token, said.stdout
    return token[1]


def test_a_link_of_a_process_years_ahead_opens_nothing_now(database: str, faketime: str, tmp_path: Any) -> None:
    token = asked(database, tmp_path, faketime, "-f", f"+{YEARS_AHEAD}y")
    row = StatusLink.objects.get(token_hash=links.token_hash(token))
    assert row.issued_at > timezone.now() + timedelta(days=364 * YEARS_AHEAD), "the process did live in another year"
    assert links.link_of(token, now=timezone.now()) is None
    assert Client().get(reverse("city_portal:enter", kwargs={"token": token})).status_code == 404


def test_the_same_command_under_the_right_clock_gives_out_a_link_that_opens(database: str, tmp_path: Any) -> None:
    """The canary: it is the clock that is refused, not the command."""
    token = asked(database, tmp_path)
    assert Client().get(reverse("city_portal:enter", kwargs={"token": token})).status_code == 302
