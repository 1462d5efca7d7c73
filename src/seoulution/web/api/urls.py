"""Addresses of the open data interface."""

from collections.abc import Sequence

from django.urls import URLPattern, URLResolver, include, path

from seoulution.web.api import docs
from seoulution.web.api.operations import api
from seoulution.web.shared.access import open_to_all

_api_patterns, _api_app, _api_namespace = api.urls


def _marked(patterns: Sequence[URLPattern | URLResolver]) -> Sequence[URLPattern | URLResolver]:
    """Every operation says that it is open to all: ninja makes the views, so that no decorator of ours stands on them."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            open_to_all(pattern.callback)
    return patterns


urlpatterns = [
    path("", docs.docs, name="api-docs"),
    path("", include((_marked(_api_patterns), _api_app), namespace=_api_namespace)),
]
