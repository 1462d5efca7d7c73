"""T3: what is sent beside the fields of a form counts for nothing, and the log says so by name, never by value, and not without end."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.test import RequestFactory
from django.urls import reverse

from seoulution.apps.accounts.models import User
from seoulution.web.shared.vain_fields import NAMES_OF_AN_ADDRESS, Asked, FieldsSentInVain, SentFields, needs_no_field

pytestmark = [pytest.mark.django_db, pytest.mark.trust]


@pytest.fixture(autouse=True)
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.WARNING, "seoulution.forms")
    return caplog


def names_in(log: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage().rsplit(": ", 1)[1].strip("'") for record in log.records if record.name == "seoulution.forms"]


class _Form(forms.Form):
    title = forms.CharField()
    is_open = forms.BooleanField(required=False)
    kinds = forms.MultipleChoiceField(choices=[("a", "a"), ("b", "b")], required=False)


def taken(given: str, view: Callable[[HttpRequest], HttpResponse], site: FieldsSentInVain | None = None) -> FieldsSentInVain:
    """The form sent through the middleware to a view."""
    site = site or FieldsSentInVain(lambda request: view(request))
    request = RequestFactory().post("/", given, content_type="application/x-www-form-urlencoded")
    site.get_response = lambda request: (site.process_view(request, view, (), {}), view(request))[1]
    site(request)
    return site


def _bound(request: HttpRequest) -> HttpResponse:
    assert _Form(request.POST).is_valid()
    return HttpResponse(status=302)


def test_a_field_of_no_form_is_logged_by_name_and_its_value_is_not(log: pytest.LogCaptureFixture) -> None:
    taken("title=x&kinds=a&kinds=b&is_superuser=zqsecret&csrfmiddlewaretoken=t&submission=s&next=/", _bound)
    assert names_in(log) == ["is_superuser"] and "zqsecret" not in log.text


def test_every_field_of_a_bound_form_counts_as_asked_for_also_of_a_copy(log: pytest.LogCaptureFixture) -> None:
    def of_a_copy(request: HttpRequest) -> HttpResponse:
        copied = request.POST.copy()
        copied["title"] = "another"
        assert _Form(copied).is_valid() and request.POST["title"] == "x"
        return HttpResponse()

    taken("title=x&is_open=on&kinds=a", of_a_copy)
    assert not names_in(log)


@pytest.mark.parametrize(
    "view",
    [
        lambda request: HttpResponse(status=302),
        lambda request: HttpResponse(request.POST.get("title"), status=403),
        lambda request: HttpResponse(str(sorted(request.POST.items()))),
        lambda request: (request.POST.get("title"), needs_no_field(request), HttpResponse())[2],
    ],
    ids=["asked for nothing", "refused", "went through all of it", "a button that needs none"],
)
def test_a_view_that_took_nothing_or_everything_logs_nothing(log: Any, view: Callable[[HttpRequest], HttpResponse]) -> None:
    taken("title=x&other=y", view)
    assert not names_in(log)


def test_one_name_is_logged_once_and_many_names_do_not_fill_the_log(log: pytest.LogCaptureFixture) -> None:
    site = taken("title=x&other=1", _bound)
    taken("title=x&other=2", _bound, site)
    assert names_in(log) == ["other"]
    for number in range(100):
        taken(f"title=x&n{number}={'v' * 9}&{'l' * 500}=1", _bound, site)
    assert len(names_in(log)) == NAMES_OF_AN_ADDRESS and max(map(len, names_in(log))) <= 60


def test_values_are_what_they_were_and_cannot_be_changed() -> None:
    given = QueryDict("a=1&a=2&b=&c=%EC%84%9C%EC%9A%B8")
    sent = SentFields.of(given, Asked())
    assert dict(sent.lists()) == dict(given.lists()) and sent.urlencode() == given.urlencode() and sent == given
    with pytest.raises(AttributeError):
        sent["a"] = "3"


def test_an_account_is_not_made_a_superuser_by_a_field_and_the_log_tells_who_tried(signed_in_as: Any, log: Any) -> None:
    """The site itself: what a form of the office does not have changes nothing."""
    fields = {
        "username": "new-one",
        "name": "New",
        "role": "officer",
        "is_superuser": "on",
        "is_staff": "on",
        "password": "zqsecret",
    }
    signed_in_as("manager").post(reverse("office:person_new"), fields)
    assert {"is_superuser", "is_staff", "password"} <= set(names_in(log)) and "zqsecret" not in log.text
    assert not User.objects.filter(is_superuser=True).exists()
