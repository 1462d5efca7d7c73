"""Who is told of papers in signing."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.apps.engagements.services.test_approvals import DAY, sent
from tests.apps.engagements.signatories import ranked

from seoulution.apps.correspondence.models import Notice
from seoulution.apps.engagements.services.absences import record_absence
from seoulution.apps.engagements.services.approvals import withdraw
from seoulution.apps.engagements.services.signing import sign
from seoulution.apps.engagements.services.signing_news import tell_turn
from seoulution.engine.engagements.codes import Rank, Verdict

pytestmark = pytest.mark.django_db


def test_who_is_next_and_who_stands_in_are_told_once_and_the_drafter_of_the_end(person: Callable[..., Any]) -> None:
    people = {rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.TEAM_HEAD, Rank.DIVISION_HEAD)}
    head, stand_in = people[Rank.TEAM_HEAD], person("officer", name="stand-in")
    record_absence(head, stand_in=stand_in, from_on=DAY, until_on=DAY, reason="leave", by=head, today=DAY)
    case = sent(people)
    tell_turn(case, DAY)
    told = Notice.objects.filter(kind="paper-to-sign").values_list("user__username", "why")
    assert sorted(told) == [("stand-in", "stand-in"), ("team_head", "signatory")]
    sign(case, verdict=Verdict.SENT_BACK, reason="days?", by=head, seen_round=1, today=DAY)
    assert Notice.objects.get(user=people[Rank.OFFICER]).kind == "paper-sent-back"


def test_what_is_signed_or_taken_back_no_longer_waits_for_anybody(person: Callable[..., Any]) -> None:
    people = {rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.TEAM_HEAD, Rank.DIVISION_HEAD)}
    head, stand_in = people[Rank.TEAM_HEAD], person("officer", name="stand-in")
    record_absence(head, stand_in=stand_in, from_on=DAY, until_on=DAY, reason="leave", by=head, today=DAY)
    case = sent(people)
    waits = Notice.objects.filter(kind="paper-to-sign", read_at=None).order_by("user__username")
    assert [notice.user for notice in waits] == [stand_in, head]
    sign(case, verdict=Verdict.APPROVED, by=stand_in, seen_round=1, today=DAY)
    assert [notice.user for notice in waits.all()] == [people[Rank.DIVISION_HEAD]]
    withdraw(case, reason="no trip", by=people[Rank.OFFICER], seen_revision=3)
    assert not waits.all().exists()


def test_who_stands_in_at_two_places_is_told_of_both(person: Callable[..., Any]) -> None:
    people = {rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.TEAM_HEAD, Rank.DIVISION_HEAD)}
    stand_in = person("officer", name="stand-in")
    for away in (people[Rank.TEAM_HEAD], people[Rank.DIVISION_HEAD]):
        record_absence(away, stand_in=stand_in, from_on=DAY, until_on=DAY, reason="leave", by=away, today=DAY)
    case = sent(people)
    sign(case, verdict=Verdict.APPROVED, by=stand_in, seen_round=1, today=DAY)
    assert Notice.objects.filter(user=stand_in, kind="paper-to-sign").count() == 2
