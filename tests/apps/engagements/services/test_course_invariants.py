"""Any sequence of acts on the course: one running spell a stage, no stage through a closed gate, and the history has each change."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.apps.engagements.services.files import TODAY, opened, told

from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.queries import gate_findings
from seoulution.apps.engagements.services import course, moves
from seoulution.apps.engagements.services import spell_corrections as corrections
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed
from seoulution.engine.engagements.codes import SpellOutcome
from seoulution.engine.findings import blocking
from seoulution.engine.vocabulary import Ending, Stage

pytestmark = pytest.mark.django_db
ENTERING = ("begin", "advance")
ACTS = st.tuples(
    st.sampled_from([*ENTERING, "finish", "break_off", "leave_out", "strike", "end", "reopen"]),
    st.sampled_from([Stage.EXCHANGE, Stage.OPPORTUNITY, Stage.TRAINING, Stage.CONSULTING, Stage.OPERATION]),
    st.sampled_from(list(Ending)),
)


def do(row: Engagement, name: str, stage: Stage, ending: Ending, by: Any) -> None:
    common = {"reason": f"{name} {stage}", "seen_revision": row.revision, "by": by}
    if name == "end":
        moves.end(row, ending=ending, today=TODAY, **common)
    elif name == "reopen":
        moves.reopen(row, **common)
    elif name == "advance":
        moves.advance(row, to=stage, today=TODAY, **common)
    elif name == "strike":
        spell = row.spells.filter(stage=stage).last()
        if spell is not None:
            corrections.strike(spell, today=TODAY, **common)
    else:
        getattr(course, name)(row, stage=stage, today=TODAY, **common)


def spells(row: Engagement) -> list[tuple[int, str, str]]:
    return list(row.spells.values_list("pk", "stage", "outcome"))


@pytest.fixture
def manager(person: Callable[..., Any]) -> Any:
    return person("manager")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, min_size=3, max_size=8), from_documents=st.booleans())
def test_no_sequence_of_acts_breaks_the_course(
    manager: Any, acts: list[tuple[str, Stage, Ending]], from_documents: bool
) -> None:
    events: Any = apps.get_model("engagements.StageSpellEvent").objects
    with transaction.atomic():
        row = told() if from_documents else opened(manager)
        row.documents.create(kind="training_programme", title="Programme")
        row.fundings.create(stage="training", fund="own-budget")
        for name, stage, ending in acts:
            row.refresh_from_db()
            before, revision = spells(row), row.revision
            closed = blocking(gate_findings(row, stage, today=TODAY))
            try:
                do(row, name, stage, ending, manager)
            except (NotAllowed, AlreadyOver):
                row.refresh_from_db()
                assert (spells(row), row.revision) == (before, revision)
                continue
            row.refresh_from_db()
            after = spells(row)
            running = [stage for _pk, stage, outcome in after if outcome == SpellOutcome.RUNNING]
            assert len(running) == len(set(running))
            assert not running or row.stage in running
            assert not (row.ending and running)
            if name in ENTERING:
                assert not closed and (stage.value in running)
            for pk, _stage, outcome in set(after) - set(before):
                latest = events.filter(pgh_obj_id=pk).latest("pgh_id")
                assert latest.outcome == outcome and latest.pgh_context.metadata["by"] == "manager"
                assert latest.pgh_context.metadata["reason"]
        transaction.set_rollback(True)
