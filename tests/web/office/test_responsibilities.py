"""Who in the programme owns what."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.pages import page

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.network.models import Responsibility

pytestmark = pytest.mark.django_db


def test_every_stated_duty_and_every_owner_without_one_is_there(signed_in_as: Callable[[str], Client]) -> None:
    html = page(signed_in_as("manager"), "office:responsibilities")
    stated = Responsibility.objects.filter(withdrawn_on=None)
    assert stated.count() == html.count('scope="row"')
    rest = PolicySolution.objects.filter(withdrawn_on=None).exclude(owner__in=stated.values("agency"))
    owners = set(rest.values_list("owner__code", flat=True))
    listed = html.split("Owners without a stated duty")[1]
    assert {code for code in owners if reverse("office:agency", args=[code]) in listed} == owners
    assert listed.count("/office/network/") == len(owners) > 0


@pytest.mark.parametrize(("language", "words"), [("en", "since 2014"), ("ko", "2014년부터")])
def test_a_year_is_written_once_in_each_language(signed_in_as: Callable[[str], Client], language: str, words: str) -> None:
    assert words in page(signed_in_as("manager"), "office:responsibilities", language=language)
