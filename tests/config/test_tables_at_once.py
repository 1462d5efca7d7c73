"""Tables made at once are the tables that are made one after the other; only the drawing of models between is spared."""

from collections import Counter
from typing import Any

import pytest
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState, ProjectState

from seoulution.config.tables_at_once import TablesAtOnce

pytestmark = pytest.mark.django_db


def first_of(app: str) -> tuple[migrations.Migration, ProjectState]:
    """The migration that makes the tables of an app, and the state it begins from."""
    loader = MigrationLoader(None)
    node = loader.graph.root_nodes(app)[0]
    migration = loader.graph.nodes[node]
    assert isinstance(migration, TablesAtOnce)
    return migration, loader.project_state(node, at_end=False)


def statements(apply: Any, state: ProjectState) -> Counter[str]:
    with connection.schema_editor(collect_sql=True) as editor:
        apply(state, editor, True)
    return Counter(line for line in editor.collected_sql if not line.startswith("--"))


def test_the_statements_are_those_of_one_operation_after_the_other() -> None:
    migration, before = first_of("network")
    one_by_one = statements(lambda *given: migrations.Migration.apply(migration, *given), before.clone())
    assert statements(migration.apply, before.clone()) == one_by_one
    assert sum(one_by_one.values()) > 30


def test_each_model_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    migration, before = first_of("network")
    drawn: Counter[str] = Counter()
    render = ModelState.render

    def counted(state: ModelState, apps: Any) -> Any:
        drawn[f"{state.app_label}.{state.name}"] += 1
        return render(state, apps)

    monkeypatch.setattr(ModelState, "render", counted)
    statements(migration.apply, before)
    assert set(drawn.values()) == {1}


def test_nothing_is_left_to_be_done_after_the_migration_is_noted_as_done() -> None:
    class Tables(TablesAtOnce):
        operations = [
            migrations.CreateModel("Street", [("id", models.BigAutoField(primary_key=True))]),
            migrations.CreateModel(
                "House",
                [
                    ("id", models.BigAutoField(primary_key=True)),
                    ("street", models.ForeignKey("towns.street", models.CASCADE)),
                ],
            ),
        ]

    with connection.schema_editor() as editor:
        Tables("0001_initial", "towns").apply(ProjectState(), editor)
        assert editor.deferred_sql == []
        keys = connection.introspection.get_constraints(connection.cursor(), "towns_house")
        assert [key["foreign_key"] for key in keys.values() if key["foreign_key"]] == [("towns_street", "id")]


def test_an_operation_that_sees_the_tables_between_is_refused() -> None:
    class Tables(TablesAtOnce):
        operations = [
            migrations.CreateModel("Street", [("id", models.BigAutoField(primary_key=True))]),
            migrations.AddField("street", "name", models.TextField(default="")),
        ]

    with connection.schema_editor(collect_sql=True) as editor, pytest.raises(TypeError, match="AddField"):
        Tables("0001_initial", "towns").apply(ProjectState(), editor)
