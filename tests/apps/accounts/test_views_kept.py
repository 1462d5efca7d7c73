"""A person's kept views of a page: their own alone, in the order of their names."""

from collections.abc import Callable
from typing import Any

import pytest

from seoulution.apps.accounts.models import SavedView
from seoulution.apps.accounts.views_kept import KeptView, saved_by

pytestmark = pytest.mark.django_db


def test_views_are_the_persons_own_of_that_page_by_name(person: Callable[..., Any]) -> None:
    officer, other = person("officer"), person("officer", "other")
    second = SavedView.objects.create(user=officer, page="office:engagements", name="물", query="sector=water")
    first = SavedView.objects.create(user=officer, page="office:engagements", name="Mine", query="whose=mine")
    SavedView.objects.create(user=officer, page="office:cities", name="Cities", query="")
    SavedView.objects.create(user=other, page="office:engagements", name="Theirs", query="")
    assert saved_by(officer, "office:engagements") == [
        KeptView(first.pk, "Mine", "whose=mine"),
        KeptView(second.pk, "물", "sector=water"),
    ]
