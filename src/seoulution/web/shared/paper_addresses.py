"""The site as printed papers name it: scheme and host of the address that the reader used."""

from django.http import HttpRequest

from seoulution.apps.publishing.compose.whole_story import Addresses


def addresses_of(request: HttpRequest) -> Addresses:
    """For every address that a paper prints in full."""
    return Addresses(request.build_absolute_uri("/").rstrip("/"))
