"""`seoulution doctor`: what is well and what is not on this installation, and what to do about it."""

import argparse
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from seoulution.commands.django_ready import ready

if TYPE_CHECKING:
    from django.db.backends.postgresql.base import DatabaseWrapper


def register(words: Any) -> None:
    """Adds the word to the command line."""
    parser = words.add_parser("doctor", help="say what is well and what is not on this installation")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Exit code 1 when something needs a hand."""
    ready()
    well = True
    for good, words in _findings():
        print(("ok    " if good else "LOOK  ") + words)
        well = well and good
    return 0 if well else 1


def _findings() -> Iterator[tuple[bool, str]]:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor
    from django.utils import timezone

    from seoulution.apps.catalogue.models import PolicySolution
    from seoulution.apps.correspondence.models import MailState, OutgoingMail
    from seoulution.apps.correspondence.worker_life import worker_lives
    from seoulution.apps.matching.models import Passage
    from seoulution.config.env import home
    from seoulution.language.vectors import encoders

    version = cast("DatabaseWrapper", connection).pg_version
    yield True, f"database: PostgreSQL {version // 10_000}.{version % 10_000}"
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    yield not pending, f"tables: {len(pending)} migrations wait. Run: seoulution up" if pending else "tables: up to date"
    count, passages = (
        PolicySolution.objects.offered().count(),
        Passage.objects.values("solution").distinct().count(),
    )
    yield (
        count == passages,
        f"search index: {passages} of {count} solutions" + ("" if count == passages else ". Run: seoulution load"),
    )
    missing = [finding.subject for finding in encoders().findings]
    yield not missing, f"encoders missing: {', '.join(missing)}; matching is weaker" if missing else "encoders: all loaded"
    if not pending:
        lives = worker_lives(timezone.now())
        yield lives, "worker: running" if lives else "worker: none runs, mail waits. Run: seoulution up, or: seoulution worker"
        held = OutgoingMail.objects.filter(state=MailState.HELD).count()
        yield not held, f"mail: {held} held, somebody has to decide at /office/outbox/" if held else "mail: none is held"
        yield _readings()
    usage = shutil.disk_usage(home().path)
    share = usage.used / usage.total
    yield share < 0.95, f"disk: {share:.0%} used, {usage.free // 2**20:,} MB free at {home().path}"


def _readings() -> tuple[bool, str]:
    """Whether the record of readings still ends behind every seal that was kept outside the database."""
    from django.utils import timezone

    from seoulution.apps.accounts.kept_seals import compare_kept_seals, kept_file

    ends = compare_kept_seals(timezone.now())
    if ends.missing:
        days = ", ".join(f"{one.at:%Y-%m-%d} (row {one.number})" for one in ends.missing[:3])
        return False, (
            f"readings: {len(ends.missing)} kept seals are gone from the record, first those of {days}. Rows were cut off or changed: "
            f"touch nothing and tell the privacy officer. If an older backup was put back, move {kept_file()} aside with a note"
        )
    if ends.unreadable:
        return (
            False,
            f"readings: {ends.unreadable} lines of {kept_file()} are no seals: somebody changed it, or the power failed. Tell the privacy officer",
        )
    if ends.is_late:
        return False, "readings: the latest ones have no seal outside the database. Run: seoulution up, or: seoulution worker"
    if ends.last is None:
        return True, "readings: no seal kept yet; a worker keeps one each day"
    return True, f"readings: {len(ends.seals)} seals kept, the last on {ends.last.at:%Y-%m-%d}; the record still has them all"
