"""Papers in signing: order, side by side, stand-ins, sending back, and everything that stops a draft at once."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.engagements.approvals import (
    Away,
    Draft,
    Place,
    Signer,
    in_won,
    may_sign_for,
    place_of,
    sending_findings,
    signed,
    signing_findings,
    state_of,
    waiting,
)
from seoulution.engine.engagements.codes import CaseState, Rank, Verdict
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.matching.amounts import Rate
from seoulution.engine.vocabulary import Stage

DAY = date(2026, 3, 2)
OFFICER, HEAD, CHIEF = Signer(1, Rank.OFFICER, True), Signer(2, Rank.TEAM_HEAD, True), Signer(3, Rank.DIVISION_HEAD, True)
TRIP = Draft(Approval.OFFICIAL_TRAVEL, Stage.CONSULTING, "Trip", "Why", OFFICER, won=Decimal(3_000_000))


@st.composite
def rounds(draw: st.DrawFn) -> tuple[Place, ...]:
    """A fresh round: the drafter has signed, two to five steps follow with one or two places each."""
    sizes = draw(st.lists(st.integers(1, 2), min_size=1, max_size=4))
    places = [Place(0, Rank.OFFICER, 1, Verdict.APPROVED)]
    for order, size in enumerate(sizes, start=1):
        places += [Place(order, tuple(Rank)[order], 10 * order + n) for n in range(size)]
    return tuple(places)


@given(rounds(), st.lists(st.tuples(st.integers(0, 3), st.sampled_from(Verdict)), max_size=12))
def test_a_paper_is_approved_only_when_every_place_of_the_round_approved(
    places: tuple[Place, ...], acts: list[tuple[int, Verdict]]
) -> None:
    for pick, verdict in acts:
        turn = waiting(places)
        if not turn:
            break
        assert {place.order for place in turn} == {min(place.order for place in places if place.verdict is None)}
        places = signed(places, turn[pick % len(turn)], verdict)
    approved = all(place.verdict is Verdict.APPROVED and not place.voided for place in places)
    assert (state_of(places) is CaseState.APPROVED) == approved


@given(rounds(), st.integers(0, 5))
def test_the_order_is_respected_and_nobody_signs_before_their_turn(places: tuple[Place, ...], steps: int) -> None:
    for _ in range(steps):
        turn = waiting(places)
        if not turn:
            return
        for later in (place for place in places if place.order > turn[0].order):
            findings = signing_findings(places, later.signatory, drafter=1, absences=(), day=DAY)
            assert [finding.code for finding in findings] == ["approval.not-your-turn"]
        places = signed(places, turn[0], Verdict.APPROVED)


@given(rounds(), st.integers(0, 5))
def test_sending_back_voids_every_signature_of_the_round_and_ends_it(places: tuple[Place, ...], before: int) -> None:
    for _ in range(before):
        if len(waiting(places)) and sum(place.verdict is None for place in places) > 1:
            places = signed(places, waiting(places)[0], Verdict.APPROVED)
    back = signed(places, waiting(places)[0], Verdict.SENT_BACK)
    assert all(place.voided for place in back)
    assert state_of(back) is CaseState.SENT_BACK and waiting(back) == ()


@given(rounds())
def test_one_refusal_ends_the_paper(places: tuple[Place, ...]) -> None:
    refused = signed(places, waiting(places)[-1], Verdict.DECLINED)
    assert state_of(refused) is CaseState.DECLINED and waiting(refused) == ()
    assert [each.code for each in signing_findings(refused, 10, drafter=1, absences=(), day=DAY)] == ["approval.closed"]


@given(rounds())
def test_the_drafter_signs_nobodys_place_not_even_as_a_stand_in(places: tuple[Place, ...]) -> None:
    away = [Away(place.signatory, 1, DAY, DAY) for place in places[1:]]
    assert [each.code for each in signing_findings(places, 1, drafter=1, absences=away, day=DAY)] == ["approval.own-draft"]


def test_a_stand_in_signs_on_the_days_of_the_absence_only_and_the_person_still_may() -> None:
    places = (Place(0, Rank.OFFICER, 1, Verdict.APPROVED), Place(1, Rank.TEAM_HEAD, 2))
    away = [Away(2, 7, date(2026, 3, 1), date(2026, 3, 2))]
    assert may_sign_for(places[1], away, DAY) == {2, 7}
    assert place_of(places, 7, away, DAY) == places[1]
    assert place_of(places, 7, away, date(2026, 3, 3)) is None
    codes = [each.code for each in signing_findings(places, 7, drafter=1, absences=away, day=date(2026, 3, 3))]
    assert codes == ["approval.not-your-place"]


def test_the_own_place_comes_before_that_of_somebody_away() -> None:
    places = (Place(1, Rank.DIVISION_HEAD, 2), Place(1, Rank.DIVISION_HEAD, 3))
    assert place_of(places, 3, [Away(2, 3, DAY, DAY)], DAY) == places[1]


def test_a_complete_draft_may_be_sent() -> None:
    assert TRIP.steps == ((Rank.OFFICER,), (Rank.TEAM_HEAD,), (Rank.DIVISION_HEAD,))
    assert sending_findings(TRIP, [[HEAD], [CHIEF]]) == ()


def test_everything_missing_in_a_draft_is_said_at_once() -> None:
    empty = Draft(Approval.OFFICIAL_TRAVEL, Stage.CONSULTING, " ", "", OFFICER)
    codes = [finding.code for finding in sending_findings(empty, [])]
    assert codes == [
        "approval.no-title",
        "approval.no-text",
        "approval.no-amount",
        "approval.no-signatory",
        "approval.no-signatory",
    ]


def test_who_is_chosen_has_the_rank_may_sign_once_and_did_not_draft_it() -> None:
    other = Signer(2, Rank.BUREAU_HEAD, False)
    codes = {finding.code for finding in sending_findings(TRIP, [[OFFICER], [other]])}
    assert codes == {"approval.own-draft", "approval.other-rank", "approval.may-not-sign"}
    assert [each.code for each in sending_findings(TRIP, [[CHIEF], [CHIEF]])] == ["approval.other-rank", "approval.signs-twice"]


def test_who_has_no_rank_or_nobody_above_sends_nothing() -> None:
    unranked = Draft(TRIP.kind, TRIP.stage, "t", "x", Signer(1, None, True), won=Decimal(1))
    assert [each.code for each in sending_findings(unranked, [])] == ["approval.drafter-without-rank"]
    mayor = Draft(TRIP.kind, TRIP.stage, "t", "x", Signer(1, Rank.MAYOR, True), won=Decimal(1))
    assert [each.code for each in sending_findings(mayor, [])] == ["approval.nobody-above"]


def test_decisions_of_others_are_not_signed_here() -> None:
    theirs = Draft(Approval.FUND_DECISION, Stage.FEASIBILITY, "t", "x", OFFICER)
    assert [each.code for each in sending_findings(theirs, [])] == ["approval.decided-elsewhere"]


def test_an_amount_is_put_into_won_at_the_rate_of_its_own_year_or_not_at_all() -> None:
    rates = (Rate("KRW", 2014, Decimal("1052.29"), "fed-g5a"),)
    assert in_won(Decimal(100_000), "USD", 2014, rates) == Decimal(105_000_000)
    assert in_won(Decimal(100_000), "USD", 2026, rates) is None
    assert in_won(Decimal(5), "KRW", 2026, ()) == Decimal(5)
    assert in_won(None, "", 2026, rates) is None
    asked = Draft(TRIP.kind, TRIP.stage, "t", "x", OFFICER, amount_open=True)
    assert "approval.amount-needs-won" in [each.code for each in sending_findings(asked, [[HEAD], [CHIEF]])]
