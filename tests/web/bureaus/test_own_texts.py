"""Whose texts a person may open and change."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404
from tests.web.bureaus.writing import CODE, revised, waterworker

from seoulution.apps.catalogue.services.editorial import act
from seoulution.engine.catalogue.editorial import EditorialAction
from seoulution.web.bureaus.own_texts import draft_or_overview, may_write, own_text, page_of

pytestmark = pytest.mark.django_db


def test_only_the_own_bodys_text_is_there_and_only_in_work_it_is_written(person: Callable[..., Any], rf: Any) -> None:
    request = rf.get("/")
    request.user = waterworker(person, "writer")
    row = own_text(request, CODE)
    assert not may_write(request, row) and draft_or_overview(row)[0] is None
    row = revised(request.user)
    assert may_write(request, row) and draft_or_overview(row)[0] is not None
    assert [link.current for link in page_of(request, row, at="edit")["tabs"]].count(True) == 1
    assert not may_write(request, act(row, EditorialAction.SUBMIT, by=request.user))
    with pytest.raises(Http404):
        own_text(request, "topis")
