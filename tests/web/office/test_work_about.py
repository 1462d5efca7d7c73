"""What the pages of daily work share: the file, the way back, and words for what was refused."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.models import Engagement, Task
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, ReasonMissing
from seoulution.engine.findings import Finding
from seoulution.web.office.work_about import back_to, closed_or_done, file_of, file_words, page_of_file

pytestmark = pytest.mark.django_db


def test_work_leads_to_its_file() -> None:
    engagement, request = Engagement.objects.all()[0], SharingRequest.objects.select_related("city").all()[0]
    assert page_of_file(engagement, "tasks") == reverse("office:engagement_work", args=[engagement.code]) + "#tasks"
    assert page_of_file(request) == reverse("office:request", args=[request.code])
    assert page_of_file(None) == reverse("office:today") and file_words(None) == ""
    assert file_of(Task(sharing_request=request)) == request and request.code in file_words(request)


@pytest.mark.parametrize(
    ("sent", "path"),
    [
        ({"from": "tasks"}, "/office/tasks/"),
        ({"from": "https://evil.example"}, "/office/"),
        ({"contact": "7"}, "/office/contacts/7/#tasks"),
        ({"contact": "７"}, "/office/"),
        ({}, "/office/"),
    ],
)
def test_the_way_back_is_one_of_our_own_pages(rf: RequestFactory, sent: dict[str, str], path: str) -> None:
    assert back_to(Task(), "tasks", rf.post("/", sent)).headers["Location"] == path


def test_what_was_refused_is_said_in_words(rf: RequestFactory) -> None:
    def refuse(error: Exception) -> str:
        def act() -> None:
            raise error

        return closed_or_done(rf.post("/"), act)

    assert "closed already" in refuse(AlreadyOver("x")) and "Say why" in refuse(ReasonMissing("x"))
    assert refuse(NotAllowed([Finding("task.no-text")])) == "It is not said what is to be done."
    assert closed_or_done(rf.post("/"), lambda: None) == ""
