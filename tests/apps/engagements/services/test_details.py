"""What a file says of itself, changed under its revision and with a reason."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.urls import resolve
from tests.apps.engagements.services.files import TODAY, last_context, opened, told, water_solution

from seoulution.apps.correspondence.models import Notice
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.access import shown_to_all
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services import details as services
from seoulution.apps.engagements.services import moves
from seoulution.apps.engagements.services.agreements import confirm, take_back
from seoulution.apps.engagements.services.details import Details
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, NotOwnFile, ReasonMissing
from seoulution.apps.network.models import Agency
from seoulution.engine.engagements.codes import Agreed
from seoulution.engine.engagements.legal_routes import LegalRoute
from seoulution.engine.vocabulary import Activity, Ending, MoneyFlow, Party, Sector, Stage, Standing

pytestmark = pytest.mark.django_db
Person = Callable[..., Any]
SAID = Details("새 이름", "A new name", Sector.SEWAGE, Standing.PLANNED, client="Hanoi Water")
ROUTE = LegalRoute(Party.MUNICIPAL_CORPORATION, Activity.PAID_CONSULTING, MoneyFlow.COST_RECOVERY)


def change(row: Engagement, by: Any, details: Details = SAID, **changes: Any) -> Engagement:
    given = {"reason": "agreed on the phone", "seen_revision": row.revision, **changes}
    return services.change_details(row, details, by=by, **given)


def test_details_are_written_with_who_and_why(person: Person) -> None:
    officer = person("officer")
    row = opened(officer)
    agency = Agency.objects.filter(withdrawn_on=None)[0]
    said = replace(
        SAID,
        owner=officer,
        responsible=agency,
        aim=Stage.OPERATION,
        operator=Party.PARTNER_CITY,
        amount=Decimal(9),
        currency="EUR",
    )
    changed = change(row, officer, said)
    assert (changed.name_en, changed.sector, changed.standing, changed.client) == (
        "A new name",
        "sewage",
        "planned",
        "Hanoi Water",
    )
    assert (changed.responsible, changed.aim, changed.operator, changed.amount) == (agency, "operation", "partner_city", 9)
    assert last_context("Engagement", row.pk) == {"reason": "agreed on the phone", "by": "officer"}


def test_what_the_documents_call_it_stays_theirs(person: Person) -> None:
    row = told()
    changed = change(row, person("officer"), replace(SAID, client=""))
    assert (changed.name_en, changed.sector) == (row.name_en, row.sector) and changed.standing == "planned"


def test_the_second_of_two_officers_sees_what_the_first_saved_and_overwrites_nothing(person: Person) -> None:
    officer, manager = person("officer"), person("manager")
    row = opened(officer)
    change(row, officer, replace(SAID, owner=officer))
    with pytest.raises(StaleEdit) as stale:
        change(row, manager, replace(SAID, client="someone else"), seen_revision=1)
    assert stale.value.current.client == "Hanoi Water"
    assert Engagement.objects.get(pk=row.pk).client == "Hanoi Water"


def test_a_file_is_handed_only_to_those_who_may_work_on_it(person: Person) -> None:
    officer = person("officer")
    with pytest.raises(NotAllowed) as refused:
        change(opened(officer), officer, replace(SAID, name_ko="", owner=person("analyst")))
    assert {finding.code for finding in refused.value.findings} == {"engagement.no-name", "engagement.owner-may-not-work"}


def test_nobody_closes_a_sensitive_file_upon_themselves(person: Person) -> None:
    officer = person("officer")
    row = opened(officer)
    with pytest.raises(NotAllowed) as refused:
        change(row, officer, replace(SAID, owner=person("officer", "other"), is_sensitive=True))
    assert [finding.code for finding in refused.value.findings] == ["engagement.out-of-own-sight"]
    assert change(row, officer, replace(SAID, owner=officer, is_sensitive=True)).is_sensitive


def test_another_officers_file_is_not_touched(person: Person) -> None:
    row, other = opened(person("officer")), person("officer", "other")
    for act in (
        lambda: change(row, other),
        lambda: services.link_solution(row, water_solution(), by=other),
        lambda: services.unlink_solution(row, water_solution(), reason="x", by=other),
        lambda: services.take_route(row, ROUTE, reason="x", seen_revision=1, by=other),
    ):
        with pytest.raises(NotOwnFile):
            act()


def test_solutions_are_linked_once_and_unlinked_with_a_reason_and_the_history_says_both(person: Person) -> None:
    officer = person("officer")
    row = services.link_solution(opened(officer), water_solution(), by=officer)
    assert last_context("Engagement", row.pk)["reason"] == "solution linked: revenue-water"
    with pytest.raises(NotAllowed):
        services.link_solution(row, water_solution(), by=officer)
    with pytest.raises(ReasonMissing):
        services.unlink_solution(row, water_solution(), reason="", by=officer)
    row = services.unlink_solution(row, water_solution(), reason="they chose sewage", by=officer)
    assert not row.solutions.exists() and row.revision == 3
    assert "they chose sewage" in last_context("Engagement", row.pk)["reason"]
    with pytest.raises(NotAllowed):
        services.unlink_solution(row, water_solution(), reason="again", by=officer)


def test_the_route_of_the_next_step_changes_with_a_reason(person: Person) -> None:
    officer = person("officer")
    row = services.take_route(opened(officer), ROUTE, reason="counsel's advice", seen_revision=1, by=officer)
    assert (row.lead, row.activity, row.money_flow) == (ROUTE.actor, ROUTE.activity, ROUTE.money_flow)
    with pytest.raises(NotAllowed):
        services.take_route(row, ROUTE, reason="again", seen_revision=2, by=officer)


def test_the_route_of_an_ended_file_stays(person: Person) -> None:

    manager = person("manager")
    row = moves.end(opened(manager), ending=Ending.LOST, reason="outbid", seen_revision=1, by=manager, today=TODAY)
    with pytest.raises(AlreadyOver):
        services.take_route(row, ROUTE, reason="x", seen_revision=2, by=manager)


def test_a_file_is_public_once_it_is_said_and_never_while_sensitive(person: Person) -> None:
    officer = person("officer")
    row = opened(officer)
    assert not shown_to_all().filter(pk=row.pk).exists()
    with pytest.raises(NotAllowed) as refused:
        change(row, officer, replace(SAID, owner=officer, is_public=True, is_sensitive=True))
    assert [finding.code for finding in refused.value.findings] == ["engagement.public-and-sensitive"]
    change(row, officer, replace(SAID, is_public=True))
    assert shown_to_all().filter(pk=row.pk).exists()


def test_who_answers_for_the_file_from_now_on_is_told(person: Person) -> None:
    officer, next_one = person("officer"), person("officer", name="next")
    row = change(opened(officer), officer, replace(SAID, owner=officer))
    assert not Notice.objects.exists()
    change(row, officer, replace(SAID, owner=next_one))
    notice = Notice.objects.get()
    assert (notice.user, notice.kind, notice.why) == (next_one, "engagement-assigned", "owner")
    assert resolve(notice.path).view_name == "office:engagement"


def test_what_the_city_confirmed_is_not_exchanged_behind_its_back(person: Person) -> None:
    officer, row = person("officer"), told()
    (chosen,) = row.solutions.all()[:1]
    confirm(row, what=Agreed.SOLUTION, confirmed_by="BMA", confirmed_on=TODAY, by_way_of="letter", by=officer, today=TODAY)
    for verb in (
        lambda: services.unlink_solution(row, chosen, reason="another one", by=officer),
        lambda: services.link_solution(row, water_solution(), by=officer),
    ):
        with pytest.raises(NotAllowed) as refused:
            verb()
        assert [finding.code for finding in refused.value.findings] == ["engagement.solution-confirmed"]
    take_back(row.confirmations.get(), reason="they chose water", by=officer, today=TODAY)
    services.link_solution(row, water_solution(), by=officer)
