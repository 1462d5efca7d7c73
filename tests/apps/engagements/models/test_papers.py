"""What the database itself holds of papers: a number once, a stored name once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError
from tests.apps.engagements.signatories import letter

from seoulution.apps.engagements.models import DocumentVersion

pytestmark = pytest.mark.django_db


def test_a_version_number_is_given_once(person: Callable[..., Any]) -> None:
    version = letter(person("officer"))
    with pytest.raises(IntegrityError):
        DocumentVersion.objects.create(
            document=version.document, number=1, original_name="b", content_type="text/plain", size_bytes=1, sha256="0" * 64
        )
    assert str(version) == "letter.txt (1)"
