from collections.abc import Callable
from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

Render = Callable[..., str]


@pytest.fixture
def render() -> Render:
    """Render a snippet of a template as a page at `path` in `language` would."""

    def rendered(source: str, *, path: str = "/cities/", language: str = "en", **values: Any) -> str:
        context = Context({"request": RequestFactory().get(path), "csrf_token": "token", **values})
        with override(language):
            return Template("{% load i18n seoulution %}" + source).render(context)

    return rendered
