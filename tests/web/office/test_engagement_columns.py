"""The columns of the list: one table for screen, picker and file."""

import pytest

from seoulution.apps.engagements.models import Engagement
from seoulution.web.office.engagement_columns import ALL, SHOWN_AT_FIRST, chosen_columns, fields_of


def test_nothing_asked_shows_the_usual_columns() -> None:
    assert {column.key for column in chosen_columns([])} == set(SHOWN_AT_FIRST)


def test_the_name_always_stands_and_unknown_columns_do_not() -> None:
    assert [column.key for column in chosen_columns(["stage", "password"])] == ["name", "stage"]


def test_every_key_is_there_once() -> None:
    assert len({column.key for column in ALL}) == len(ALL)


@pytest.mark.django_db
def test_every_column_is_read_and_said_and_ordered(django_assert_num_queries: object) -> None:
    rows = Engagement.objects.filter(withdrawn_on=None)
    row = rows.values(*fields_of(ALL))[0]
    for column in ALL:
        assert column.says(row) is None or str(column.says(row)) is not None
        if column.sort:
            assert rows.order_by(column.sort).exists()
