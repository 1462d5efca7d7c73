"""One question to a service, with limits: https or this machine only, no redirect, a deadline, and no endless answer."""

import ipaddress
import json
import time
from collections.abc import Mapping
from http.client import HTTPException, HTTPResponse
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from seoulution.engine.findings import Finding

MAX_ANSWER_BYTES: Final = 1024**2
_CHUNK: Final = 64 * 1024


class MachineRefused(Exception):
    """No usable text came back; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def is_loopback(url: str) -> bool:
    """Whether the address leads to this machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_safe_address(url: str) -> bool:
    """https anywhere, http on this machine only; no name or password inside, for those end up in logs."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    if not parts.hostname or parts.username is not None or parts.query or parts.fragment:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(url))


class _NoRedirect(HTTPRedirectHandler):
    """A service that moved is told, not followed: texts and key would go where nobody decided."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def posted(
    url: str, body: Mapping[str, Any], headers: Mapping[str, str], *, seconds: float, most: int = MAX_ANSWER_BYTES
) -> Any:
    """The JSON that the service answers.

    raises MachineRefused : `machine.not-safe`, `machine.not-reached`, `machine.slow`, `machine.moved`, `machine.status`,
    `machine.garbage`
    """
    if not is_safe_address(url):
        raise MachineRefused(Finding("machine.not-safe"))
    request = Request(  # noqa: S310 - https or loopback, checked above
        url, json.dumps(body).encode(), {"Content-Type": "application/json", "Accept": "application/json", **headers}
    )
    opener = build_opener(_NoRedirect, *([ProxyHandler({})] if is_loopback(url) else []))
    deadline = time.monotonic() + seconds
    try:
        with opener.open(request, timeout=seconds) as response:
            content = _read(response, deadline, most)
    except HTTPError as error:
        error.close()
        code = "machine.moved" if 300 <= error.code < 400 else "machine.status"
        raise MachineRefused(Finding(code, parameters={"status": str(error.code)})) from error
    except TimeoutError as error:
        raise MachineRefused(_slow(seconds)) from error
    except (URLError, HTTPException, OSError) as error:
        timed_out = isinstance(getattr(error, "reason", None), TimeoutError)
        raise MachineRefused(_slow(seconds) if timed_out else Finding("machine.not-reached")) from error
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise MachineRefused(Finding("machine.garbage")) from error


def _slow(seconds: float) -> Finding:
    return Finding("machine.slow", parameters={"seconds": f"{seconds:g}"})


def _read(response: HTTPResponse, deadline: float, most: int) -> bytes:
    """Piece by piece: a service that drips one byte a second is slow, one that never ends is no answer."""
    content = bytearray()
    while piece := response.read1(_CHUNK):
        content += piece
        if len(content) > most:
            raise MachineRefused(Finding("machine.garbage"))
        if time.monotonic() > deadline:
            raise TimeoutError
    return bytes(content)
