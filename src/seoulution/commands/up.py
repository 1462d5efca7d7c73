"""`seoulution up`: sets up what is missing, serves the site, and says where it is. Run again, it loses nothing."""

import argparse
import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any, Final

from seoulution.commands.django_ready import CommandRefused, ready
from seoulution.commands.port import answers, is_free_once_left, is_free_or_being_left, sign
from seoulution.commands.progress import step
from seoulution.commands.serving import lay_out_pages, serve
from seoulution.commands.worker_beside import WorkerBeside
from seoulution.config.end_with import VARIABLE
from seoulution.postgres.processes import this_process

DEMO_OFFICER: Final = "officer"


def register(words: Any) -> None:
    """Adds the word to the command line."""
    parser = words.add_parser("up", help="set up what is missing and serve the site")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
    parser.add_argument(
        "--workers",
        type=int,
        default=1,
        help="web processes: one for each core serves more visitors at once, each with its own memory",
    )
    parser.add_argument("--prepare-only", action="store_true", help="set everything up, but do not serve")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Database, migrations, reference data, index, demo officer, server."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before anything counts with it; see config.wsgi
    address = f"http://127.0.0.1:{chosen.port}"
    if not chosen.prepare_only and not is_free_or_being_left(chosen.port):
        if answers(chosen.port):
            print(f"Seoulution is already running at {address}", file=sys.stderr)
            return 0
        raise _port_is_used(chosen.port)
    os.environ.setdefault("SEOULUTION_SITE", address)  # how links in mails begin
    with step("Starting the database"):
        ready()
    _prepare()
    password = None
    is_new = not _demo_officer_is_known()
    if is_new or chosen.prepare_only:
        password = _demo_officer()
    if chosen.prepare_only:
        return 0
    lay_out_pages()
    leave_no_connection_behind()
    if not is_free_once_left(chosen.port):
        raise _port_is_used(chosen.port)
    sign(chosen.port)
    os.environ[VARIABLE] = this_process().to_text()
    worker = WorkerBeside()

    def once_up() -> None:
        worker.start()
        _say_where(address, password if is_new else _demo_officer_once_up())

    try:
        serve(chosen.port, chosen.workers, once_up)
    finally:
        worker.stop()
    return 0


def _port_is_used(port: int) -> CommandRefused:
    return CommandRefused(f"port {port} is used by another program. Choose another one: make up PORT=8001")


def _prepare() -> None:
    """Migrations and reference data, unless nothing changed since the last time."""
    from django.core.management import call_command

    from seoulution.config.env import home

    mark = home().path / "prepared.json"
    wanted = fingerprint()
    if _database_is_as_marked(mark, wanted):
        return
    with step("Bringing the tables up to date"):
        call_command("migrate", verbosity=0, interactive=False)
    from seoulution.commands.load import load_all

    load_all()
    mark.write_text(json.dumps({"fingerprint": wanted, "database": _database_identity()}))


def fingerprint() -> str:
    """Changes when a migration, a reference file or the code that loads them changes."""
    package = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    for folder, pattern in (("apps", "*.py"), ("reference", "*.yaml"), ("reference", "*.py"), ("language", "*")):
        for path in sorted((package / folder).rglob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(package)).encode() + path.read_bytes())
    return digest.hexdigest()


def _database_is_as_marked(mark: Path, wanted: str) -> bool:
    if not mark.is_file():
        return False
    try:
        kept = json.loads(mark.read_text())
    except ValueError:
        return False
    return bool(kept == {"fingerprint": wanted, "database": _database_identity()})


def _database_identity() -> str:
    """Which cluster and database this is, so that a mark of another one never counts."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT system_identifier::text || '/' || current_database() FROM pg_control_system()")
        return str(cursor.fetchone()[0])


def _demo_officer() -> str | None:
    from seoulution.apps.accounts.roles import Officer
    from seoulution.apps.accounts.services import ensure_person

    _, password = ensure_person(DEMO_OFFICER, role=Officer, name="Demo officer")
    return password


def _demo_officer_is_known() -> bool:
    from seoulution.apps.accounts.models import User

    return User.objects.filter(username=DEMO_OFFICER).exists()


def _demo_officer_once_up() -> str | None:
    """The password of a later start, made when the site answers: its hash takes as long as a tenth of the start.

    Through a connection without a pool: a web process that is forked just now must share none with this one.
    """
    from django.db import DatabaseError, connections

    own = connections.create_connection("default")
    options = {name: value for name, value in own.settings_dict["OPTIONS"].items() if name != "pool"}
    own.settings_dict = {**own.settings_dict, "OPTIONS": options}
    connections["default"] = own
    try:
        return _demo_officer()
    except DatabaseError:  # its server was killed in this very moment; how to get a new password is said in any case
        return None
    finally:
        own.close()


def leave_no_connection_behind() -> None:
    """Workers are forked: a pool they inherit shares its sockets with this process, which closes them when they idle."""
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        close_pool = getattr(connection, "close_pool", None)
        if close_pool is not None:
            close_pool()


def _say_where(address: str, password: str | None) -> None:
    print(f"\nSeoulution is ready: {address}")
    if password is None:
        print(f"Sign in at {address}/sign-in/ as {DEMO_OFFICER} with the password you chose.")
        print("Forgotten? A new one-time password: .venv/bin/seoulution person officer --new-password")
    else:
        print(f"Sign in at {address}/sign-in/ as {DEMO_OFFICER}, one-time password: {password}")
    print("Stop with Ctrl-C. Nothing is lost: run make up again.", flush=True)
