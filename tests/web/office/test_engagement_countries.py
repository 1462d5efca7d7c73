"""The list can be narrowed to countries that have an engagement for the person, and to no others."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import translation

from seoulution.apps.cities.models import City, Country
from seoulution.apps.engagements.models import Engagement
from seoulution.web.office.engagement_countries import country_choices

pytestmark = pytest.mark.django_db


def test_only_countries_with_an_engagement_are_offered(person: Callable[..., Any]) -> None:
    offered = {code for code, _name in country_choices(person("officer"))}
    assert offered == set(Engagement.objects.values_list("city__country__code", flat=True))


def test_a_country_whose_only_file_is_sensitive_is_offered_to_its_people_alone(person: Callable[..., Any]) -> None:
    owner, other, auditor = person("officer"), person("officer", "other"), person("auditor")
    row = Engagement.objects.get(code="baku-traffic-centre")
    Engagement.objects.filter(city__country=row.city.country).update(is_sensitive=True, owner=owner)
    code = row.city.country.code
    assert [code in dict(country_choices(user)) for user in (owner, other, auditor)] == [True, False, True]


def test_they_change_with_the_engagements_the_cities_and_the_names(person: Callable[..., Any]) -> None:
    officer, row = person("officer"), Engagement.objects.get(code="baku-traffic-centre")
    others = set(Engagement.objects.values_list("city__country", flat=True))
    elsewhere = Country.objects.exclude(pk__in=others)[0]
    assert elsewhere.code not in dict(country_choices(officer))
    City.objects.filter(pk=row.city.pk).update(country=elsewhere)
    assert elsewhere.code in dict(country_choices(officer))
    Country.objects.filter(pk=elsewhere.pk).update(name_en="A new name")
    assert dict(country_choices(officer))[elsewhere.code] == "A new name"
    Engagement.objects.filter(city=row.city).update(withdrawn_on="2026-01-01")
    assert elsewhere.code not in dict(country_choices(officer))


def test_names_are_in_the_language_of_the_reader(person: Callable[..., Any]) -> None:
    officer = person("officer")
    with translation.override("ko"):
        assert ("PH", "필리핀") in country_choices(officer)
    with translation.override("en"):
        assert ("PH", "Philippines") in country_choices(officer)
