"""How promises stand, in the database as in the engine."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seoulution.apps.engagements.models import Promise
from seoulution.apps.engagements.promise_states import with_promise_state
from seoulution.engine.engagements import promises as rules

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
DAYS = st.none() | st.integers(-40, 40).map(lambda days: TODAY + timedelta(days=days))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(due=DAYS, kept=DAYS, released=DAYS)
def test_the_database_answers_as_the_rule_does(db: None, due: date | None, kept: date | None, released: date | None) -> None:
    row = Promise.objects.create(
        text="x",
        promised_by="a",
        promised_to="b",
        due_on=due,
        kept_on=kept,
        closed_on=released,
        closed_reason="x" if released else "",
    )
    said = with_promise_state(Promise.objects.filter(pk=row.pk), TODAY).get()
    assert said.state == rules.state_of(rules.Promise("x", TODAY, due, kept, released), TODAY)
    row.delete()
