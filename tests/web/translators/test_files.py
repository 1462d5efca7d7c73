"""Files for agencies: what goes out is what was asked for."""

from collections.abc import Callable

import pytest
from django.test import Client
from lxml import etree

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.formats.translation_sheet import read_translation_sheet
from seoulution.formats.xliff_codes import tag

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_the_xliff_of_one_solution_has_its_texts(signed_in_as: SignIn) -> None:
    answer = signed_in_as("officer").get("/translations/files/export/?language=es&solution=topis&format=xliff")
    assert answer["Content-Disposition"] == 'attachment; filename="seoulution-topis-es.xlf"'
    units = [unit.get("id") for unit in etree.fromstring(answer.content).iter(tag("unit"))]
    assert units == [path for path, _ in PolicySolution.objects.get(code="topis").manuscript.texts()]


def test_the_sheet_of_a_sector_has_only_its_solutions(signed_in_as: SignIn) -> None:
    answer = signed_in_as("officer").get("/translations/files/export/?language=th&sector=waste&format=xlsx&state=missing")
    rows = read_translation_sheet(answer.content)
    waste = set(PolicySolution.objects.filter(sector="waste").values_list("code", flat=True))
    assert {row.solution for row in rows} == waste and {row.state for row in rows} == {"missing"}


@pytest.mark.parametrize("query", ["", "language=ko&format=xliff", "language=es&format=pdf", "language=es&format=xlsx&state=x"])
def test_a_choice_that_does_not_exist_is_told(signed_in_as: SignIn, query: str) -> None:
    answer = signed_in_as("officer").get(f"/translations/files/export/?{query}")
    assert answer.status_code == 422
