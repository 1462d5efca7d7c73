"""Files in operation with their states, in a few queries for any number of them."""

from datetime import date
from typing import Any

import pytest

from seoulution.apps.engagements.aftercare_states import looked_after, with_aftercare, worst_first
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.aftercare_checks import plan_checks

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
