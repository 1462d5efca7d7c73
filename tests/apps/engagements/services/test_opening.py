"""Opening an engagement: what a file begins with, and what refuses it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.apps.engagements.services.files import TODAY, last_context, opened, opening, water_solution

from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import Channel
from seoulution.apps.demand.services import Incoming, receive
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.opening import open_file
from seoulution.apps.engagements.services.rights import NotAllowed, ReasonMissing
from seoulution.engine.vocabulary import Stage

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]


def refusal(person: Person, **changes: Any) -> set[str]:
    before = Engagement.objects.count()
    with pytest.raises(NotAllowed) as refused:
        open_file(opening(**changes), by=person("officer"), today=TODAY)
    assert Engagement.objects.count() == before
    return {finding.code for finding in refused.value.findings}


def test_a_file_begins_in_its_first_stage_with_owner_day_and_reason(person: Person) -> None:
    officer = person("officer")
    row = opened(officer, solutions=[water_solution()], amount=Decimal("1200.50"), currency="USD")
    assert (row.code, row.stage, row.standing, row.opened_on) == ("hanoi-water-2026", "exchange", "running", TODAY)
    assert (row.owner, row.is_told, list(row.solutions.all())) == (officer, False, [water_solution()])
    spell = row.spells.get()
    assert (spell.stage, spell.outcome, spell.entered_on, spell.reason) == (
        "exchange",
        "running",
        TODAY,
        "our proposal at the forum",
    )
    assert last_context("Engagement", row.pk)["reason"] == "our proposal at the forum"


def test_a_second_file_of_the_same_city_sector_and_year_gets_a_number(person: Person) -> None:
    officer = person("officer")
    assert [opened(officer).code for _ in range(3)] == ["hanoi-water-2026", "hanoi-water-2026-2", "hanoi-water-2026-3"]


def test_an_opportunity_without_contact_or_request_is_behind_a_closed_gate(person: Person) -> None:
    assert refusal(person, stage=Stage.OPPORTUNITY) == {"gate.no-contact"}


def test_a_request_is_the_contact_that_opens_an_opportunity(person: Person) -> None:
    asked, _token = receive(Incoming(text="Leaks in old pipes.", city_as_written="Hanoi"), channel=Channel.OFFICE, by=None)
    row = opened(person("officer"), stage=Stage.OPPORTUNITY, sharing_request=asked)
    assert row.stage == "opportunity" and list(asked.engagements.all()) == [row]


def test_all_that_is_wrong_is_said_at_once(person: Person) -> None:
    asked, _token = receive(Incoming(text="Leaks.", city_as_written="Manila"), channel=Channel.OFFICE, by=None)
    asked.city = City.objects.get(code="metro-manila")
    asked.save()
    found = refusal(person, name_en=" ", stage=Stage.CONSULTING, sharing_request=asked, amount=Decimal(-1), currency="Won")
    assert found == {
        "engagement.no-name",
        "engagement.begins-later",
        "engagement.request-of-another-city",
        "engagement.amount-out-of-range",
        "engagement.currency-unknown",
    }


def test_it_is_opened_with_a_reason(person: Person) -> None:
    with pytest.raises(ReasonMissing):
        open_file(opening(reason="\x00 "), by=person("officer"), today=TODAY)


@pytest.mark.parametrize("role", ["analyst", "auditor", "owner", "translator", "partner", "public"])
def test_only_who_works_on_engagements_opens_one(person: Person, role: str) -> None:
    with pytest.raises(PermissionDenied):
        open_file(opening(), by=person(role), today=TODAY)
