"""Questions to other bodies, in the office."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.office.pages import page
from tests.web.office.reading import body, post

from seoulution.apps.engagements.models import Referral
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import affiliate

pytestmark = pytest.mark.django_db
CODE = "metro-manila-transport-advice"
SignIn = Callable[[str], Client]


def test_a_question_is_sent_listed_and_taken_back(signed_in_as: SignIn, person: Callable[..., Any]) -> None:
    client, agency = signed_in_as("officer"), Agency.objects.filter(withdrawn_on=None)[0]
    asked = {"to_body": agency.code, "asks": "How deep?", "due_on": "2020-01-01"}
    refused = post(client, "office:referral_add", [CODE], **asked)
    assert refused.status_code == 422 and "Nobody of this body" in body(refused)
    affiliate(person("owner"), agency=agency)
    assert post(client, "office:referral_add", [CODE], **asked).status_code == 302
    referral = Referral.objects.get()
    assert "How deep?" in page(client, "office:referrals") and "overdue" in page(client, "office:referrals")
    assert "How deep?" not in page(client, "office:referrals", query="?state=answered")
    taken = client.post(reverse("office:referral_withdraw", args=[referral.pk]), {"reason": "found it", "from": "referrals"})
    assert taken.headers["Location"] == reverse("office:referrals")
    assert "found it" in page(client, "office:referrals", query="?state=withdrawn")
