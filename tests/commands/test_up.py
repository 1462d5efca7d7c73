"""What `up` leaves to the workers it forks: no connection of its own, so that none breaks under them when it idles."""

import os
import subprocess
import sys

from seoulution.config.database import from_url

KEPT = """
import gc
from seoulution.commands.django_ready import ready
ready()
assert gc.isenabled() and gc.get_freeze_count() > 100_000
print("as it should be")
"""
NOT_TO_IMPORT = """
import sys
from seoulution.commands.django_ready import ready
ready()
from seoulution.commands.serving import lay_out_pages
lay_out_pages()
print(sorted({name.split(".")[0] for name in sys.modules} & {"scipy", "onnxruntime", "tokenizers", "docx", "typst", "highspy", "kiwipiepy"}))
"""
ONCE_UP = """
import django
django.setup()
from django.db import connections
from seoulution.commands import up

def officer():
    assert connections["default"].pool is None
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT 1")
    return "a password"

up._demo_officer = officer
assert up._demo_officer_once_up() == "a password"
assert connections["default"].connection is None
assert connections.settings["default"]["OPTIONS"]["pool"]
print("as it should be")
"""
SCRIPT = """
import django
django.setup()
from django.db import connection
from seoulution.commands.up import leave_no_connection_behind

with connection.cursor() as cursor:
    cursor.execute("SELECT 1")
pool = connection.pool
assert not pool.closed
leave_no_connection_behind()
assert pool.closed and connection.connection is None
with connection.cursor() as cursor:
    cursor.execute("SELECT 1")
print("as it should be")
"""


def test_workers_inherit_no_open_connection_and_no_pool() -> None:
    ran = subprocess.run([sys.executable, "-c", SCRIPT], env=dict(os.environ), capture_output=True, text=True, timeout=60)
    assert ran.stdout.strip() == "as it should be", ran.stderr


def _said(script: str) -> str:
    ran = subprocess.run([sys.executable, "-c", script], env=dict(os.environ), capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def test_what_is_done_while_the_site_answers_already_shares_no_pool_with_its_workers() -> None:
    assert _said(ONCE_UP) == "as it should be"


def test_what_a_start_imports_is_not_looked_through_for_garbage() -> None:
    assert _said(KEPT) == "as it should be"


def test_pages_are_laid_out_without_what_only_some_of_them_need() -> None:
    """Each of these takes a tenth of a second or more to import: a launcher that was killed is back the later for it."""
    assert _said(NOT_TO_IMPORT) == "[]"


def test_a_connection_that_broke_while_idle_is_replaced_before_a_page_needs_it() -> None:
    assert from_url(os.environ["DATABASE_URL"])["CONN_HEALTH_CHECKS"] is True
