"""Sends the request form as a browser does."""

import re
import uuid
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

LEAKS = "We lose half of our treated water through leaks in old pipes."


def form_of(**changes: Any) -> dict[str, Any]:
    """A complete form; keys given replace or add."""
    return {"lang": "en", "submission": str(uuid.uuid4()), "city": "Metro Manila", "text": LEAKS, "language": "", **changes}


def ask(client: Client, **changes: Any) -> HttpResponse:
    return client.post("/ask/", form_of(**changes))  # type: ignore[return-value]


def file(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/octet-stream")


def without_tokens(page: bytes) -> str:
    """The page without what differs at every request."""
    text = re.sub(
        r'(name="csrfmiddlewaretoken" value|name="csrf-token" content|name="submission" value)="[^"]*"', r"\1", page.decode()
    )
    return text
