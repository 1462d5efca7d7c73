"""`seoulution worker`: does what nobody waits for. `seoulution up` starts one by itself; bigger installations start their own."""

import argparse
import asyncio
import os
import time
from contextlib import suppress
from typing import Any, Final

from seoulution.commands.django_ready import CommandRefused, ready
from seoulution.config.end_with import end_with
from seoulution.postgres.processes import Process

LEAVES_AFTER_SECONDS: Final = 10.0
"""A job that is still running when the worker is told to end has so long; the job is safe to run again."""


def register(words: Any) -> None:
    """Adds the word to the command line."""
    parser = words.add_parser("worker", help="send mail, write digests and reminders, read the mailbox")
    parser.add_argument("--jobs", type=int, default=2, help="how many at the same time")
    parser.add_argument("--beside", default="", help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Works until it is told to end, or the process it stands beside is gone."""
    beside = Process.from_text(chosen.beside) if chosen.beside else None
    if chosen.beside and beside is None:
        raise CommandRefused(f"{chosen.beside!r} names no process.")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if beside is not None:  # also while it gets ready: the next launcher needs the processor
        end_with(beside, within_seconds=LEAVES_AFTER_SECONDS + 2)
    ready()
    asyncio.run(_work(chosen.jobs))
    return 0


async def _work(jobs: int) -> None:
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector
    from procrastinate.exceptions import AlreadyEnqueued

    from seoulution.apps.publishing.jobs import AT_START

    connector = app.connector
    if not isinstance(connector, DjangoConnector):
        raise CommandRefused("The settings name another store for jobs than the database.")
    with app.replace_connector(connector.get_worker_connector()) as own:
        async with own.open_async():
            for name in AT_START:
                with suppress(AlreadyEnqueued):
                    await own.configure_task(name, queueing_lock=name).defer_async(timestamp=int(time.time()))
            await own.run_worker_async(
                concurrency=jobs, name="seoulution", delete_jobs="successful", shutdown_graceful_timeout=LEAVES_AFTER_SECONDS
            )
