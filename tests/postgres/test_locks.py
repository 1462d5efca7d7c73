"""File locks: seen by others, let go by the kernel, inherited by children."""

import os
import subprocess
import sys

import pytest

from seoulution.postgres import locks
from seoulution.postgres.errors import Busy
from seoulution.postgres.processes import this_process


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "pg" / "run"
    folder.mkdir(parents=True)
    return folder / "some.lock"


def test_a_lock_is_held_within_its_block_and_excludes_others(path):
    assert not locks.is_held(path)
    with locks.exclusive(path, seconds=1):
        assert locks.is_held(path)
        with pytest.raises(Busy, match="Nothing was changed"), locks.exclusive(path, seconds=0.05):
            pass
    assert not locks.is_held(path)


def test_a_killed_holder_lets_go(path):
    code = "import fcntl, sys, time; f = open(sys.argv[1], 'w'); fcntl.flock(f, fcntl.LOCK_EX); print('held', flush=True); time.sleep(60)"
    holder = subprocess.Popen([sys.executable, "-c", code, path], stdout=-1, text=True)
    assert holder.stdout.readline() == "held\n"
    assert locks.is_held(path)
    holder.kill()
    holder.wait()
    holder.stdout.close()
    assert not locks.is_held(path)


def test_a_lock_handed_to_a_child_lives_as_long_as_the_child(path):
    descriptor = locks.open_lock(path)
    assert locks.try_lock(descriptor)
    child = subprocess.Popen(["sleep", "60"], pass_fds=(descriptor,))
    os.close(descriptor)
    assert locks.is_held(path)
    child.kill()
    child.wait()
    assert not locks.is_held(path)


def test_the_signer_is_named_only_while_the_lock_is_held(path):
    descriptor = locks.open_lock(path)
    locks.sign(descriptor)
    assert locks.signer(path) is None
    assert locks.try_lock(descriptor)
    assert locks.signer(path) == this_process()
    os.close(descriptor)
    assert locks.signer(path) is None
