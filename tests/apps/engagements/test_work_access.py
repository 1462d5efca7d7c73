"""Whose daily work a person sees: judged by the file, never by the row."""

from collections.abc import Callable
from typing import Any

import pytest

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.models import Engagement, Promise
from seoulution.apps.engagements.work_access import work_visible_to

pytestmark = pytest.mark.django_db
CODE = "metro-manila-transport-advice"


def test_sensitive_files_keep_their_promises_to_themselves(person: Callable[..., Any]) -> None:
    engagement, request = Engagement.objects.get(code=CODE), SharingRequest.objects.all()[0]
    of_file = Promise.objects.create(engagement=engagement, text="a", promised_by="a", promised_to="b")
    of_request = Promise.objects.create(sharing_request=request, text="b", promised_by="a", promised_to="b")
    owner, other = person("officer", name="owner"), person("officer", name="other")
    Engagement.objects.filter(pk=engagement.pk).update(is_sensitive=True, owner=owner)

    def seen(user: Any) -> set[Promise]:
        return set(work_visible_to(user, Promise.objects.all()))

    assert seen(owner) == seen(person("manager")) == seen(person("auditor")) == {of_file, of_request}
    assert seen(other) == seen(person("analyst")) == {of_request}
    assert seen(person("partner")) == seen(person("translator")) == set()
