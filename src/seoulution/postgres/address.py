"""DATABASE_URL: whose it is. An operator's is obeyed and nothing is launched; our own is how child processes find the server."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlsplit

from seoulution.postgres import launches, locks
from seoulution.postgres.layout import Layout

VARIABLE: Final = "DATABASE_URL"


def given() -> str | None:
    """The operator's DATABASE_URL; None when unset, or set by `publish` here or in the process that started us."""
    address = os.environ.get(VARIABLE)
    return address if address and not _is_ours(address) else None


def published(data_dir: Path) -> str | None:
    """The address that this process or its parent published for a data folder, while its server runs."""
    address = os.environ.get(VARIABLE)
    layout = Layout.of(data_dir)
    launch = launches.read(layout)
    if address and launch and _socket(address) == launch.socket and locks.is_held(layout.server_lock):
        return address
    return None


def publish(address: str) -> None:
    """Let the children of this process use the server without a lease of their own, for as long as we have ours."""
    os.environ[VARIABLE] = address
    os.environ[_MARK] = str(_socket(address))


_MARK: Final = "SEOULUTION_EMBEDDED_SOCKET"


def _is_ours(address: str) -> bool:
    return os.environ.get(_MARK) == str(_socket(address))


def _socket(address: str) -> Path | None:
    hosts = parse_qs(urlsplit(address).query).get("host")
    return Path(hosts[0]) if hosts else None
