"""`seoulution worker` does what waits, says that it lives, is told to end, and knows beside whom it stands."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from tests.loaded_database import address, copied

from seoulution.cli import main


def test_what_names_no_process_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["worker", "--beside", "nobody"]) == 1
    assert "names no process" in capsys.readouterr().err


@pytest.mark.trust
def test_a_worker_sends_what_waits_and_ends_in_good_order(django_db_setup: None, tmp_path: Path) -> None:
    with copied("worker") as name:
        inherited = {key: value for key, value in os.environ.items() if key != "SEOULUTION_EMBEDDED_SOCKET"}
        environment = {
            **inherited,
            "DATABASE_URL": address(name),
            "SEOULUTION_HOME": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "seoulution.config.settings.development",
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        }
        with psycopg.connect(address(name), autocommit=True) as connection:
            connection.execute(
                "INSERT INTO correspondence_outgoingmail"
                ' (key, "to", language, subject, body, why, message_id, state, attempts, last_error, queued_at, decision,'
                " decision_reason, about, about_code) VALUES"
                " ('k', 'kim@seoul.example', 'en', 's', 'b', 'w', '<one@here>', 'queued', 0, '', now(), '', '', '', '')"
            )
            process = subprocess.Popen([sys.executable, "-m", "seoulution.cli", "worker"], env=environment)
            try:
                until = time.monotonic() + 60
                while not (tmp_path / "mail" / "one@here.eml").exists():
                    assert process.poll() is None and time.monotonic() < until
                    time.sleep(0.1)
                assert connection.execute("SELECT count(*) FROM procrastinate_workers").fetchone() == (1,)
                process.send_signal(signal.SIGTERM)
                assert process.wait(30) == 0
                assert connection.execute("SELECT count(*) FROM procrastinate_workers").fetchone() == (0,)
            finally:
                process.kill()
                process.wait()
