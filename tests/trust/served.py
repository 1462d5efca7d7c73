"""The site as its own process on a copy of the loaded database, and a small client that behaves like a browser without script."""

import html
import http.client
import os
import re
import socket
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.loaded_database import address, copied

READY_SECONDS: Final = 60


@dataclass(frozen=True, slots=True)
class Site:
    """Where it answers, where its data is, what it logged."""

    port: int
    database: str
    log: Path
    environment: Mapping[str, str]

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What is committed, seen by another connection."""
        import psycopg

        with psycopg.connect(self.database) as connection:
            return connection.execute(query, values).fetchall()  # type: ignore[arg-type]


@contextmanager
def served(home: Path) -> Iterator[Site]:
    """Starts granian as in life, ends it afterwards; the copy of the database is dropped."""
    with copied("trust") as name:
        database, port, log = address(name), free_port(), home / "site.log"
        inherited = {name: value for name, value in os.environ.items() if name != "SEOULUTION_EMBEDDED_SOCKET"}
        environment = {
            **inherited,
            "DATABASE_URL": database,
            "SEOULUTION_HOME": str(home),
            "DJANGO_SETTINGS_MODULE": "seoulution.config.settings.development",
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        }
        command = ["granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--blocking-threads", "4"]
        command = [str(Path(sys.executable).with_name(command[0])), *command[1:], "seoulution.config.wsgi:application"]
        with log.open("w") as written:
            process = subprocess.Popen(command, env=environment, stdout=written, stderr=written)
            try:
                _wait(port, process, log)
                yield Site(port, database, log, environment)
            finally:
                process.terminate()
                with suppress(subprocess.TimeoutExpired):
                    process.wait(15)
                process.kill()
                process.wait(5)


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        with suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", "/health")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.1)
    raise RuntimeError(f"the site did not start:\n{log.read_text()[-4000:]}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    location: str
    text: str


@dataclass
class Browser:
    """Cookies, forms with their hidden fields, and nothing that a dropped connection could lose twice."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        return self._send("GET", path, None)

    def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        """Raises ConnectionError or HTTPException when no answer came."""
        return self._send("POST", path, urllib.parse.urlencode(fields))

    def hidden(self, path: str, *, action: str = "") -> dict[str, str]:
        """The hidden fields of the form on the page that sends to `action`; the whole page's first ones without."""
        return self.fields_of(self.get(path).text, action=action)

    @staticmethod
    def fields_of(page: str, *, action: str = "", having: str = "submission") -> dict[str, str]:
        """The hidden fields of a page's first form that has a field of that name, and sends to `action` where one is named."""
        forms = re.findall(r"<form[^>]*>.*?</form>", page, re.DOTALL)
        chosen = next(form for form in forms if f'name="{having}"' in form and (not action or f'action="{action}"' in form))
        inputs = re.findall(r'<input[^>]*type="hidden"[^>]*>', chosen)
        pairs = ((re.search(r'name="([^"]*)"', one), re.search(r'value="([^"]*)"', one)) for one in inputs)
        return {name[1]: html.unescape(value[1]) if value else "" for name, value in pairs if name}

    def _send(self, method: str, path: str, body: str | None) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Connection": "close"}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{self.port}"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with closing(connection):
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            text = response.read().decode("utf-8", "replace")
        for one in response.headers.get_all("Set-Cookie") or []:
            name, _, value = one.split(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(response.status, response.headers.get("Location", ""), text)
