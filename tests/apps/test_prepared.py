"""A question worked out once gives what Django would give, for any values."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seoulution.apps.engagements.models import Engagement, Task
from seoulution.apps.prepared import Prepared, Question

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 1)


def of_day(engagement: int, day: date) -> object:
    return Task.objects.filter(engagement=engagement, due_on__lte=day, done_on=None).order_by("pk").values_list("pk", "due_on")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.integers(0, 1), st.integers(-3, 12))
def test_it_answers_as_the_queryset_does(which: int, days: int) -> None:
    files = list(Engagement.objects.order_by("pk").values_list("pk", flat=True)[:2])
    for number in range(10):
        Task.objects.create(engagement_id=files[number % 2], text=str(number), due_on=DAY + timedelta(days=number))
    ask = Prepared(of_day, engagement=-20_140_302, day=date(1394, 11, 29))
    asked = {"engagement": files[which], "day": DAY + timedelta(days=days)}
    assert ask(**asked) == tuple(of_day(**asked)) == ask(**asked)  # type: ignore[arg-type]


def test_a_stand_in_that_is_nowhere_in_the_question_is_refused() -> None:
    with pytest.raises(ValueError, match="does not depend on owner"):
        Prepared(lambda owner: Task.objects.values_list("pk"), owner=-20_140_302)(owner=1)


def test_questions_asked_together_give_the_rows_of_each() -> None:
    for number in range(4):
        Task.objects.create(engagement=Engagement.objects.order_by("pk")[0], text=str(number), due_on=DAY)
    one = Question.of(Task.objects.filter(text="any text").values_list("text"))
    together = Question.together(one.with_values({"any text": str(number)}) for number in (0, 2, 9))
    assert sorted(together.rows()) == [("0",), ("2",)]


def test_where_no_row_can_fit_nothing_is_asked(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        nothing = Question.of(Task.objects.filter(pk__in=[]).values_list("pk"))
        assert nothing.rows() == () == Question.together([nothing]).rows()


def test_only_a_standing_question_is_prepared_in_the_database_and_both_answer_alike() -> None:
    question = Question.of(
        Engagement.objects.filter(code="a code", stage="training").order_by("pk").values_list("pk", "opened_on")
    )

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements")
        before = cursor.fetchone()[0]
        codes = list(Engagement.objects.values_list("code", flat=True))
        plain = [question.with_values({"a code": code}).rows() for code in codes]
        cursor.execute("SELECT count(*) FROM pg_prepared_statements")
        assert cursor.fetchone()[0] == before
        assert [question.with_values({"a code": code}).standing().rows() for code in codes] == plain
        cursor.execute("SELECT count(*) FROM pg_prepared_statements")
        assert cursor.fetchone()[0] == before + 1


def test_a_standing_question_answers_still_after_the_table_was_changed_beside_it() -> None:
    ask = Prepared(lambda code: Engagement.objects.filter(code=code).values_list("pk", "code"), code="a code")
    code = Engagement.objects.values_list("code", flat=True)[0]
    before = [ask(code=code) for _time in range(8)]
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE engagements_engagement ADD COLUMN of_a_later_release integer")
    assert [ask(code=code)] * 8 == before
