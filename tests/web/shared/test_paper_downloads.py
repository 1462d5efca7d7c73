"""Papers leave as downloads: a file that is gone from the disk has no page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404
from django.test import RequestFactory
from tests.apps.engagements.signatories import letter

from seoulution.apps.demand import attachments
from seoulution.web.shared.paper_downloads import version_response

pytestmark = pytest.mark.django_db


def test_a_file_that_somebody_removed_is_not_found(person: Callable[..., Any]) -> None:
    version = letter(person("officer"))
    attachments.forget(version.stored_name)
    request: Any = RequestFactory().get("/")
    with pytest.raises(Http404):
        version_response(request, version)
