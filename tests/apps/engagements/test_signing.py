"""Reading papers in signing: what waits for whom, as the engine says it, and who may read a paper."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.apps.engagements.services.test_approvals import DAY, sent
from tests.apps.engagements.signatories import engagement, ranked

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements.services.signing import sign
from seoulution.apps.engagements.signing import (
    block_of,
    candidates,
    case_path,
    cases_for,
    place_of,
    signer_of,
    waiting_signatures,
)
from seoulution.engine.engagements.approvals import waiting
from seoulution.engine.engagements.codes import Rank, Verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(person: Callable[..., Any]) -> dict[Rank, User]:
    return {rank: ranked(person, rank) for rank in (Rank.OFFICER, Rank.TEAM_HEAD, Rank.DIVISION_HEAD)}


def test_the_database_says_whose_turn_it_is_as_the_engine_does(people: dict[Rank, User]) -> None:
    case = sent(people)
    for who in (Rank.TEAM_HEAD, Rank.DIVISION_HEAD):
        turn = {place.signatory for place in waiting([place_of(row) for row in block_of(case)])}
        assert {user.pk for user in people.values() if waiting_signatures(user, DAY).exists()} == turn == {people[who].pk}
        sign(case, verdict=Verdict.APPROVED, by=people[who], seen_round=1, today=DAY)
    assert not any(waiting_signatures(user, DAY).exists() for user in people.values())


def test_who_signs_reads_the_paper_even_of_a_file_that_is_not_theirs(
    people: dict[Rank, User], person: Callable[..., Any]
) -> None:
    case = sent(people)
    row = engagement()
    row.is_sensitive, row.owner = True, people[Rank.OFFICER]
    row.save()
    assert cases_for(people[Rank.DIVISION_HEAD], DAY).filter(pk=case.pk).exists()
    assert not cases_for(person("officer", name="other"), DAY).filter(pk=case.pk).exists()
    assert not cases_for(person("owner"), DAY).filter(pk=case.pk).exists()


def test_only_who_holds_the_rank_and_may_sign_can_be_chosen_and_the_own_body_comes_first(
    people: dict[Rank, User], person: Callable[..., Any]
) -> None:
    ranked(person, Rank.TEAM_HEAD, role="auditor", name="reads-only")
    row = engagement()
    row.responsible = people[Rank.TEAM_HEAD].affiliation.agency
    found = candidates(Rank.TEAM_HEAD, row, but=None)
    assert [(each.user, each.of_own_body) for each in found] == [(people[Rank.TEAM_HEAD], True)]
    assert candidates(Rank.TEAM_HEAD, row, but=people[Rank.TEAM_HEAD]) == []


def test_a_person_without_rank_is_no_signer(person: Callable[..., Any]) -> None:
    assert signer_of(person("officer")).rank is None


def test_each_reads_the_paper_in_the_portal_that_is_theirs(people: dict[Rank, User], person: Callable[..., Any]) -> None:
    case = sent(people)
    assert case_path(people[Rank.OFFICER], case) == f"/office/signing/{case.pk}/"
    assert case_path(person("owner"), case) == f"/bureau/signing/{case.pk}/"
