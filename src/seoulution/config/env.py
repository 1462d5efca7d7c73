"""Every setting that comes from the environment, typed and in one place; defaults make a fresh checkout work."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).resolve().parents[3]


class SettingRefused(Exception):
    """A setting is missing or unsafe; the message says which variable to set."""


def env_text(name: str, default: str = "") -> str:
    """A variable as text; surrounding blanks never count."""
    return os.environ.get(name, default).strip()


def env_flag(name: str, default: bool = False) -> bool:
    """1, true, yes, on are true; 0, false, no, off and empty are false; anything else is refused."""
    raw = env_text(name).lower()
    if not raw:
        return default
    if raw in ("1", "true", "yes", "on"):
        return True
    if raw in ("0", "false", "no", "off"):
        return False
    raise SettingRefused(f"{name}={raw!r} is neither yes nor no. Set it to 1 or 0.")


def env_list(name: str, default: str = "") -> list[str]:
    """Comma-separated values."""
    return [part.strip() for part in env_text(name, default).split(",") if part.strip()]


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that holds everything this installation keeps: database, attachments, secrets, logs."""

    path: Path

    @property
    def postgres(self) -> Path:
        return self.path / "postgres"

    @property
    def attachments(self) -> Path:
        return self.path / "attachments"

    def secret(self, name: str) -> str:
        """A random secret made once and kept readable by its owner alone."""
        file = self.path / "secrets" / name
        if not file.is_file() or file.stat().st_size == 0:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            partial = file.with_name(f".{name}.{os.getpid()}.partial")
            descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w") as handle:
                handle.write(secrets.token_urlsafe(48))
            partial.replace(file)
        return file.read_text().strip()


def home() -> Home:
    """`SEOULUTION_HOME`, or `var/` of the checkout; outside a checkout, `.seoulution` in the home folder of the user."""
    named = env_text("SEOULUTION_HOME")
    if named:
        return Home(Path(named).expanduser().resolve())
    if (CHECKOUT / "pyproject.toml").is_file():
        return Home(CHECKOUT / "var")
    return Home(Path.home() / ".seoulution")
