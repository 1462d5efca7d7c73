"""Which offers of a need still stand, and which solutions a dossier is about."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.matching.offers import Offer
from seoulution.apps.publishing.case import NeedCase
from seoulution.engine.vocabulary import Sector

VERDICTS = st.lists(st.sampled_from(["proposed", "accepted", "rejected"]), max_size=6)


def offer(rank: int, verdict: str = "proposed", *, weak: bool = False) -> Offer:
    solution = PolicySolution(id=rank, code=f"solution-{rank}")
    return Offer(solution, rank, weak, (), True, {}, (), verdict, "")


def need(*offers: Offer, none_fits: str = "") -> NeedCase:
    return NeedCase("물이 샌다", Sector.WATER, (), (), offers, none_fits)


def test_accepted_offers_stand_before_those_of_better_rank() -> None:
    standing = need(offer(1), offer(2, "rejected"), offer(3, "accepted")).standing
    assert [one.rank for one in standing] == [3, 1]


@given(VERDICTS)
def test_exactly_the_offers_that_nobody_rejected_stand(verdicts: list[str]) -> None:
    case = need(*(offer(rank, verdict) for rank, verdict in enumerate(verdicts, start=1)))
    assert {one.rank for one in case.standing} == {rank for rank, said in enumerate(verdicts, start=1) if said != "rejected"}
    kept = [(one.verdict != "accepted", one.rank) for one in case.standing]
    assert kept == sorted(kept)


@given(VERDICTS)
def test_none_stands_where_a_person_said_that_none_fits(verdicts: list[str]) -> None:
    case = need(*(offer(rank, verdict) for rank, verdict in enumerate(verdicts, start=1)), none_fits="ours is older")
    assert case.standing == ()
    assert replace(case, none_fits_reason="").offers == case.offers
