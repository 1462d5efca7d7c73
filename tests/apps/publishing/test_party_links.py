"""A party's link is judged from its row; only the office learns why one opened nothing."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.apps.publishing.shared import engagement, link_for

from seoulution.apps.demand.links import LinkState, new_token
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.demand.services import issue_link, revoke_links
from seoulution.apps.publishing.party_links import party_link_of, refused_link

pytestmark = pytest.mark.django_db


def test_the_office_learns_why_a_link_was_refused_and_whose_it_was(person: Callable[..., Any]) -> None:
    now = timezone.now()
    link, token = link_for(engagement(), person("officer"))
    assert refused_link(token, now=now) == (LinkState.VALID, link)
    assert refused_link(token, now=now + timedelta(days=31)) == (LinkState.EXPIRED, link)
    assert refused_link(token, now=now - timedelta(days=1)) == (LinkState.NOT_YET, link)
    assert refused_link(new_token(), now=now) == (LinkState.UNKNOWN, None)


def test_a_requests_link_is_no_partys_link() -> None:
    request, now = SharingRequest.objects.get(code="metro-manila-2013"), timezone.now()
    token = issue_link(request, by=None)
    assert party_link_of(token, now=now) is None and refused_link(token, now=now) == (LinkState.VALID, None)
    revoke_links(request)
    assert refused_link(token, now=now) == (LinkState.REVOKED, None)
