"""Writes one migration per app that makes its tables at once and stands for all it replaces. A database of before is not touched by it.

`python -m tools.squash_migrations` after an issue that added migrations. The replaced files stay for a release, so that a database of
the release before can be brought up; Django takes them where only some of them were applied, and the new one everywhere else.
"""

import os
import sys
from pathlib import Path
from typing import Any, Final

IMPORT: Final = "from seoulution.config.tables_at_once import TablesAtOnce\n"
HEADER: Final = "# Written by `python -m tools.squash_migrations`.\n\n"
NOT_IN_THE_STATE: Final = ("RunPython", "RunSQL", "SeparateDatabaseAndState")
"""What a state can't tell: a squash would lose it."""


def main() -> int:
    """0 when every app with several migrations has its one."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "seoulution.config.settings.without_database"
    import django
    from django.apps import apps
    from django.conf import settings
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    django.setup()
    for config in apps.get_app_configs():
        if config.label in settings.APPS_IN_FLOW_ORDER:
            _forget_squashed(Path(config.path) / "migrations")
    loader = MigrationLoader(None)
    written = loader.project_state()
    leaves = dict(loader.graph.leaf_nodes())
    replaced = {app: _path_to(loader, (app, leaves[app])) for app in settings.APPS_IN_FLOW_ORDER}
    squashed = [app for app in settings.APPS_IN_FLOW_ORDER if len(replaced[app]) > 1]
    for app in squashed:
        lost = [type(o).__name__ for m in replaced[app] for o in m.operations if type(o).__name__ in NOT_IN_THE_STATE]
        if lost:
            print(f"{app}: {', '.join(lost)} would be lost; squash it by hand", file=sys.stderr)
            return 1
        models = [state for (label, _), state in ProjectState.from_apps(apps).models.items() if label == app]
        folder = Path(apps.get_app_config(app).path) / "migrations"
        name, behind = f"0001_squashed_{leaves[app]}", _newest_behind(loader, (app, leaves[app]))
        (folder / f"{name}.py").write_text(_text(name, replaced[app], models, written, behind))
        print(f"{app}: {name} stands for {len(replaced[app])} migrations")
    return 0


def _forget_squashed(folder: Path) -> None:
    """A squash of before gives way where the files it stands for are still there: Django 5 squashes no squash.

    What was written after it follows the last of those files instead, whose name the squash bears.
    """
    squashed = set(folder.glob("0001_squashed_*.py"))
    if set(folder.glob("0001_*.py")) > squashed:
        for file in squashed:
            file.unlink()
    for file in set(folder.glob("[0-9]*.py")) - squashed:
        text = file.read_text()
        if "'0001_squashed_" in text:
            file.write_text(text.replace("'0001_squashed_", "'"))


def _path_to(loader: Any, leaf: tuple[str, str]) -> list[Any]:
    """The migrations of one app, oldest first."""
    return [loader.graph.nodes[key] for key in loader.graph.forwards_plan(leaf) if key[0] == leaf[0]]


def _newest_behind(loader: Any, leaf: tuple[str, str]) -> dict[str, str]:
    """The newest migration of each other app that one of this app needs, by its own name.

    Not what stands for it: a database that has all but the newest of that app has run this one already, and must not be told that it
    did so too early. Where the other app's are taken as one, Django itself reads the name as that one's.
    """
    return dict(loader.graph.forwards_plan(leaf))


def _text(name: str, replaced: list[Any], models: list[Any], written: Any, behind: dict[str, str]) -> str:
    from django.contrib.postgres.operations import CreateExtension
    from django.db.migrations import Migration
    from django.db.migrations.writer import MigrationWriter

    app = replaced[0].app_label
    migration = Migration(name, app)
    migration.initial = True
    migration.replaces = [(app, one.name) for one in replaced]
    migration.dependencies = _dependencies(app, models, behind)
    migration.operations = [
        *(operation for one in replaced for operation in one.operations if isinstance(operation, CreateExtension)),
        *(_table(state, written) for state in _targets_first(app, models)),
    ]
    text = MigrationWriter(migration, include_header=False).as_string()
    head, _, rest = text.partition("\n\n\nclass Migration(migrations.Migration):")
    return f"{HEADER}{head.lstrip()}\n{IMPORT}\n\nclass Migration(TablesAtOnce):{rest}"


def _others(state: Any) -> list[tuple[str, str]]:
    """The models that a model points to."""
    from django.db.migrations.utils import resolve_relation

    return [
        resolve_relation(field.remote_field.model, state.app_label, state.name_lower)
        for field in state.fields.values()
        if field.remote_field
    ]


def _dependencies(app: str, models: list[Any], behind: dict[str, str]) -> list[Any]:
    from django.conf import settings

    others = {other for state in models for other in _others(state) if other[0] != app}
    user = tuple(settings.AUTH_USER_MODEL.lower().split("."))
    plain = sorted({(label, behind[label]) for label, _ in others - {user}})
    return [*plain, *([("__setting__", "AUTH_USER_MODEL")] if user in others else [])]


def _targets_first(app: str, models: list[Any]) -> list[Any]:
    """So that whoever reads the file meets a table before those that point to it."""
    from graphlib import TopologicalSorter

    by_name = {state.name_lower: state for state in models}
    order = TopologicalSorter(
        {name: {model for label, model in _others(state) if label == app and model != name} for name, state in by_name.items()}
    )
    return [by_name[name] for name in order.static_order()]


def _table(state: Any, written: Any) -> Any:
    """With indexes, rules and triggers: whoever makes the table makes them. Triggers with their SQL, as the steps of before left them."""
    from django.db.migrations import CreateModel

    options = {**state.options, "triggers": written.models[state.app_label, state.name_lower].options.get("triggers", [])}
    kept = {key: value for key, value in options.items() if value != []}
    return CreateModel(state.name, list(state.fields.items()), kept, state.bases, state.managers)


if __name__ == "__main__":
    sys.exit(main())
