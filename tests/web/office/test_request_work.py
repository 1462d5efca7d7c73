"""The daily work on a request that has no engagement yet."""

import pytest

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.models import Promise, Task
from seoulution.engine.engagements.promises import PromiseState
from seoulution.web.office.request_work import work_on

pytestmark = pytest.mark.django_db


def test_it_is_all_there_with_how_promises_stand() -> None:
    request = SharingRequest.objects.all()[0]
    promise = Promise.objects.create(sharing_request=request, text="x", promised_by="a", promised_to="b")
    task = Task.objects.create(sharing_request=request, text="y")
    work = work_on(request)
    assert work["promises"] == [(promise, PromiseState.UNDATED)] and list(work["tasks"]) == [task]
    assert not work["contacts"] and not work["referrals"]
