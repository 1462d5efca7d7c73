"""A kept count is the count: after every change, whoever makes it, and for every person's own list."""

import time
from datetime import date
from threading import Thread

import pytest
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seoulution.apps.engagements import kept_answers
from seoulution.apps.engagements.kept_answers import _answer, _in_turn, _newest, counted, few, kept
from seoulution.apps.engagements.models import Engagement, Promise
from seoulution.apps.prepared import Question, Rows
from seoulution.engine.vocabulary import Stage

pytestmark = pytest.mark.django_db


def test_the_second_time_only_the_history_is_asked() -> None:
    rows = Engagement.objects.filter(stage="training")
    assert counted(rows) == rows.count()
    with CaptureQueriesContext(connection) as asked:
        counted(rows)
    assert len(asked) == 1 and "engagementevent" in asked[0]["sql"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from(Stage)), max_size=5))
def test_each_change_is_counted(changes: list[tuple[int, Stage]]) -> None:
    keys = list(Engagement.objects.order_by("pk").values_list("pk", flat=True)[:21])
    for which, stage in changes:
        Engagement.objects.filter(pk=keys[which]).update(stage=stage)
        grouped = Engagement.objects.order_by().values_list("stage").annotate(number=Count("pk"))
        assert dict(kept(grouped)) == dict(grouped)
        assert counted(Engagement.objects.filter(stage=stage)) == Engagement.objects.filter(stage=stage).count()


def test_a_change_that_comes_in_late_behind_others_makes_another_state() -> None:
    """A transaction that began earlier and ends later writes its history with an older number."""
    for row in Engagement.objects.order_by("pk")[:3]:
        Engagement.objects.filter(pk=row.pk).update(aim="operation")
    events = Engagement.pgh_event_model.objects  # type: ignore[attr-defined]
    late = events.order_by("-pgh_id")[2]
    values = {field.attname: getattr(late, field.attname) for field in late._meta.concrete_fields}
    events.filter(pk=late.pk).delete()
    without = set(_newest((Engagement,)).rows())
    events.create(**values)
    assert set(_newest((Engagement,)).rows()) != without


def test_what_else_a_list_reads_counts_too() -> None:
    row = Engagement.objects.order_by("pk")[0]
    rows = Engagement.objects.filter(pk__in=Promise.objects.filter(due_on__lt=date(2026, 1, 1)).values("engagement"))
    before = counted(rows, Promise)
    Promise.objects.create(engagement=row, text="a list", promised_by="Seoul", promised_to="Baku", due_on=date(2020, 1, 1))
    assert counted(rows, Promise) == before + 1


def test_what_several_ask_at_once_the_database_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def slowly(question: Question) -> Rows:
        asked.append(question.sql)
        time.sleep(0.05)
        return ((1,),)

    monkeypatch.setattr(Question, "rows", slowly)
    question = Question("a question of this test", ())
    threads = [Thread(target=_in_turn, args=(_answer, "one state", question)) for _number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert asked == [question.sql]


def test_a_searched_list_is_found_once_in_its_order_unless_it_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Engagement.objects.filter(words__contains="a").order_by("-code")
    assert few(rows) == tuple(rows.values_list("pk", "stage"))
    Engagement.objects.filter(pk=rows[0].pk).update(stage="feedback")
    assert few(rows) == tuple(rows.values_list("pk", "stage"))
    monkeypatch.setattr(kept_answers, "FEW", rows.count() - 1)
    assert few(rows) is None
