"""A change of law reaches the people of each open engagement that it touches, once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from seoulution.apps.correspondence.models import Notice
from seoulution.apps.engagements.models import CountryDesk, Engagement, EngagementMember, LegalRule
from seoulution.apps.engagements.queries import legal_rules
from seoulution.apps.engagements.services.rechecks import recheck_engagements, recheck_open_engagements
from seoulution.engine.engagements.legal_routes import Basis
from seoulution.engine.engagements.legal_rules import LegalRule as Rule
from seoulution.engine.vocabulary import Activity, MoneyFlow, Party

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)
Person = Callable[..., Any]
STRICT = Rule(
    "no-more-advice",
    Basis.NO_BASIS,
    {"ko": "근거", "en": "basis"},
    actors=frozenset({Party.INSTITUTE}),
    activities=frozenset({Activity.ADVICE}),
    money_flows=frozenset({MoneyFlow.OWN_BUDGET}),
)


@pytest.fixture
def row(db: None) -> Engagement:
    return Engagement.objects.select_related("city__country").get(code="metro-manila-transport-advice")


def recheck() -> int:
    rules = legal_rules()
    return recheck_open_engagements(rules, (*rules, STRICT), TODAY)


def whys() -> dict[str, str]:
    about = Notice.objects.filter(about_code="metro-manila-transport-advice")
    return dict(about.values_list("user__username", "why"))


def test_owner_team_desk_and_managers_hear_of_it_each_with_their_own_reason(row: Engagement, person: Person) -> None:
    row.owner = person("officer", "owner")
    row.save(update_fields=["owner"])
    EngagementMember.objects.create(engagement=row, user=person("officer", "member"))
    CountryDesk.objects.create(user=person("officer", "desk"), country=row.city.country)
    person("manager")
    person("officer", "elsewhere")
    assert recheck() == 2, "Metro Manila and Da Nang are both advised by the institute from its own budget"
    assert whys() == {"owner": "owner", "member": "team", "desk": "desk", "manager": "manager"}


def test_running_twice_tells_once(row: Engagement, person: Person) -> None:
    person("manager")
    recheck()
    recheck()
    assert Notice.objects.filter(about_code=row.code).count() == 1


def test_an_engagement_that_ended_or_is_answered_as_before_tells_nobody(row: Engagement, person: Person) -> None:
    person("manager")
    row.ending, row.ending_reason = "dormant", "silence"
    row.save(update_fields=["ending", "ending_reason"])
    assert recheck() == 1
    rules = legal_rules()
    assert recheck_open_engagements(rules, rules, TODAY) == 0
    assert not whys()


def test_who_may_not_see_a_sensitive_file_is_not_told_of_it(row: Engagement, person: Person) -> None:
    row.is_sensitive = True
    row.owner = person("partner", "moved-away")
    row.save()
    recheck()
    assert not whys()


def test_a_rule_that_begins_today_is_noticed_today_and_not_tomorrow(row: Engagement, person: Person) -> None:
    person("manager")
    shipped = LegalRule.objects.get(code="institute-research-and-teaching")
    data = {
        **shipped.data,
        "code": "advice-stops",
        "answer": "no_basis",
        "activities": ["advice"],
        "valid_from": TODAY.isoformat(),
    }
    LegalRule.objects.create(
        code="advice-stops", name_ko="중단", name_en="stops", data=data, shipped_digest="", valid_from=TODAY
    )
    assert recheck_engagements(TODAY + timedelta(days=1)) == 0
    assert recheck_engagements(TODAY) == recheck_engagements(TODAY) == 2
    assert whys() == {"manager": "manager"}


def test_another_basis_to_be_decided_is_news_too(row: Engagement, person: Person) -> None:
    person("manager")
    rules = legal_rules()
    waits = replace(STRICT, code="waits", answer=Basis.NEEDS_BASIS)
    other = replace(waits, code="waits-for-others")
    assert recheck_open_engagements((*rules, waits), (*rules, other), TODAY) == 2
