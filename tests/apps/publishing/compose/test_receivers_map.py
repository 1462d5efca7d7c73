"""Where solutions were shared, on a map."""

import pytest

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.publishing.compose.paper import Paper
from seoulution.apps.publishing.compose.receivers_map import receivers_map, receiving
from seoulution.apps.publishing.compose.spoken import Spoken, spoken
from seoulution.engine.vocabulary import Language, Standing

pytestmark = pytest.mark.django_db


def told(*codes: str) -> list[Spoken]:
    return spoken(Paper(Language.EN), PolicySolution.objects.filter(code__in=codes).select_related("owner"))


def test_a_place_stands_once_with_the_furthest_that_happened_there() -> None:
    city = City.objects.get(code="chanchamayo")
    solution = PolicySolution.objects.get(code="revenue-water")
    one, two = Engagement.objects.filter(withdrawn_on=None)[:2]
    for row, standing in ((one, Standing.PLANNED), (two, Standing.WON)):
        Engagement.objects.filter(pk=row.pk).update(city=city, standing=standing)
        row.solutions.add(solution)
    found = {each.city.code: each.standing for each in receiving(told("revenue-water"))}
    assert found["chanchamayo"] is Standing.WON


def test_a_place_of_which_only_the_text_tells_is_marked_as_told() -> None:
    Engagement.objects.update(withdrawn_on="2026-01-01")
    found = {each.city.code: each.standing for each in receiving(told("revenue-water"))}
    assert found and set(found.values()) == {None}


def test_the_map_names_its_places_in_words_and_cites_where_they_lie() -> None:
    figure = receivers_map(told("revenue-water"), "Where it was shared")
    assert figure is not None and "Chanchamayo" in figure.alternative and figure.cite


def test_a_solution_that_went_nowhere_has_no_map() -> None:
    Engagement.objects.update(withdrawn_on="2026-01-01")
    alone = [each for each in told(*PolicySolution.objects.values_list("code", flat=True)) if not each.record.shared]
    assert alone and receivers_map(alone[:1], "Where it was shared") is None
