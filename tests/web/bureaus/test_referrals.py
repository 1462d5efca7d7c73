"""What was referred to the own body: read, answered, declined; another body's question does not exist here."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.pages import page
from tests.web.office.reading import body, post

from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.models import Engagement, Referral
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import affiliate

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def client_of(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="seoulution.apps.accounts.backend.PersonBackend")
    return client


def test_the_bodys_people_answer_or_decline(person: Person) -> None:
    agency, other = Agency.objects.filter(withdrawn_on=None)[:2]
    engineer, stranger, officer = person("owner"), person("owner", name="stranger"), person("officer")
    affiliate(engineer, agency=agency)
    affiliate(stranger, agency=other)
    file = Engagement.objects.get(code="metro-manila-transport-advice")
    first = Referral.objects.create(engagement=file, to_body=agency, asks="How deep?", referred_by=officer)
    second = Referral.objects.create(
        sharing_request=SharingRequest.objects.all()[0], to_body=agency, asks="Who teaches?", referred_by=officer
    )
    client = client_of(engineer)
    html = page(client, "bureaus:referrals")
    assert "How deep?" in html and "Who teaches?" in html and "Metro Manila" in html
    assert post(client, "bureaus:referral", [first.pk], text=" ").status_code == 422
    assert post(client, "bureaus:referral", [first.pk], text="1.2 m").status_code == 302
    assert post(client, "bureaus:referral", [second.pk], text="not ours", decline="1").status_code == 302
    assert [(row.answer, row.is_declined) for row in Referral.objects.order_by("pk")] == [("1.2 m", False), ("not ours", True)]
    assert "1.2 m" in body(client.get(reverse("bureaus:referral", args=[first.pk])))
    elsewhere = client_of(stranger)
    assert "How deep?" not in page(elsewhere, "bureaus:referrals")
    assert elsewhere.get(reverse("bureaus:referral", args=[first.pk])).status_code == 404


def test_who_belongs_to_no_body_is_told_so(person: Person) -> None:
    assert page(client_of(person("owner")), "bureaus:referrals")
