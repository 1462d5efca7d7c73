"""The database orders ranks as the city hall does."""

import pytest
from django.db import connection

from seoulution.apps.engagements.models import Engagement, Promise
from seoulution.apps.engagements.ranks import FROM_THE_MAYOR_DOWN
from seoulution.engine.engagements.codes import Rank

pytestmark = pytest.mark.django_db


def test_the_mayor_comes_first_and_who_has_no_rank_last() -> None:
    file = Engagement.objects.all()[0]
    for rank in ("", *Rank):
        Promise.objects.create(engagement=file, text="a", promised_by="a", promised_to="b", rank=rank)
    ordered = Promise.objects.order_by(FROM_THE_MAYOR_DOWN).values_list("rank", flat=True)
    assert list(ordered) == [*reversed(Rank), ""] and ordered[0] == Rank.MAYOR


def test_the_ledgers_order_is_that_of_its_index() -> None:
    """Otherwise each page would sort all promises."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_sort = off")
    plan = Promise.objects.order_by(FROM_THE_MAYOR_DOWN, "due_on", "pk").values_list("pk")[:50].explain()
    assert "promise_ledger" in plan
