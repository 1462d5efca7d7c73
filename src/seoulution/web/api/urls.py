"""Addresses of the open data interface."""

from collections.abc import Mapping, Sequence
from typing import Final

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path

from seoulution.apps.accounts.roles import Permission
from seoulution.web.api import docs
from seoulution.web.api.operations import api
from seoulution.web.shared.access import needs, open_to_all
from seoulution.web.shared.limits import by_address, limited

_api_patterns, _api_app, _api_namespace = api.urls


def _reads(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    return (("api-read", by_address(request)),)


FOR_THE_OFFICE: Final[Mapping[str, Permission]] = {"gate": Permission.SEE_OFFICE}
"""Operations that are not open to all, by the name of their address."""


def _marked(patterns: Sequence[URLPattern | URLResolver]) -> Sequence[URLPattern | URLResolver]:
    """Every operation says who may ask it and counts what is read: ninja makes the views, so no decorator of ours stands on them."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            permission = FOR_THE_OFFICE.get(pattern.name or "")
            mark = open_to_all if permission is None else needs(permission)
            pattern.callback = mark(limited(_reads)(pattern.callback))
    return patterns


urlpatterns = [
    path("", docs.docs, name="api-docs"),
    path("", include((_marked(_api_patterns), _api_app), namespace=_api_namespace)),
]
