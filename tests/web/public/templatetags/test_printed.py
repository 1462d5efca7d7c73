"""What pages offer to be printed."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.publishing.referring import SOLUTION

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.papers import FORMATS
from seoulution.engine.vocabulary import Language
from seoulution.web.public.templatetags.printed import brochure_downloads

pytestmark = pytest.mark.django_db


def test_a_solution_offers_its_leaflet_in_every_language_and_format(client: Client) -> None:
    html = client.get(reverse("public:solution", args=(SOLUTION,))).content.decode()
    part = html.split('id="leaflet"')[1].split("</form>")[0]
    assert all(f'formaction="{reverse("public:leaflet", args=(SOLUTION, name))}"' in part for name in FORMATS)
    assert all(f'<option value="{language}"' in part for language in Language)


def test_a_withdrawn_solution_offers_none(client: Client) -> None:
    PolicySolution.objects.filter(code=SOLUTION).update(withdrawn_on="2026-01-01")
    assert 'id="leaflet"' not in client.get(reverse("public:solution", args=(SOLUTION,))).content.decode()


def test_the_list_offers_a_brochure_once_a_sector_is_chosen(client: Client) -> None:
    address = reverse("public:solutions")
    assert reverse("public:brochure", args=("water", "pdf")) in client.get(address, {"sector": "water"}).content.decode()
    for query in ({}, {"sector": "magic"}):
        assert 'id="brochure"' not in client.get(address, query).content.decode()
    PolicySolution.objects.filter(sector="sewage").update(withdrawn_on="2026-01-01")
    assert 'id="brochure"' not in client.get(address, {"sector": "sewage"}).content.decode()


def test_the_brochure_is_offered_whatever_else_the_list_is_narrowed_by(client: Client) -> None:
    page = client.get(reverse("public:solutions"), {"sector": "water", "stage": "1", "cost": "high", "evidence": "D"})
    assert not page.context["cards"] and b'id="brochure"' in page.content


def test_what_a_sector_prints_is_said_without_asking_the_database(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert brochure_downloads("water")["addresses"] and not brochure_downloads("")["addresses"]
