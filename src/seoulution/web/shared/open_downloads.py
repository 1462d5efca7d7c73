"""A download that is being sent ends with the sign-in that asked for it.

The other end sees a broken transfer where the length of the answer was told, as it is of lists: the web server ends an answer without a
length in good order, whatever went wrong.
"""

import math
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Final

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase

from seoulution.web.shared.sessions import has_run_out

LOOKS_EACH_SECONDS: Final = 1.0
"""Between two parts of an answer, at most so often: one small query, also where the one who reads is slow."""


class SignInOver(Exception):
    """The sign-in that asked for this download is over; the server breaks the transfer off."""


def downloads_end_with_the_session(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Answers that are sent part by part to somebody signed in are looked after until their last part."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if isinstance(response, StreamingHttpResponse) and not response.is_async and request.user.is_authenticated:
            key, person = request.session.session_key or "", request.user.pk
            response.streaming_content = _sent(iter(response), key, person)
        return response

    return middleware


def _sent(parts: Iterator[bytes], key: str, person: int) -> Iterator[bytes]:
    """The same parts. Before the first one it is looked too: a long list takes seconds to write.

    raises SignInOver
    """
    looked = -math.inf
    for part in parts:
        if time.monotonic() - looked >= LOOKS_EACH_SECONDS:
            if not _is_signed_in(key, person):
                raise SignInOver
            looked = time.monotonic()
        yield part


def _is_signed_in(key: str, person: int) -> bool:
    """What the next page would find, read anew: session, time, account, and whether password, role and second factor are as then."""
    asked = HttpRequest()
    session: SessionBase = import_module(settings.SESSION_ENGINE).SessionStore(key)
    asked.session = session
    return get_user(asked).pk == person and not has_run_out(session, time.time())
