"""The way to a claim for those who have a desk, and the public's way to doubt one."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.translation import override
from tests.apps.publishing.referring import AFTER, SOLUTION, ended

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.publishing.quoting import printing_findings, quotes_of
from seoulution.web.shared.claim_links import claim_address, doubt_address, with_ways

pytestmark = pytest.mark.django_db
KEY = f"{SOLUTION}/{AFTER}"


@pytest.mark.parametrize(
    ("role", "address"),
    [
        ("officer", f"/office/claims/{KEY}/"),
        ("manager", f"/office/claims/{KEY}/"),
        ("owner", f"/bureau/claims/{KEY}/"),
        ("partner", ""),
        ("translator", ""),
    ],
)
def test_the_way_leads_to_the_own_desk(person: Callable[..., Any], role: str, address: str) -> None:
    assert claim_address(person(role), KEY) == address


def test_a_visitor_reads_the_finding_and_is_led_nowhere() -> None:
    ended(AFTER)
    row = PolicySolution.objects.select_related("owner").get(code=SOLUTION)
    [(finding, way)] = with_ways(printing_findings([row], timezone.localdate()), AnonymousUser())
    assert (finding.parameters["claim"], way) == (KEY, "")


def test_a_doubt_names_the_claim_in_the_readers_words() -> None:
    row = PolicySolution.objects.select_related("owner").get(code=SOLUTION)
    with override("en"):
        address = doubt_address(quotes_of(row, timezone.localdate())[AFTER], row.name_en)
    asked = parse_qs(urlsplit(address).query)["text"][0]
    assert address.startswith("/ask/") and "Revenue water ratio (2013)" in asked and row.name_en in asked and KEY in asked
