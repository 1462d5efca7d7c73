"""What the office's tests share: opening a page, sending a form once, reading a list back."""

import csv
import io
import uuid
from typing import Any

from django.test import Client
from django.urls import reverse


def body(response: Any) -> str:
    """The page as text."""
    return str(response.content.decode())


def text_of(client: Client, name: str, query: str = "", args: tuple[str, ...] = ()) -> str:
    """A page that opens, as text."""
    response: Any = client.get(reverse(name, args=args) + query)
    assert response.status_code == 200
    return body(response)


def post(client: Client, name: str, args: list[Any], **fields: Any) -> Any:
    """A form with a fresh key."""
    return client.post(reverse(name, args=args), {"submission": str(uuid.uuid4()), **fields})


def rows_of(client: Client, name: str, query: str = "") -> list[list[str]]:
    """The rows of a list's CSV without its head."""
    response: Any = client.get(reverse(name) + f"?download=csv{query}")
    assert response.status_code == 200
    return list(csv.reader(io.StringIO(b"".join(response).decode("utf-8-sig"))))[1:]
