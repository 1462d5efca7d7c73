"""The small command line."""

import subprocess

from seoulution.postgres import acquire, binaries, status
from seoulution.postgres.__main__ import main


def test_status_tells_what_runs_and_stop_stops_it(folder, capsys):
    assert main(["status", str(folder)]) == 3
    assert "not running" in capsys.readouterr().out
    with acquire(folder) as lease:
        assert main(["status", str(folder)]) == 0
        said = capsys.readouterr().out
        assert f"process {status(folder).pid}" in said
        assert lease.server.url.split(":")[2].split("@")[0] not in said
        assert main(["stop", str(folder)]) == 0
        assert not status(folder).running


def test_psql_runs_a_query(folder, capfd):
    assert binaries.find().program("psql").is_file()
    assert main(["psql", str(folder), "-Atc", "SELECT current_user || ' 서울'"]) == 0
    assert capfd.readouterr().out == "seoulution 서울\n"


def test_a_refusal_is_printed_without_a_traceback(folder, capsys):
    (folder / "cluster" / "PG_VERSION").write_text("17\n")
    assert main(["psql", str(folder)]) == 1
    assert "made by PostgreSQL 17" in capsys.readouterr().err


def test_help_names_the_commands():
    import sys

    done = subprocess.run([sys.executable, "-m", "seoulution.postgres", "--help"], capture_output=True, text=True, check=False)
    assert "status" in done.stdout
