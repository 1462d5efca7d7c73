"""T34 within the process: a form counts once. `tests/trust/test_dropped_answers.py` drops real answers."""

import uuid
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from seoulution.apps.accounts.models import Submission, User
from seoulution.web.shared.once import FIELD, fresh_key, once

pytestmark = [pytest.mark.django_db, pytest.mark.trust]


class Form:
    """A view that counts how often its work was done."""

    def __init__(self, *, fails: int = 0) -> None:
        self.done = 0
        self.fails = fails

    def __call__(self, request: Any) -> HttpResponse:
        if self.fails:
            self.fails -= 1
            return HttpResponse("please correct", status=422)
        self.done += 1
        return HttpResponseRedirect(f"/result/{self.done}/")


def sent(key: str | None = None, **more: str) -> Any:
    request = RequestFactory().post("/form/", {**more, **({FIELD: key} if key is not None else {})})
    request.user = AnonymousUser()
    request.session = type("Session", (), {"session_key": None})()  # type: ignore[assignment]
    return request


def test_a_repeat_leads_to_the_first_result_without_doing_it_again() -> None:
    form, key = Form(), fresh_key()
    answers = [once(form)(sent(key)) for _ in range(5)]
    assert form.done == 1
    assert {answer.headers["Location"] for answer in answers} == {"/result/1/"}


def test_another_key_is_another_form() -> None:
    form = Form()
    once(form)(sent(fresh_key()))
    once(form)(sent(fresh_key()))
    assert form.done == 2


def test_a_form_shown_again_with_errors_may_be_sent_again_under_its_key() -> None:
    form, key = Form(fails=1), fresh_key()
    assert once(form)(sent(key)).status_code == 422
    assert once(form)(sent(key)).headers["Location"] == "/result/1/"
    assert once(form)(sent(key)).headers["Location"] == "/result/1/"
    assert form.done == 1


@pytest.mark.parametrize("key", [None, "", "not-a-key", "00", "'; DROP TABLE"])
def test_a_form_without_a_usable_key_is_simply_done(key: str | None) -> None:
    form = Form()
    assert once(form)(sent(key)).status_code == 302
    assert form.done == 1 and not Submission.objects.exists()


@pytest.mark.django_db(transaction=False)
def test_work_that_fails_leaves_no_mark_so_that_it_can_be_tried_again() -> None:
    key = fresh_key()

    def breaks(request: Any) -> HttpResponse:
        raise IntegrityError("the server broke after the mark was set")

    with pytest.raises(IntegrityError):
        once(breaks)(sent(key))
    assert not Submission.objects.filter(key=uuid.UUID(key)).exists()


def test_the_mark_names_the_account_that_sent_it() -> None:
    user = User.objects.create_user(username="sender", role="officer")
    request = sent(key := fresh_key())
    request.user = user
    once(Form())(request)
    assert Submission.objects.get(key=key).sender == str(user.pk)


def test_reading_a_page_sets_no_mark() -> None:
    request = RequestFactory().get("/form/", {FIELD: fresh_key()})
    once(lambda _: HttpResponse())(request)
    assert not Submission.objects.exists()


def test_a_program_may_say_the_key_in_a_header_instead() -> None:
    """What a program sends twice counts once too."""
    form, key = Form(), fresh_key()

    def program() -> Any:
        request = sent()
        request.META["HTTP_IDEMPOTENCY_KEY"] = key
        return once(form)(request)

    assert {program().headers["Location"] for _ in range(3)} == {"/result/1/"} and form.done == 1
