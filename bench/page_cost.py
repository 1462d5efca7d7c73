"""Processor time of a page, in the web process and in the database. Bound: a bare Django view that answers the same bytes.

The bare view passes the same middleware, session and account, so the ratio says what our own layer costs.
"""

import io
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.table import Row, median

BATCHES, REQUESTS = 7, 12
CATALOGUE = 5_000
WORKSPACE = "/office/requests/metro-manila-2013/"

_same_bytes = b""
urlpatterns: list[Any] = []
"""While the bound is measured, the only page of the site."""


def measured() -> list[Row]:
    """Public pages and the workspace with what ships, then the list of solutions with 5,000 of them in two languages."""
    from seoulution.commands.django_ready import ready

    ready()
    from django.db import transaction

    from bench.pages import _officer_cookie
    from seoulution.apps.demand.models import SharingRequest
    from seoulution.apps.publishing.services.dossiers import build_dossier
    from seoulution.engine.vocabulary import Language

    officer = _officer_cookie()
    request = SharingRequest.objects.get(code=WORKSPACE.rstrip("/").rpartition("/")[2])
    shipped = (
        ("home page", "/", ""),
        ("list of solutions, as shipped", "/solutions/", ""),
        ("list of cities", "/cities/", ""),
        ("status table", "/status/", ""),
        ("request workspace with a dossier", WORKSPACE, officer),
    )
    _sweep()  # also after a run that was broken off
    for _what, path, cookie in shipped:
        _get(path, cookie)  # as a running server: what is read inside a transaction is kept by no process
    rows = []
    with _kept_connection(), transaction.atomic():
        build_dossier(request, language=Language.EN, by=None)
        for what, path, cookie in shipped:
            rows.append(_row(what, path, cookie))
        _grow_catalogue()
        for language in ("en", "ko"):
            for what, query in (("first page", ""), ("last page", "?page=100"), ("one sector", "?sector=water&sort=-complete")):
                path = f"/solutions/{query}"
                rows.append(_row(f"{CATALOGUE:,} solutions, {language}: {what}", path, f"language={language}"))
        transaction.set_rollback(True)
    _sweep()
    return rows


def _sweep() -> None:
    """Takes away what rolled-back copies leave in the tables: the database would read past them in every later question."""
    from django.db import connection

    from seoulution.apps.catalogue.models import Claim, PolicySolution

    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM (ANALYZE) {PolicySolution._meta.db_table}, {Claim._meta.db_table}")


@contextmanager
def _kept_connection() -> Iterator[None]:
    """Everything happens in one transaction that is rolled back, so no request may hand its connection back."""
    from django.core.signals import request_finished, request_started
    from django.db import close_old_connections

    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


def _row(what: str, path: str, cookie: str) -> Row:
    page = _get(path, cookie)
    ours, database = _cost(path, cookie)
    return Row(what, ours, "ms", _bare(page, path, cookie), note=f"{len(page) // 1000} kB; database {database:.1f} ms more")


def _cost(path: str, cookie: str) -> tuple[float, float]:
    """Milliseconds of this process (median of batches) and of the database's session (mean) for one request."""
    for _ in range(3):
        _get(path, cookie)
    batches = []
    before = _database_seconds()
    for _ in range(BATCHES):
        started = time.process_time()
        for _ in range(REQUESTS):
            _get(path, cookie)
        batches.append((time.process_time() - started) / REQUESTS * 1000)
    return median(batches), (_database_seconds() - before) / (BATCHES * REQUESTS) * 1000


def _get(path: str, cookie: str) -> bytes:
    """One request through the WSGI door of the site, as a server's thread would make it."""
    from django.core.handlers.wsgi import WSGIHandler

    global _site
    _site = _site or WSGIHandler()
    address, _, query = path.partition("?")
    status: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1",
        "HTTP_COOKIE": cookie,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http",
    }
    response = _site(environ, lambda line, headers: status.append(line))
    body = b"".join(response)
    response.close()
    if status != ["200 OK"]:
        raise RuntimeError(f"{path} answered {status}")
    return body


_site: Any = None


def _bare(page: bytes, path: str, cookie: str) -> float:
    """The same request answered by a view that only hands out `page`."""
    from django.test import override_settings
    from django.urls import re_path

    global _same_bytes
    _same_bytes, urlpatterns[:] = page, [re_path("", _same)]
    with override_settings(ROOT_URLCONF=__name__):
        return _cost(path, cookie)[0]


def _same(request: Any) -> Any:
    from django.http import HttpResponse

    return HttpResponse(_same_bytes)


def _database_seconds() -> float:
    """Processor seconds of the database process that serves us; it runs on this machine."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _grow_catalogue() -> None:
    """Copies of what ships, whole texts, claims and all, under names of their own, until there are 5,000."""
    import pgtrigger
    from django.db import connection

    from seoulution.apps.catalogue.models import Claim, PolicySolution

    kept = PolicySolution._meta
    columns = [field.column for field in kept.concrete_fields if field.column != "id"]
    named = {"code": "code || '-' || n", "name_en": "name_en || ' ' || n", "name_ko": "name_ko || ' ' || n"}
    quoted = ", ".join(f'"{column}"' for column in columns)
    copied = ", ".join(named.get(column, f'"{column}"') for column in columns)
    wanted = CATALOGUE - PolicySolution.objects.filter(withdrawn_on=None).count()
    with pgtrigger.ignore(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {kept.db_table} ({quoted}) SELECT {copied} FROM generate_series(1, 1000) n, {kept.db_table} "
            f"WHERE withdrawn_on IS NULL ORDER BY n, id LIMIT {wanted}"
        )
        claims = Claim._meta.db_table
        columns = [field.column for field in Claim._meta.concrete_fields if field.column not in ("id", "solution_id")]
        quoted, copied = (", ".join(f'{of}"{column}"' for column in columns) for of in ("", "claim."))
        cursor.execute(
            f"INSERT INTO {claims} (solution_id, {quoted}) SELECT copy.id, {copied} FROM {claims} claim "
            f"JOIN {kept.db_table} one ON one.id = claim.solution_id "
            f"JOIN {kept.db_table} copy ON regexp_replace(copy.code, '-[0-9]+$', '') = one.code AND copy.id <> one.id"
        )
        cursor.execute(f"ANALYZE {kept.db_table}, {claims}")
