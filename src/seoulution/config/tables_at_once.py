"""A migration that makes all tables of an app at once, so that the first `up` takes seconds for it and not half a minute.

Django draws a model again after each operation, with all that are related to it: of a hundred tables with their triggers, each would be
drawn some hundred times, though nothing looks at the states between.
"""

from typing import Any, Final

from django.contrib.postgres.operations import CreateExtension
from django.db import migrations
from django.db.migrations.state import ProjectState

SEE_ONLY_THE_END: Final = (CreateExtension, migrations.CreateModel)
"""What does the same with the last state as with its own. `AddField` or `AddTrigger` would make again what came with the table."""


class TablesAtOnce(migrations.Migration):
    """All operations change the state first; then each works on the last state, which is drawn once."""

    def apply(self, project_state: ProjectState, schema_editor: Any, collect_sql: bool = False) -> ProjectState:
        """Leaves the same tables as one operation after the other.

        An editor of its own makes the keys between tables as well when it ends, so that Django notes all as done in the same transaction.
        """
        unfit = [type(operation).__name__ for operation in self.operations if not isinstance(operation, SEE_ONLY_THE_END)]
        if unfit:
            raise TypeError(f"{self} makes tables at once. Put into a migration of its own: {', '.join(unfit)}")
        project_state.__dict__.pop("apps", None)
        before = project_state.clone()
        for operation in self.operations:
            operation.state_forwards(self.app_label, project_state)
        with schema_editor.connection.schema_editor(collect_sql=collect_sql) as tables:
            for operation in self.operations:
                operation.database_forwards(self.app_label, tables, before, project_state)
        if collect_sql:
            schema_editor.collected_sql += tables.collected_sql
        return project_state
