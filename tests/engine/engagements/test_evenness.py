"""Equal information: who of a sector knows what, and when it is uneven."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from seoulution.engine.engagements.evenness import (
    MORE_BY,
    WITHIN_DAYS,
    Competition,
    Giving,
    holders,
    peers_without,
    same_subject,
    uneven,
    uneven_after,
)
from seoulution.engine.findings import Severity, blocking
from seoulution.engine.vocabulary import Activity, Stage

TODAY = date(2026, 11, 29)
FIRMS = ("alpha", "beta", "gamma")
SUBJECTS = ("Pipe survey", "Tender dates", "Site plan", "Budget")
TENDER = Competition(frozenset(FIRMS), Stage.FEASIBILITY, Activity.TENDER)
TAUGHT = Competition(frozenset(FIRMS), Stage.TRAINING, Activity.TEACHING)
GIVINGS = st.lists(
    st.builds(
        Giving,
        firm=st.sampled_from(FIRMS),
        subject=st.sampled_from(SUBJECTS),
        on=st.dates(TODAY - timedelta(days=60), TODAY),
    ),
    max_size=20,
)


def codes(findings: tuple) -> list[str]:
    return [finding.code for finding in findings]


def test_for_a_week_others_may_still_be_told_and_then_it_is_a_warning() -> None:
    given = [Giving("alpha", "Pipe survey", TODAY - timedelta(days=WITHIN_DAYS))]
    (note,) = uneven(given, TAUGHT, TODAY)
    assert (note.code, note.severity, note.parameters["on"]) == ("sharing.peers-to-tell", Severity.NOTE, TODAY.isoformat())
    (late,) = uneven(given, TAUGHT, TODAY + timedelta(days=1))
    assert (late.code, late.severity, late.parameters["firms"]) == ("sharing.peers-not-told", Severity.WARNING, "beta, gamma")


def test_before_a_tender_telling_one_firm_alone_is_a_warning_at_once() -> None:
    told_one = [Giving("alpha", "Tender dates", TODAY)]
    assert "sharing.one-before-tender" in codes(uneven(told_one, TENDER, TODAY))
    assert "sharing.one-before-tender" not in codes(uneven([*told_one, Giving("beta", "tender  dates", TODAY)], TENDER, TODAY))
    running = Competition(TENDER.peers, Stage.OPERATION, Activity.TENDER)
    assert "sharing.one-before-tender" not in codes(uneven(told_one, running, TODAY))


def test_a_firm_that_gets_markedly_more_is_named() -> None:
    many = [Giving("alpha", subject, TODAY) for subject in SUBJECTS[:MORE_BY]]
    (more,) = [finding for finding in uneven(many, TAUGHT, TODAY) if finding.code == "sharing.one-gets-more"]
    assert (more.subject, more.parameters["count"], more.parameters["next"]) == ("alpha", "3", "0")
    alone = Competition(frozenset({"alpha"}), Stage.TRAINING, Activity.TEACHING)
    assert uneven(many, alone, TODAY) == ()


def test_asked_before_sharing_it_says_what_would_be_uneven() -> None:
    assert "sharing.one-before-tender" in codes(uneven_after([], "Tender dates", {"alpha"}, TENDER, TODAY))
    assert uneven_after([], "Tender dates", set(FIRMS), TENDER, TODAY) == ()
    assert uneven_after([], "Tender dates", set(), TENDER, TODAY) == ()
    assert peers_without([], "Tender dates", {"alpha"}, TENDER) == {"beta", "gamma"}


@given(GIVINGS)
def test_nothing_is_uneven_where_everybody_got_everything(givings: list[Giving]) -> None:
    everybody = [Giving(firm, giving.subject, giving.on) for giving in givings for firm in FIRMS]
    assert uneven(everybody, TENDER, TODAY) == ()


@given(GIVINGS, st.sampled_from(FIRMS))
def test_telling_all_peers_at_once_leaves_nothing_uneven_about_the_subject(givings: list[Giving], firm: str) -> None:
    subject = "Pipe survey"
    rest = peers_without(givings, subject, {firm}, TENDER)
    after = uneven_after(givings, subject, rest | {firm}, TENDER, TODAY)
    assert not [finding for finding in after if finding.subject == same_subject(subject)]


@given(GIVINGS)
def test_a_subject_is_uneven_exactly_while_a_peer_lacks_it(givings: list[Giving]) -> None:
    lacking = {subject for subject, firms in holders(givings).items() if set(FIRMS) - firms.keys()}
    said = {f.subject for f in uneven(givings, TAUGHT, TODAY) if f.code.startswith("sharing.peers")}
    assert said == lacking


@given(GIVINGS, st.randoms())
def test_the_order_of_givings_changes_nothing_and_nothing_is_forbidden(givings: list[Giving], chance) -> None:
    mixed = list(givings)
    chance.shuffle(mixed)
    findings = uneven(givings, TENDER, TODAY)
    assert uneven(mixed, TENDER, TODAY) == findings and not blocking(findings)
