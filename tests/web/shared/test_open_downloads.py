"""T12: what is being sent ends with the session, the account, the password, the role and the time of a sign-in."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, Final

import pytest
import time_machine
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from seoulution.apps.accounts.services.sessions import end_all_sessions
from seoulution.web.shared import open_downloads
from seoulution.web.shared.open_downloads import SignInOver, downloads_end_with_the_session

pytestmark = [pytest.mark.django_db, pytest.mark.trust]
PARTS: Final = [b"one", b"two", b"three"]


@pytest.fixture(autouse=True)
def _looked_at_each_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_downloads, "LOOKS_EACH_SECONDS", 0.0)


@pytest.fixture
def officer(person: Callable[..., Any]) -> Any:
    return person("officer")


@pytest.fixture
def client(officer: Any) -> Client:
    signed_in = Client()
    assert signed_in.post(reverse("sign_in"), {"username": "officer", "password": "correct horse battery"}).status_code == 302
    signed_in.get(reverse("office:today"))
    return signed_in


def sent(client: Client, user: Any) -> Iterator[bytes]:
    """The parts of an answer to a request with the client's session, as the server takes them one by one."""
    request = RequestFactory().get("/")
    request.session, request.user = client.session, user  # type: ignore[assignment]
    answer = downloads_end_with_the_session(lambda _: StreamingHttpResponse(iter(PARTS)))(request)
    assert isinstance(answer, StreamingHttpResponse)
    return iter(answer)  # type: ignore[arg-type]


def deleted(client: Client, officer: Any) -> None:
    client.session.delete()


def signed_out(client: Client, officer: Any) -> None:
    client.post(reverse("sign_out"))


def closed(client: Client, officer: Any) -> None:
    officer.is_active = False
    officer.save()


def everywhere_ended(client: Client, officer: Any) -> None:
    end_all_sessions(officer)


def another_password(client: Client, officer: Any) -> None:
    officer.set_password("another horse battery")
    officer.save()


@pytest.mark.parametrize("end", [deleted, signed_out, closed, everywhere_ended, another_password])
def test_nothing_more_is_sent_after_the_sign_in_ended(client: Client, officer: Any, end: Callable[[Client, Any], None]) -> None:
    parts = sent(client, type(officer).objects.get(pk=officer.pk))
    assert next(parts) == b"one"
    end(client, officer)
    with pytest.raises(SignInOver):
        next(parts)


@pytest.mark.parametrize("later", [timedelta(minutes=31), timedelta(hours=13)])
def test_nothing_more_is_sent_after_the_time_of_the_sign_in(client: Client, officer: Any, later: timedelta) -> None:
    parts = sent(client, officer)
    next(parts)
    with time_machine.travel(timezone.now() + later, tick=False), pytest.raises(SignInOver):
        next(parts)


def test_who_stays_signed_in_gets_every_part(client: Client, officer: Any) -> None:
    assert list(sent(client, officer)) == PARTS


def test_nothing_at_all_is_sent_where_it_ended_while_the_list_was_written(client: Client, officer: Any) -> None:
    parts = sent(client, officer)
    client.session.delete()
    with pytest.raises(SignInOver):
        next(parts)


def test_it_is_looked_once_in_a_while_and_not_at_each_part(
    client: Client, officer: Any, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    monkeypatch.setattr(open_downloads, "LOOKS_EACH_SECONDS", 60.0)
    parts = sent(client, officer)
    with django_assert_num_queries(2):
        assert list(parts) == PARTS


def test_answers_to_nobody_in_particular_and_short_ones_are_left_alone(django_assert_num_queries: Any) -> None:
    public: Any = Client().get(reverse("public:status-download", args=["csv"]))
    with django_assert_num_queries(0):
        assert public.streaming and b"".join(public)
    short = HttpResponse(b"short")
    assert downloads_end_with_the_session(lambda _: short)(HttpRequest()) is short


def test_the_site_has_it(client: Client, officer: Any) -> None:
    answer: Any = client.get(reverse("office:engagements") + "?download=csv")
    client.session.delete()
    with pytest.raises(SignInOver):
        b"".join(answer)
