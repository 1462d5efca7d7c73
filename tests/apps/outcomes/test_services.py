"""A result is confirmed by the city, and a person of the office records it once."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.apps.publishing.shared import engagement

from seoulution.apps.engagements.services.rights import AlreadyOver
from seoulution.apps.outcomes.models import Result
from seoulution.apps.outcomes.services import confirm_result

pytestmark = pytest.mark.django_db


def test_a_result_is_confirmed_once_by_whoever_works_on_the_file(person: Callable[..., Any]) -> None:
    result = Result.objects.create(engagement=engagement(), measure_ko="누수율", measure_en="Leakage", unit="%", actual=25)
    given = {"confirmed_by": "Water works", "confirmed_on": date(2026, 11, 1)}
    with pytest.raises(PermissionDenied):
        confirm_result(result, **given, by=person("auditor"))
    assert confirm_result(result, **given, by=person("officer")).confirmed_by == "Water works"
    with pytest.raises(AlreadyOver):
        confirm_result(result, **given, by=person("officer", name="other"))
