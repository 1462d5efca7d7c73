"""T12: a list that is being sent when its sign-in ends is broken off, and the other end sees that it is no whole file. Real sockets."""

import http.client
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import psycopg
import pytest
from psycopg import sql
from tests.trust.served import Site
from tests.trust.test_dropped_answers import officer, site  # noqa: F401 - the site as its own process, and somebody signed in

from seoulution.web.shared.open_downloads import LOOKS_EACH_SECONDS

pytestmark = pytest.mark.trust
ROWS: Final = 20_000
LIST: Final = "/office/engagements/?download=csv&columns=name"


@pytest.fixture(scope="module")
def long_list(site: Site) -> int:  # noqa: F811
    """More bytes than all buffers between the two ends hold together."""
    given = {
        "id": "1000000 + number",
        "code": "'long-' || number",
        "name_ko": "repeat('a', 300)",
        "name_en": "repeat('a', 300)",
    }
    with psycopg.connect(site.database) as connection:
        columns = [
            name
            for (name,) in connection.execute(
                "SELECT column_name FROM information_schema.columns "
                "WHERE table_name = 'engagements_engagement' AND is_generated = 'NEVER'"
            )
        ]
        connection.execute("ALTER TABLE engagements_engagement DISABLE TRIGGER USER")
        connection.execute(
            sql.SQL(
                "INSERT INTO engagements_engagement ({}) SELECT {} FROM (SELECT * FROM engagements_engagement "
                "WHERE withdrawn_on IS NULL LIMIT 1) one, generate_series(1, {}) number"
            ).format(
                sql.SQL(", ").join(map(sql.Identifier, columns)),
                sql.SQL(", ").join(sql.SQL(given[name]) if name in given else sql.Identifier(name) for name in columns),
                sql.Literal(ROWS),
            )
        )
    return ROWS


@contextmanager
def begun(site: Site, cookies: dict[str, str]) -> Iterator[http.client.HTTPResponse]:  # noqa: F811
    """The list asked for by somebody who reads slowly: nothing but the head was taken off the line."""
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.connect(("127.0.0.1", site.port))
        cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        head = f"GET {LIST} HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"
        line.sendall(head.encode())
        answer = http.client.HTTPResponse(line)
        answer.begin()
        assert answer.status == 200
        yield answer


def test_a_list_whose_reader_stays_signed_in_arrives_whole(site: Site, officer: dict[str, str], long_list: int) -> None:  # noqa: F811
    with begun(site, officer) as answer:
        assert answer.read().count(b"\r\nlong-") == long_list


def test_a_list_whose_sign_in_ends_meanwhile_is_broken_off(site: Site, officer: dict[str, str], long_list: int) -> None:  # noqa: F811
    with begun(site, officer) as answer:
        with psycopg.connect(site.database) as connection:
            connection.execute("UPDATE accounts_user SET session_round = session_round + 1 WHERE username = 'trusted'")
        time.sleep(LOOKS_EACH_SECONDS + 0.1)
        with pytest.raises((http.client.IncompleteRead, ConnectionResetError)):
            answer.read()
