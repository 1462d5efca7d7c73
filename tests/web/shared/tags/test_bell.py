"""The bell counts up to a limit, in one small query, and is not there for visitors."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import Notice
from seoulution.web.shared.tags.bell import MOST, bell

pytestmark = pytest.mark.django_db


def _rung(user: Any) -> str:
    return bell(Context({"user": user}))


def test_a_visitor_has_no_bell() -> None:
    assert _rung(AnonymousUser()) == ""


def test_it_counts_in_one_query_and_no_further_than_its_limit(
    person: Callable[..., User], django_assert_num_queries: Callable[..., Any]
) -> None:
    officer = person("officer")
    Notice.objects.bulk_create(
        Notice(user=officer, key=str(number), kind="task-given", about="task", about_code="1", path="/", why="owner")
        for number in range(MOST + 20)
    )
    with django_assert_num_queries(1):
        assert f">{MOST}+</span>" in _rung(officer)
    Notice.objects.all().delete()
    assert "navigation__count" not in _rung(officer)
