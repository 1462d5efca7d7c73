"""What narrows the list is said in words that can be taken away one by one."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from seoulution.apps.engagements.access import visible_to
from seoulution.web.office.engagement_filter import EngagementFilter
from seoulution.web.shared.filters_used import filters_in_use

pytestmark = pytest.mark.django_db


def filtered(person: Callable[..., Any], query: str) -> EngagementFilter:
    request = RequestFactory().get("/")
    request.user = person("officer")
    return EngagementFilter(QueryDict(query), queryset=visible_to(request.user), request=request)


def test_filters_in_use_are_told_with_their_words(person: Callable[..., Any]) -> None:
    found = filtered(person, "sector=water&q=Manila&stage=")
    assert sorted((name, value) for name, value, _words in filters_in_use(found)) == [("q", "Manila"), ("sector", "water")]


@pytest.mark.parametrize("words", ["수도", "%", "_", "\\", "'", "METRO manila"])
def test_any_words_are_taken_as_they_are(person: Callable[..., Any], words: str) -> None:
    found = filtered(person, QueryDict(mutable=True).urlencode())
    rows = EngagementFilter({"q": words}, queryset=found.queryset, request=found.request).qs
    assert all(words.lower() in row.words or row.city_id for row in rows)
    if words == "_":
        assert not rows.filter(city__name_en="Hanoi").exists()
