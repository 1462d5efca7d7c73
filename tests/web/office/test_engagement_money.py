"""The money of an engagement on its page."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.reading import body

pytestmark = pytest.mark.django_db
CODE = "metro-manila-transport-advice"
SignIn = Callable[[str], Client]


def test_money_names_funds_in_their_own_words_and_says_that_no_cost_is_known(signed_in_as: SignIn) -> None:
    page = body(signed_in_as("officer").get(reverse("office:engagement_course", args=[CODE])))
    assert "No cost is known yet" in page
    assert "대외경제협력기금" in page or "EDCF" in page
    drawn = body(signed_in_as("manager").get(reverse("office:engagement_course", args=["bangkok-fare-card-consulting"])))
    assert "The sum on record is read as the cost of" in drawn
