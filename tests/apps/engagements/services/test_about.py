"""What work is about decides who may change it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.models import Contact, Engagement, Task
from seoulution.apps.engagements.services.about import columns, may_work_about, may_work_on, refuse
from seoulution.apps.engagements.services.rights import NotAllowed, NotOwnFile
from seoulution.engine.findings import Finding

pytestmark = pytest.mark.django_db


def test_an_engagement_belongs_to_its_people_and_a_request_to_whoever_works_requests(person: Callable[..., Any]) -> None:
    engagement, request = Engagement.objects.all()[0], SharingRequest.objects.all()[0]
    owner, other = person("officer", name="owner"), person("officer", name="other")
    Engagement.objects.filter(pk=engagement.pk).update(owner=owner)
    may_work_about(owner, engagement)
    may_work_about(other, request)
    may_work_on(other, Task(sharing_request=request))
    may_work_on(other, Contact(city=City.objects.all()[0]))
    with pytest.raises(NotOwnFile):
        may_work_about(other, engagement)
    with pytest.raises(NotOwnFile):
        may_work_on(other, Task(engagement=engagement))
    with pytest.raises(PermissionDenied):
        may_work_about(person("analyst"), request)
    assert columns(request) == {"sharing_request": request} and columns(engagement) == {"engagement": engagement}


def test_nothing_found_refuses_nothing() -> None:
    refuse([])
    with pytest.raises(NotAllowed):
        refuse([Finding("task.no-text")])
