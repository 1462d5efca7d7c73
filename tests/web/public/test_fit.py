"""How a solution would fit one city, judged by that city's own figures."""

from datetime import date

import pytest
from django.test import Client

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.engine.matching.conditions import ConditionState
from seoulution.web.public.fit import fit_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


@pytest.fixture
def solution() -> PolicySolution:
    return PolicySolution.objects.get(code="revenue-water")


@pytest.mark.parametrize("name", ["ho-chi-minh-city", "Ho Chi Minh City", "호찌민", "HO CHI MINH CITY"])
def test_a_city_goes_by_its_code_or_any_name(solution: PolicySolution, name: str):
    fit = fit_of(solution, name, today=TODAY)
    assert fit is not None and fit.city is not None and fit.city.code == "ho-chi-minh-city"


def test_conditions_are_met_or_not_by_sourced_figures_of_the_city(solution: PolicySolution):
    """Non-revenue water of 34 % in Ho Chi Minh City (its profile) is above the 20 % from which the need is clear."""
    fit = fit_of(solution, "ho-chi-minh-city", today=TODAY)
    assert fit is not None
    need = next(each for each in fit.judged if each.condition.code == "need-non-revenue-water")
    assert need.result.state is ConditionState.MET and need.result.figure is not None and need.result.figure.source


def test_what_only_the_city_can_say_stays_unknown(solution: PolicySolution):
    fit = fit_of(solution, "ho-chi-minh-city", today=TODAY)
    assert fit is not None
    asked = next(each for each in fit.judged if each.condition.code == "keeps-savings")
    assert asked.result.state is ConditionState.UNKNOWN and asked.tone == "missing"


def test_a_country_figure_decides_nothing(solution: PolicySolution):
    for code in ("ho-chi-minh-city", "yangon", "bogota", "jakarta"):
        fit = fit_of(solution, code, today=TODAY)
        assert fit is not None
        assert not any(each.result.figure is not None and each.result.figure.stands_in for each in fit.judged)


def test_a_near_miss_is_answered_with_suggestions(client: Client):
    page = client.get("/solutions/revenue-water/", {"city": "Jakarte"})
    assert b"?city=jakarta#fit" in page.content


@pytest.mark.parametrize("name", ["Nowhere at all", "\x00", "🎉", "seoul", "x" * 3000])
def test_a_place_that_cannot_be_compared_is_answered(client: Client, name: str):
    page = client.get("/solutions/revenue-water/", {"city": name})
    assert page.status_code == 200
