"""A process is its pid and its start, in this boot."""

import os
import subprocess
import time
from dataclasses import replace

from seoulution.postgres.processes import Process, identify, start_time, this_process, works_in


def test_the_running_process_is_alive_and_reads_back_from_its_text():
    me = this_process()
    assert me.pid == os.getpid()
    assert me.is_alive
    assert Process.from_text(me.to_text()) == me


def test_a_recycled_pid_or_another_boot_is_not_the_same_process():
    me = this_process()
    assert not replace(me, started=me.started - 1).is_alive
    assert not replace(me, boot="an earlier one").is_alive


def test_a_zombie_is_dead():
    process = subprocess.Popen(["sleep", "60"])
    life = identify(process.pid)
    assert life is not None and life.is_alive
    process.kill()
    time.sleep(0.1)
    assert os.path.isdir(f"/proc/{process.pid}")  # noqa: PTH112 - listed until waited for
    assert not life.is_alive
    assert start_time(process.pid) is None
    process.wait()


def test_a_process_whose_name_has_brackets_and_spaces_is_read_rightly(tmp_path):
    program = tmp_path / "a ) (b"
    program.symlink_to("/bin/sleep")
    process = subprocess.Popen([program, "60"])
    life = identify(process.pid)
    assert life is not None
    assert this_process().started <= life.started
    process.kill()
    process.wait()


def test_a_half_written_text_names_nobody():
    for text in ("", "12", "12 34", "12 x boot", "a 1 b"):
        assert Process.from_text(text) is None


def test_a_process_that_merely_stands_in_a_folder_is_no_server(tmp_path):
    process = subprocess.Popen(["sleep", "60"], cwd=tmp_path)
    assert not works_in(process.pid, tmp_path)
    process.kill()
    process.wait()
