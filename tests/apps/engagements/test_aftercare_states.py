"""Files in operation with their states, in a few queries for any number of them."""

from datetime import date
from typing import Any

import pytest

from seoulution.apps.engagements.aftercare_states import looked_after, with_aftercare, worst_first
from seoulution.apps.engagements.matters import Waiting, _checks
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.aftercare_checks import plan_checks
from seoulution.engine.engagements.reminders import ReminderKind

pytestmark = pytest.mark.django_db


def test_operation_told_by_the_documents_is_looked_after() -> None:
    """Baku's centre opened on 29 December 2011: its operation is told, its checks are not."""
    assert [row.code for row in looked_after(Engagement.objects.all())] == ["baku-traffic-centre"]


def test_overdue_looks_warn_and_queries_do_not_grow(django_assert_num_queries: Any) -> None:
    for row in Engagement.objects.all()[:8]:
        plan_checks(row, operates_from=date(2020, 1, 1))
    with django_assert_num_queries(3):
        states = worst_first(with_aftercare(looked_after(Engagement.objects.all())), date(2026, 11, 22))
    assert len(states[0].warnings) == 3 and states[-1].row.code == "baku-traffic-centre"


def test_a_completed_file_is_looked_after_until_its_last_look_and_one_that_was_lost_is_not() -> None:
    """Completed is the best of ends: the looks after one, three and five years come after it."""
    done, lost = Engagement.objects.exclude(code="baku-traffic-centre").order_by("pk")[:2]
    for row, ending in ((done, "completed"), (lost, "lost")):
        plan_checks(row, operates_from=date(2020, 1, 1))
        Engagement.objects.filter(pk=row.pk).update(ending=ending, ending_reason="as it was")
    codes = {row.code for row in looked_after(Engagement.objects.all())}
    assert done.code in codes and lost.code not in codes
    assert [one.code for one in _due() if one.matter.kind is ReminderKind.CHECK_OVERDUE] == [done.code] * 3
    done.aftercare_checks.update(done_on=date(2025, 2, 1), is_sound=True, seen="sound")
    assert done.code not in {row.code for row in looked_after(Engagement.objects.all())}


def _due() -> list[Waiting]:
    return list(_checks(date(2026, 11, 22)))
