"""A person's own views of a list: kept, renamed, deleted, each name once."""

from collections.abc import Callable
from typing import Any

import pytest

from seoulution.apps.accounts.models import SavedView
from seoulution.apps.accounts.services.saved_views import NameMissing, delete_view, rename_view, save_view

pytestmark = pytest.mark.django_db


def test_a_view_of_the_same_name_is_replaced(person: Callable[..., Any]) -> None:
    officer = person("officer")
    save_view(officer, page="office:engagements", name=" Water ", query="sector=water")
    view = save_view(officer, page="office:engagements", name="Water", query="sector=water&state=open")
    assert SavedView.objects.get() == view and view.query == "sector=water&state=open"


def test_renaming_to_a_taken_name_replaces_that_view(person: Callable[..., Any]) -> None:
    officer = person("officer")
    first = save_view(officer, page="p", name="one", query="a=1")
    save_view(officer, page="p", name="two", query="a=2")
    rename_view(first, name="two")
    assert [(view.name, view.query) for view in SavedView.objects.all()] == [("two", "a=1")]


def test_a_view_without_a_name_is_not_kept(person: Callable[..., Any]) -> None:
    with pytest.raises(NameMissing):
        save_view(person("officer"), page="p", name="\x00 ", query="")
    assert not SavedView.objects.exists()


def test_a_deleted_view_is_gone(person: Callable[..., Any]) -> None:
    delete_view(save_view(person("officer"), page="p", name="one", query=""))
    assert not SavedView.objects.exists()
