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
        """Leaves the same tables as one operation after the other, and nothing for later: so Django notes it as done within its transaction."""
        unfit = [type(operation).__name__ for operation in self.operations if not isinstance(operation, SEE_ONLY_THE_END)]
        if unfit:
            raise TypeError(f"{self} makes tables at once. Put into a migration of its own: {', '.join(unfit)}")
        project_state.__dict__.pop("apps", None)
        before = project_state.clone()
        for operation in self.operations:
            operation.state_forwards(self.app_label, project_state)
        for operation in self.operations:
            operation.database_forwards(self.app_label, schema_editor, before, project_state)
        for key_between_tables in schema_editor.deferred_sql:
            schema_editor.execute(key_between_tables)
        schema_editor.deferred_sql.clear()
        return project_state
