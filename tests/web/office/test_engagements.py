"""The list of engagements in its three views."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from seoulution.apps.engagements.models import Engagement

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_engagements_have_the_same_rows_in_every_view(signed_in_as: SignIn) -> None:
    client = signed_in_as("officer")
    for view in ("table", "board", "map"):
        page = client.get(reverse("office:engagements") + f"?country=VN&view={view}").content.decode()
        for code in Engagement.objects.filter(city__country__code="VN").values_list("code", flat=True):
            assert reverse("office:engagement", args=[code]) in page
