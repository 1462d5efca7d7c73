"""A process that stands beside another ends soon after it, however that one ended."""

import subprocess
import sys
import time

from seoulution.config.end_with import VARIABLE
from seoulution.postgres.processes import identify

SCRIPT = "import time; from seoulution.config.end_with import end_with_named; end_with_named(); print('up', flush=True); time.sleep(60)"


def test_when_the_other_is_killed_this_one_ends() -> None:
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    named = identify(other.pid)
    assert named is not None
    environment = {VARIABLE: named.to_text(), "PYTHONPATH": ":".join(path for path in sys.path if path)}
    beside = subprocess.Popen([sys.executable, "-c", SCRIPT], env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert beside.stdout is not None and beside.stdout.readline() == "up\n"
        assert beside.poll() is None
        other.kill()
        other.wait()
        assert beside.wait(5) != 0
    finally:
        beside.kill()
        other.kill()


def test_without_a_name_nothing_is_watched() -> None:
    started = time.monotonic()
    call = "from seoulution.config.end_with import end_with_named; end_with_named()"
    assert subprocess.run([sys.executable, "-c", call], env={"PYTHONPATH": ":".join(sys.path)}, check=False).returncode == 0
    assert time.monotonic() - started < 30
