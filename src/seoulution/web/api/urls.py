"""Addresses of the open data interface."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path

from seoulution.web.api import docs
from seoulution.web.api.operations import api
from seoulution.web.shared.access import open_to_all
from seoulution.web.shared.limits import by_address, limited

_api_patterns, _api_app, _api_namespace = api.urls


def _reads(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    return (("api-read", by_address(request)),)


def _marked(patterns: Sequence[URLPattern | URLResolver]) -> Sequence[URLPattern | URLResolver]:
    """Every operation says that it is open to all and counts what is read: ninja makes the views, so no decorator of ours stands on them."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            pattern.callback = open_to_all(limited(_reads)(pattern.callback))
    return patterns


urlpatterns = [
    path("", docs.docs, name="api-docs"),
    path("", include((_marked(_api_patterns), _api_app), namespace=_api_namespace)),
]
