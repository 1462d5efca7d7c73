"""Every setting that comes from the environment, typed and in one place; defaults make a fresh checkout work."""

import os
import secrets
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

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


@dataclass(frozen=True, slots=True)
class OpenIdProvider:
    """The city hall's own sign-in. `has_second_factor`: it asks for one itself, so that we do not ask again."""

    issuer: str
    client: str
    secret: str
    name: str
    has_second_factor: bool


def open_id_provider() -> OpenIdProvider | None:
    """`OIDC_ISSUER`, `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET`, `OIDC_NAME`, `OIDC_HAS_SECOND_FACTOR`; None while no issuer is set."""
    issuer = env_text("OIDC_ISSUER").rstrip("/")
    if not issuer:
        return None
    parts = urlsplit(issuer)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost", "::1")):
        raise SettingRefused("OIDC_ISSUER is not an https address. Set OIDC_ISSUER to the https address of the sign-in.")
    client, secret = env_text("OIDC_CLIENT_ID"), env_text("OIDC_CLIENT_SECRET")
    if not client or not secret:
        missing = "OIDC_CLIENT_SECRET" if client else "OIDC_CLIENT_ID"
        raise SettingRefused(f"OIDC_ISSUER is set, {missing} is not. Set both, or neither.")
    return OpenIdProvider(issuer, client, secret, env_text("OIDC_NAME", "OpenID"), env_flag("OIDC_HAS_SECOND_FACTOR"))


def trusted_proxies() -> tuple[IPv4Network | IPv6Network, ...]:
    """`TRUSTED_PROXIES`: addresses or networks whose `X-Forwarded-For` is believed; none by default."""
    try:
        return tuple(ip_network(written) for written in env_list("TRUSTED_PROXIES"))
    except ValueError as refused:
        raise SettingRefused(f"TRUSTED_PROXIES: {refused}. Set it to addresses or networks, with commas between.") from None


def home() -> Home:
    """`SEOULUTION_HOME`, or `var/` of the checkout; outside a checkout, `.seoulution` in the home folder of the user."""
    named = env_text("SEOULUTION_HOME")
    if named:
        return Home(Path(named).expanduser().resolve())
    if (CHECKOUT / "pyproject.toml").is_file():
        return Home(CHECKOUT / "var")
    return Home(Path.home() / ".seoulution")
