"""The partner portal: the own record and what is shared, nothing else."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from seoulution.apps.accounts.models import User
from seoulution.apps.network.models import Agency, Firm
from seoulution.apps.network.services import affiliate

pytestmark = pytest.mark.django_db
DESK = "partner_portal:desk"
SignIn = Callable[[str], Client]


def body(client: Client) -> str:
    response: Any = client.get(reverse(DESK))
    assert response.status_code == 200
    return str(response.content.decode())


def test_an_agency_sees_its_own_record_and_no_other(signed_in_as: SignIn) -> None:
    client = signed_in_as("partner")
    koica = Agency.objects.get(code="koica")
    affiliate(User.objects.get(username="partner"), agency=koica)
    page = body(client)
    assert koica.name_en in page
    assert Agency.objects.get(code="kotra").name_en not in page


def test_a_firm_sees_its_own_references(signed_in_as: SignIn) -> None:
    client = signed_in_as("partner")
    firm = Firm.objects.get(code="posco")
    affiliate(User.objects.get(username="partner"), firm=firm)
    page = body(client)
    assert firm.name_en in page
    assert all(other.name_en not in page for other in Firm.objects.exclude(pk=firm.pk))


def test_nothing_is_said_to_be_shared_when_nothing_is(signed_in_as: SignIn) -> None:
    page = body(signed_in_as("partner"))
    assert 'class="empty"' in page


@pytest.mark.parametrize("role", ["officer", "manager", "analyst", "auditor", "owner"])
def test_other_roles_are_refused(signed_in_as: SignIn, role: str) -> None:
    assert signed_in_as(role).get(reverse(DESK)).status_code == 403


def test_visitors_are_led_to_sign_in(client: Client) -> None:
    assert client.get(reverse(DESK)).status_code == 302
