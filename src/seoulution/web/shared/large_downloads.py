"""A whole register that leaves the house: who takes it shows first that they are still who signed in."""

from typing import Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from seoulution.web.shared.addresses import changed_address
from seoulution.web.shared.list_downloads import PARAMETER
from seoulution.web.shared.signing_in.proof import proof_first

ROWS: Final = 1_000
"""A list for a day's work is shorter, and is taken without being asked."""


def proof_for_so_many(request: HttpRequest, rows: int) -> HttpResponseBase | None:
    """Where the sign-in is confirmed before a file of so many rows; from there back to the list. None where the file may go."""
    return proof_first(request, changed_address(request, {PARAMETER: None})) if rows > ROWS else None
