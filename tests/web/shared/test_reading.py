"""A file is taken with a reason; the record of it is made before anything is shown. Whole pages: tests/trust/test_readings.py."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.test import RequestFactory

from seoulution.apps.accounts.models import AccessRecord
from seoulution.web.shared.reading import LONGEST, note_list, note_reading, with_reason

pytestmark = [pytest.mark.django_db, pytest.mark.trust]


@with_reason
def taken(request: Any, *, reason: str) -> HttpResponse:
    return HttpResponse(reason)


@pytest.mark.parametrize(("given", "status"), [("", 422), (" \x00 ", 422), ("for the mayor", 200)])
def test_only_with_words_the_file_is_handed_over(person: Callable[..., Any], given: str, status: int) -> None:
    request = RequestFactory().post("/", {"reason": given})
    request.user = person("officer")
    answer = taken(request)
    assert answer.status_code == status and (answer.content == b"for the mayor") is (status == 200)


def test_a_very_long_reason_is_cut_and_a_link_alone_asks(person: Callable[..., Any]) -> None:
    request = RequestFactory().post("/", {"reason": "x" * 10_000})
    request.user = person("officer")
    assert len(taken(request).content) == LONGEST
    asked = RequestFactory().get("/?reason=sneaked+in")
    asked.user = request.user
    assert b"sneaked in" not in taken(asked).content


def test_the_line_says_from_where(person: Callable[..., Any]) -> None:
    request: Any = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")
    request.user = person("officer")
    note_reading(request, about="request", about_code="x", whose="requester of x")
    assert AccessRecord.objects.get().address == "192.0.2.7"


def test_a_page_of_a_list_leaves_one_line_with_its_first_and_last_record_and_an_empty_one_none(
    person: Callable[..., Any],
) -> None:
    request: Any = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")
    request.user = person("officer")
    rows = [person("analyst", name=f"a{number}") for number in range(3)]
    note_list(request, Paginator(rows, 2).page(1), about="mail", about_code="inbox", whose="senders of mails")
    note_list(request, Paginator([], 2).page(1), about="mail", about_code="inbox", whose="senders of mails")
    (line,) = AccessRecord.objects.all()
    assert line.whose == f"senders of mails {rows[0].pk} to {rows[1].pk}, 2 of them" and line.about_code == "inbox"
