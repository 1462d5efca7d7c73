"""T16: production starts only with real secrets and named hosts, and then has nothing that Django warns of."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

pytestmark = pytest.mark.trust

GOOD: Final = {
    "DATABASE_URL": "postgresql://seoulution:secret@127.0.0.1/seoulution",
    "SECRET_KEY": "q8Zc3nV1xT7bK5wR9yP2mL4sD6fG0hJ8aE3uI5oN7tY1cX9vB2zM4kQ6rW8pS0d",
    "ALLOWED_HOSTS": "policy.seoul.example",
}


def run(tmp_path: Path, *words: str, **changes: str | None) -> subprocess.CompletedProcess[str]:
    """A management word in production settings, with an environment of its own."""
    environment = {**GOOD, "SEOULUTION_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "seoulution.config.settings.production"}
    environment |= {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    environment |= {name: value for name, value in changes.items() if value is not None}
    for name in [name for name, value in changes.items() if value is None]:
        del environment[name]
    return subprocess.run(
        [sys.executable, "-m", "django", *words], env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_deployment_check_finds_nothing(tmp_path: Path) -> None:
    """`check --deploy` with warnings counted as failures."""
    done = run(tmp_path, "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SECRET_KEY", None, "SECRET_KEY"),
        ("SECRET_KEY", "short", "SECRET_KEY"),
        ("SECRET_KEY", "django-insecure-" + "x" * 60, "SECRET_KEY"),
        ("SECRET_KEY", "only-for-tests-never-in-production-and-long-enough-to-pass", "SECRET_KEY"),
        ("ALLOWED_HOSTS", None, "ALLOWED_HOSTS"),
        ("ALLOWED_HOSTS", "policy.seoul.example,*", "ALLOWED_HOSTS"),
        ("DEBUG", "1", "DEBUG"),
        ("DEBUG", "true", "DEBUG"),
        ("DATABASE_URL", "mysql://localhost/x", "DATABASE_URL"),
    ],
)
def test_an_unsafe_setting_stops_the_start_and_names_itself(tmp_path: Path, name: str, value: str | None, said: str) -> None:
    """One clear line that says which variable to set."""
    done = run(tmp_path, "check", **{name: value})
    assert done.returncode != 0
    refusal = done.stderr.strip().splitlines()[-1]
    assert "SettingRefused" in refusal and said in refusal


def test_a_canary_with_a_loosened_setting_is_found_by_the_check(tmp_path: Path) -> None:
    """The check would see a cookie sent in the clear: run once with the flag off, it must fail."""
    loose = tmp_path / "loosened.py"
    loose.write_text("from seoulution.config.settings.production import *\nSESSION_COOKIE_SECURE = False\n")
    done = run(
        tmp_path,
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        DJANGO_SETTINGS_MODULE="loosened",
        PYTHONPATH=os.pathsep.join([str(tmp_path), *(path for path in sys.path if path)]),
    )
    assert done.returncode != 0 and "SESSION_COOKIE_SECURE" in done.stderr
