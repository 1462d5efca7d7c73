"""A form counts once: repeated after a dropped answer, it leads to the first result instead of doing the work again."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from seoulution.apps.accounts import services

FIELD = "submission"


def fresh_key() -> str:
    """The value of the hidden field of a newly shown form."""
    return str(uuid.uuid4())


def once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A POST carrying a `submission` key runs once; only a redirect (success) is remembered, a form with errors is not.

    The mark and the work commit together, so a crash in between leaves neither.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = _key(request)
        if request.method != "POST" or key is None:
            return view(request, *args, **kwargs)
        sender = str(request.user.pk) if request.user.is_authenticated else (request.session.session_key or "visitor")
        with transaction.atomic():
            earlier = services.claim_submission(key, path=request.path, sender=sender)
            if earlier is not None:
                return HttpResponseRedirect(earlier or request.path)
            response = view(request, *args, **kwargs)
            if isinstance(response, HttpResponseRedirect):
                services.settle_submission(key, led_to=response.url)
            else:
                services.forget_submission(key)
        return response

    return guarded


def _key(request: HttpRequest) -> uuid.UUID | None:
    """The form's hidden field; a program that sends the form says `Idempotency-Key`."""
    try:
        return uuid.UUID(request.POST.get(FIELD) or request.headers.get("Idempotency-Key", ""))
    except ValueError:
        return None
