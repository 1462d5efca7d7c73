"""Addresses of the open data interface."""

from django.urls import include, path

from seoulution.web.api import docs
from seoulution.web.api.operations import api

_api_patterns, _api_app, _api_namespace = api.urls

urlpatterns = [
    path("", docs.docs, name="api-docs"),
    path("", include((_api_patterns, _api_app), namespace=_api_namespace)),
]
