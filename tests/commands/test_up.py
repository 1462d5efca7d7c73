"""What `up` leaves to the workers it forks: no connection of its own, so that none breaks under them when it idles."""

import os
import subprocess
import sys

from seoulution.config.database import from_url

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


def test_a_connection_that_broke_while_idle_is_replaced_before_a_page_needs_it() -> None:
    assert from_url(os.environ["DATABASE_URL"])["CONN_HEALTH_CHECKS"] is True
