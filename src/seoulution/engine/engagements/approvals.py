"""Papers in signing (기안): whose turn it is, what a verdict makes of the paper, who signs for whom, and what stands in the way.

A place of the signing block counts in its round only. Places of one order sign side by side; the next order waits for all of them.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from seoulution.engine.engagements.codes import CaseState, Rank, Verdict
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.engagements.signing_table import ABROAD, NEEDS_AMOUNT, Step, above_drafter, steps_for
from seoulution.engine.findings import Finding
from seoulution.engine.matching.amounts import Rate, converted
from seoulution.engine.provenance import Money
from seoulution.engine.vocabulary import Stage

WON: Final = "KRW"
CLOSED: Final = (Finding("approval.closed"),)


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the block in one round. People are told by their number.

    signatory : whose place it is; acting : who signed for them (대결)
    """

    order: int
    rank: Rank
    signatory: int
    verdict: Verdict | None = None
    acting: int | None = None
    voided: bool = False


@dataclass(frozen=True, slots=True)
class Away:
    """An absence: on each day from `first` to `last` the stand-in may sign for the person."""

    person: int
    stand_in: int
    first: date
    last: date

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Signer:
    """A person who might sign: rank on record, if any, and whether their role may sign at all."""

    person: int
    rank: Rank | None
    may_sign: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper before it is sent. `won` is its amount in won; `amount_open` says that there is one that could not be put into won."""

    kind: Approval
    stage: Stage
    title: str
    text: str
    drafter: Signer
    won: Decimal | None = None
    amount_open: bool = False

    @property
    def steps(self) -> tuple[Step, ...]:
        """The block this paper needs; empty where nobody here can sign it."""
        steps = steps_for(self.kind, self.stage, self.won)
        return above_drafter(steps, self.drafter.rank) if self.drafter.rank else ()


def in_won(amount: Decimal | None, currency: str, year: int, rates: Iterable[Rate]) -> Decimal | None:
    """The amount in won, at the average rate of that very year; None where there is none on record."""
    if amount is None or currency == WON:
        return amount
    made = converted(Money(amount, currency), year, WON, rates)
    return made.money.amount if made else None


def sending_findings(draft: Draft, chosen: Sequence[Sequence[Signer | None]]) -> tuple[Finding, ...]:
    """Everything that keeps a draft from being sent, at once. `chosen`: for each step after the drafter's a person for each place."""
    if draft.kind in ABROAD:
        return (Finding("approval.decided-elsewhere", subject=draft.kind.value),)
    found = []
    if not draft.title.strip():
        found.append(Finding("approval.no-title"))
    if not draft.text.strip():
        found.append(Finding("approval.no-text"))
    if draft.amount_open:
        found.append(Finding("approval.amount-needs-won"))
    elif draft.won is None and draft.kind in NEEDS_AMOUNT:
        found.append(Finding("approval.no-amount", subject=draft.kind.value))
    if draft.drafter.rank is None:
        found.append(Finding("approval.drafter-without-rank"))
    elif not draft.steps:
        found.append(Finding("approval.nobody-above"))
    else:
        found += _choice_findings(draft, chosen)
    return tuple(found)


def _choice_findings(draft: Draft, chosen: Sequence[Sequence[Signer | None]]) -> list[Finding]:
    found = []
    seen = {draft.drafter.person}
    for number, step in enumerate(draft.steps[1:]):
        people = chosen[number] if number < len(chosen) else ()
        for place, rank in enumerate(step):
            signer = people[place] if place < len(people) else None
            if signer is None:
                found.append(Finding("approval.no-signatory", subject=rank.value))
                continue
            if signer.person == draft.drafter.person:
                found.append(Finding("approval.own-draft", subject=rank.value))
            elif signer.person in seen:
                found.append(Finding("approval.signs-twice", subject=rank.value))
            if signer.rank is not rank:
                found.append(Finding("approval.other-rank", subject=rank.value))
            if not signer.may_sign:
                found.append(Finding("approval.may-not-sign", subject=rank.value))
            seen.add(signer.person)
    return found


def waiting(places: Collection[Place]) -> tuple[Place, ...]:
    """Whose turn it is: the open places of the lowest order that is not complete; nobody's once the round has ended."""
    if state_of(places) is not CaseState.SIGNING:
        return ()
    now = min((place.order for place in places if place.verdict is None), default=0)
    return tuple(place for place in places if place.order == now and place.verdict is None)


def state_of(places: Iterable[Place]) -> CaseState:
    """What a round makes of the paper: declined or sent back by one, approved only when everybody approved."""
    verdicts = [place.verdict for place in places]
    if Verdict.SENT_BACK in verdicts:
        return CaseState.SENT_BACK
    if Verdict.DECLINED in verdicts:
        return CaseState.DECLINED
    return CaseState.APPROVED if verdicts and set(verdicts) == {Verdict.APPROVED} else CaseState.SIGNING


def signed(places: Sequence[Place], place: Place, verdict: Verdict, *, acting: int | None = None) -> tuple[Place, ...]:
    """The round after a verdict at `place`. Sending back voids every signature of the round, the drafter's among them."""
    said = [replace(each, verdict=verdict, acting=acting) if each == place else each for each in places]
    return tuple(replace(each, voided=True) for each in said) if verdict is Verdict.SENT_BACK else tuple(said)


def may_sign_for(place: Place, absences: Iterable[Away], day: date) -> frozenset[int]:
    """Who may sign at a place on a day: its person, and whoever stands in for them that day."""
    return frozenset({place.signatory, *(away.stand_in for away in absences if _stands_in(away, place, day))})


def _stands_in(away: Away, place: Place, day: date) -> bool:
    return away.person == place.signatory and away.covers(day)


def place_of(places: Collection[Place], person: int, absences: Collection[Away], day: date) -> Place | None:
    """The place where the person may sign now, the own one first; None where none waits for them."""
    turn = waiting(places)
    own = next((place for place in turn if place.signatory == person), None)
    return own or next((place for place in turn if person in may_sign_for(place, absences, day)), None)


def signing_findings(
    places: Sequence[Place], person: int, *, drafter: int, absences: Collection[Away], day: date
) -> tuple[Finding, ...]:
    """Why a person may not sign now; empty where they may. Nobody signs their own draft, not even for somebody else."""
    if state_of(places) is not CaseState.SIGNING:
        return CLOSED
    if person == drafter:
        return (Finding("approval.own-draft"),)
    if place_of(places, person, absences, day) is not None:
        return ()
    if any(place.verdict is None and person in may_sign_for(place, absences, day) for place in places):
        return (Finding("approval.not-your-turn"),)
    return (Finding("approval.not-your-place"),)
