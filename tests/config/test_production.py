"""Production starts only with real secrets and named hosts; each refusal names the variable. Each start is its own process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = {
    "SECRET_KEY": "k3y-" * 20,
    "ALLOWED_HOSTS": "policy.example",
    "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
}
"""The database is only named, never opened, while the refusals are decided."""


def start(tmp_path: Path, **changes: str) -> tuple[int, str]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "LANG", "HOME")}
    environment = {**kept, **GOOD, "SEOULUTION_HOME": str(tmp_path), **changes}
    done = subprocess.run(
        [sys.executable, "-c", "import seoulution.config.settings.production"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"SECRET_KEY": ""}, "Set SECRET_KEY", id="no secret"),
        pytest.param({"SECRET_KEY": "short"}, "Set SECRET_KEY", id="a short secret"),
        pytest.param({"SECRET_KEY": "django-insecure-" + "x" * 60}, "Set SECRET_KEY", id="a default of Django"),
        pytest.param({"SECRET_KEY": "only-for-tests-never-in-production" * 2}, "Set SECRET_KEY", id="the secret of the tests"),
        pytest.param({"ALLOWED_HOSTS": ""}, "Set ALLOWED_HOSTS", id="no host"),
        pytest.param({"ALLOWED_HOSTS": "*"}, "Set ALLOWED_HOSTS", id="any host"),
        pytest.param({"DEBUG": "1"}, "Remove DEBUG", id="debug"),
    ],
)
def test_an_unsafe_setting_stops_the_start_by_name(changes: dict[str, str], said: str, tmp_path: Path) -> None:
    code, error = start(tmp_path, **changes)
    assert code != 0
    assert "SettingRefused" in error
    assert said in error


def test_good_settings_pass_every_refusal(tmp_path: Path) -> None:
    """What then stops this start, if anything, is the database that is not there."""
    assert "SettingRefused" not in start(tmp_path)[1]
