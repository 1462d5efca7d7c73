"""A city's request, and a client that holds its private link."""

from typing import Any

from django.test import Client

from seoulution.apps.demand.models import Channel, SharingRequest
from seoulution.apps.demand.services import Incoming, receive

TEXT = "We lose half of our treated water through leaks."


def asked(**changes: Any) -> tuple[SharingRequest, str]:
    """A kept request and the token of its link."""
    given = {"text": TEXT, "city_as_written": "Hanoi", "answer_language": "en", **changes}
    return receive(Incoming(**given), channel=Channel.FORM, by=None)


def holder(token: str) -> Client:
    """A browser that opened the link."""
    client = Client()
    client.get(f"/c/{token}/")
    return client
