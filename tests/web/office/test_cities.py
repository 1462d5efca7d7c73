"""The list of cities."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.web.office.reading import rows_of

from seoulution.apps.cities.models import City
from seoulution.apps.engagements.models import Engagement

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "target=yes",
            {"bangkok", "hanoi", "ho-chi-minh-city", "jakarta", "metro-manila", "da-nang", "yangon", "vientiane", "hue"},
        ),
        ("q=마닐라", {"metro-manila"}),
        ("tie=sister&target=yes", {"bangkok", "hanoi", "jakarta"}),
    ],
)
def test_cities_are_narrowed_by_name_tie_and_target(signed_in_as: SignIn, query: str, expected: set[str]) -> None:
    assert {row[0] for row in rows_of(signed_in_as("officer"), "office:cities", "&" + query)} == expected


def test_the_provider_is_no_partner_city(signed_in_as: SignIn) -> None:
    codes = {row[0] for row in rows_of(signed_in_as("officer"), "office:cities")}
    assert "seoul" not in codes
    assert len(codes) == City.objects.filter(withdrawn_on=None, is_provider=False).count()


def test_a_sensitive_file_of_others_is_not_even_counted(signed_in_as: SignIn) -> None:
    def counted(role: str) -> int:
        page = signed_in_as(role).get("/office/cities/?q=마닐라")
        return int(page.context["rows"][0][0].engagement_count)

    before = counted("officer")
    Engagement.objects.filter(code="metro-manila-transport-advice").update(is_sensitive=True)
    assert (counted("manager"), counted("analyst")) == (before, before - 1)
