"""The dossier says of each solution which level fits the city, from the city's own figures."""

from typing import Any

import pytest
from django.utils import timezone
from django.utils.translation import override

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import Channel
from seoulution.apps.demand.services import Incoming
from seoulution.apps.matching.services import add_match, take_in
from seoulution.apps.publishing.compose.dossier import dossier
from seoulution.apps.publishing.gather import case_of_request
from seoulution.engine.vocabulary import Language

pytestmark = pytest.mark.django_db


def test_the_level_that_fits_the_city_stands_before_the_levels(person: Any) -> None:
    city = City.objects.get(code="ho-chi-minh-city")
    incoming = Incoming(text="We lose a third of our treated water through leaks in old pipes.", city_as_written=city.name_en)
    request, _token = take_in(incoming, channel=Channel.OFFICE, today=timezone.localdate(), by=None)
    need = request.needs.all()[0]
    add_match(need, solution=PolicySolution.objects.get(code="revenue-water"), reason="seen", by=person("officer"))
    with override("en"):
        paper = dossier(case_of_request(request, today=timezone.localdate(), now=timezone.now()), Language.EN)
    assert "Level 3 of 5 fits your city" in repr(paper.sections)
