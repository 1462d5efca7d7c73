"""Messages after an action that can be undone: ten seconds on the page, as long as the page stands without script."""

from typing import Final

from django.contrib import messages
from django.http import HttpRequest

UNDO_SECONDS: Final = 10
_MARK: Final = "undo:"


def undoable(request: HttpRequest, text: str, undo: str) -> None:
    """Say what was done and offer to undo it: `undo` is an address on this site that takes a POST."""
    messages.success(request, text, extra_tags=_MARK + undo)


def undo_address(tags: str) -> str:
    """The address in a message's tags; empty when it cannot be undone or would lead off this site."""
    address = tags.removeprefix(_MARK) if tags.startswith(_MARK) else ""
    return address if address.startswith("/") and not address.startswith("//") else ""
