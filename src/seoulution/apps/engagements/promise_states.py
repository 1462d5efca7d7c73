"""How promises stand on a day, as the database sees it: the engine's rule as one expression, so that lists can be narrowed by it."""

from datetime import date, timedelta

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When

from seoulution.apps.engagements.models import Promise
from seoulution.engine.engagements.promises import SOON_DAYS, PromiseState


def with_promise_state(rows: QuerySet[Promise], today: date) -> QuerySet[Promise]:
    """Promises with `state` as the engine's `state_of` has it."""
    states = (
        (Q(kept_on__gt=F("due_on")), PromiseState.KEPT_LATE),
        (Q(kept_on__isnull=False), PromiseState.KEPT),
        (~Q(closed_reason=""), PromiseState.RELEASED),
        (Q(due_on=None), PromiseState.UNDATED),
        (Q(due_on__lt=today), PromiseState.OVERDUE),
        (Q(due_on__lte=today + timedelta(days=SOON_DAYS)), PromiseState.DUE_SOON),
    )
    whens = [When(condition, then=Value(state.value)) for condition, state in states]
    state = Case(*whens, default=Value(PromiseState.OPEN.value), output_field=CharField())
    return rows.annotate(state=state)
