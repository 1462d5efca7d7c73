"""Squashed migrations and the steps they replace lead to the same tables, from wherever a database of before stands."""

from typing import Any, Final

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management.commands.makemigrations import MigrationAutodetector
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState

OURS: Final = frozenset(settings.APPS_IN_FLOW_ORDER)

Key = tuple[str, str]


def old_way() -> list[Key]:
    """Every step that a database of before took, ours and those of libraries, in Django's order; squashed migrations left out."""
    loader = MigrationLoader(None, replace_migrations=False)
    squashed = {key for key, migration in loader.disk_migrations.items() if migration.replaces}
    lasts = [tuple(loader.disk_migrations[key].replaces[-1]) for key in squashed]
    others = [key for key in loader.graph.leaf_nodes() if key[0] not in {app for app, _ in squashed}]
    steps: dict[Key, None] = {}
    for last in sorted([*lasts, *others]):
        steps.update(dict.fromkeys(key for key in loader.graph.forwards_plan(last) if key not in squashed))
    return list(steps)


def seen_from(taken: list[Key], monkeypatch: pytest.MonkeyPatch) -> MigrationLoader:
    """What Django would do with a database that took these steps and no other."""
    monkeypatch.setattr(MigrationRecorder, "applied_migrations", lambda recorder: dict.fromkeys(taken))
    return MigrationLoader(connection)


def drift(loader: MigrationLoader) -> dict[str, Any]:
    return dict(MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(loader.graph))


@pytest.mark.django_db
def test_every_database_of_before_finds_its_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """After each of our steps the rest of the way is there, whole and in one direction."""
    steps = old_way()
    assert any(app in OURS for app, _ in steps)
    for number, (app, _) in enumerate(steps, 1):
        if app in OURS:
            loader = seen_from(steps[:number], monkeypatch)
            loader.check_consistent_history(connection)
            assert not loader.detect_conflicts()
            assert {label for label, _ in loader.graph.leaf_nodes()} >= OURS


@pytest.mark.django_db
def test_a_database_that_took_the_squashed_ones_takes_what_was_added_since(monkeypatch: pytest.MonkeyPatch) -> None:
    """It lacks the newest step of one app, and has what stood for all others, also for those that need that app."""
    loader = MigrationLoader(None, replace_migrations=False)
    squashed = {key: migration.replaces for key, migration in loader.disk_migrations.items() if migration.replaces}
    for lacking, replaced in squashed.items():
        newest = tuple(replaced[-1])
        needing = {key for key in loader.graph.backwards_plan(newest) if key not in squashed}
        taken = [key for key in old_way() if key not in needing]
        whole = [key for key, replaces in squashed.items() if set(map(tuple, replaces)) <= set(taken)]
        assert lacking not in whole
        seen_from([*taken, *whole], monkeypatch).check_consistent_history(connection)


@pytest.mark.django_db
def test_the_steps_lead_to_the_models_as_the_squashed_ones_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """`tools.check_migrations` sees an empty database only; a database that stands midway takes the steps."""
    steps = old_way()
    midway = seen_from([key for key in steps if key[0] not in OURS or key[1].startswith("0001_")], monkeypatch)
    assert set(steps) <= set(midway.graph.nodes), "some step would not be taken"
    assert not drift(midway)
    assert not drift(seen_from([], monkeypatch))
