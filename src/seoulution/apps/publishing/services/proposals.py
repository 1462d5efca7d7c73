"""What keeps the words that a party sends back, and takes them up or sets them aside. Until then they change nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

import pghistory
from django.db import transaction
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Manager, Permission
from seoulution.apps.cities.models import City, Indicator
from seoulution.apps.cities.services import record_figure, take_out_figure
from seoulution.apps.correspondence.services.notices import tell
from seoulution.apps.demand.models import StatusLink
from seoulution.apps.engagements.answering import answering_for
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.engagements.services.agreements import confirm
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, may_work, reasoned, required
from seoulution.apps.outcomes.models import Result
from seoulution.apps.outcomes.services import confirm_result
from seoulution.apps.publishing.models import PartyLink, Proposal
from seoulution.apps.publishing.parties import Counterpart, of_row
from seoulution.engine.cities.scale import scale_findings
from seoulution.engine.engagements.codes import Agreed, ProposalKind, ProposalState, Recipient
from seoulution.engine.findings import Finding
from seoulution.formats.cleaning import clean_text

MOST_CHARACTERS: Final = 10_000
PEOPLE: Final = "population"
DECIDED: Final = ("state", "decided_by", "decided_at", "decision_reason", "observation")
ONLY_NOTED: Final = frozenset({ProposalKind.ANSWER, ProposalKind.NEED, ProposalKind.OFFER})
"""Taken up, these leave no record of their own."""
MAY_SAY: Final[Mapping[Recipient, frozenset[ProposalKind]]] = {
    Recipient.CITY: frozenset({ProposalKind.ANSWER, ProposalKind.FIGURE, ProposalKind.NEED, ProposalKind.CONFIRMATION}),
    Recipient.AGENCY: frozenset({ProposalKind.ANSWER, ProposalKind.OFFER}),
    Recipient.FIRM: frozenset({ProposalKind.ANSWER, ProposalKind.OFFER}),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a party said. `about` within its kind: an indicator, a need's number, what is confirmed; `data` its parts as typed."""

    kind: ProposalKind
    said: str
    about: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sender:
    """How it came: by an engagement's link, a request's link, or an account."""

    counterpart: Counterpart
    link: PartyLink | None = None
    status_link: StatusLink | None = None
    user: User | None = None


@transaction.atomic
def receive(engagement: Engagement, said: Said, *, sender: Sender) -> Proposal:
    """Keeps it, and tells whoever answers for the file.

    raises NotAllowed : nothing was said, it is too long, it is not this party's to say, or a figure is asked back about
    """
    text, data = clean_text(said.said).strip(), {name: clean_text(value).strip()[:500] for name, value in said.data.items()}
    findings = list(_unfit(engagement, said, text, data, sender.counterpart))
    if findings:
        raise NotAllowed(findings)
    with pghistory.context(reason="said by a party", by=sender.user.username if sender.user else "a private link"):
        row = Proposal.objects.create(
            engagement=engagement,
            kind=said.kind.value,
            about=said.about[:120],
            said=text,
            data=data,
            link=sender.link,
            status_link=sender.status_link,
            user=sender.user,
            **sender.counterpart.columns,
        )
    _tell(row)
    return row


@transaction.atomic
def take_up(proposal: Proposal, *, reason: str, by: User, today: date) -> Proposal:
    """A person takes it up: a figure goes on record with the city as its source, a confirmation as one, others as noted.

    raises PermissionDenied, NotOwnFile, AlreadyOver, NotAllowed : nothing was written
    """
    stored = _waiting(proposal, by)
    engagement, received = stored.engagement, timezone.localdate(stored.received_at)
    if stored.kind == ProposalKind.FIGURE:
        required(by, Permission.EDIT_CITY_FIGURES)
        city = engagement.city
        stored.observation = record_figure(
            city,
            Indicator.objects.get(code=stored.about),
            value=Decimal(stored.data["value"]),
            year=int(stored.data["year"]),
            source_title=f"{city.name_en}, by its own file, on {received.isoformat()}: {stored.data['source']}",
            published=received,
            by=by,
        )
    elif stored.kind == ProposalKind.CONFIRMATION:
        holder = stored.link.holder if stored.link else engagement.city.name_en
        if result := _result_to_confirm(engagement, stored.about):
            confirm_result(result, confirmed_by=holder, confirmed_on=received, by=by)
        else:
            confirm(
                engagement,
                what=Agreed(stored.about),
                confirmed_by=holder,
                confirmed_on=received,
                by_way_of="the city's own file",
                note=stored.said,
                by=by,
                today=today,
            )
    return _decided(stored, ProposalState.ACCEPTED, clean_text(reason).strip(), by)


@transaction.atomic
def set_aside(proposal: Proposal, *, reason: str, by: User) -> Proposal:
    """It is not taken up; the party reads the reason in its file.

    raises PermissionDenied, NotOwnFile, AlreadyOver, ReasonMissing : nothing was written
    """
    said = reasoned(reason)
    return _decided(_waiting(proposal, by), ProposalState.DECLINED, said, by)


@transaction.atomic
def put_back(proposal: Proposal, *, by: User) -> Proposal:
    """Undo of deciding: it waits again, and a figure that was taken up is off the record. A confirmation is taken back where it stands.

    raises PermissionDenied, NotOwnFile, AlreadyOver : nothing was written
    """
    _may_decide(proposal, by)
    stored = Proposal.objects.select_for_update(of=("self",)).select_related("observation__source").get(pk=proposal.pk)
    if not can_be_put_back(stored):
        raise AlreadyOver("nothing to undo")
    figure = stored.observation
    with pghistory.context(reason="proposal waits again", by=by.username):
        stored.state, stored.decided_by, stored.decided_at = ProposalState.WAITING, None, None
        stored.decision_reason, stored.observation = "", None
        stored.save(update_fields=DECIDED)
        if figure is not None:
            take_out_figure(figure, by=by)
    return stored


def can_be_put_back(proposal: Proposal) -> bool:
    """Whether the decision left nothing behind but what an undo removes."""
    if proposal.state == ProposalState.ACCEPTED:
        return proposal.observation_id is not None if proposal.kind == ProposalKind.FIGURE else proposal.kind in ONLY_NOTED
    return proposal.state == ProposalState.DECLINED


def _may_decide(proposal: Proposal, by: User) -> None:
    required(by, Permission.SHARE_WITH_PARTIES)
    may_work(by, proposal.engagement)


def _waiting(proposal: Proposal, by: User) -> Proposal:
    _may_decide(proposal, by)
    stored = Proposal.objects.select_for_update(of=("self",)).select_related("engagement__city", "link").get(pk=proposal.pk)
    if stored.state != ProposalState.WAITING:
        raise AlreadyOver("the proposal is decided")
    return stored


def _decided(row: Proposal, state: ProposalState, reason: str, by: User) -> Proposal:
    with pghistory.context(reason=reason or "taken up", by=by.username):
        row.state, row.decided_by, row.decided_at, row.decision_reason = state.value, by, timezone.now(), reason
        row.save(update_fields=DECIDED)
    return row


def _unfit(engagement: Engagement, said: Said, text: str, data: Mapping[str, str], party: Counterpart) -> Iterable[Finding]:
    if said.kind not in MAY_SAY[party.recipient]:
        yield Finding("sharing.not-yours-to-say", subject=said.kind.value)
        return
    if len(text) > MOST_CHARACTERS:
        yield Finding("sharing.too-long", parameters={"most": f"{MOST_CHARACTERS:,}"})
    match said.kind:
        case ProposalKind.FIGURE:
            unfit = list(_unfit_figure(said.about, data))
            yield from unfit or _figure_to_look_at_again(engagement.city, said.about, data)
        case ProposalKind.CONFIRMATION if said.about not in set(Agreed) and not _result_to_confirm(engagement, said.about):
            yield Finding("sharing.nothing-said")
        case ProposalKind.NEED if not (text and _is_need(engagement, said.about)):
            yield Finding("sharing.nothing-said")
        case ProposalKind.ANSWER | ProposalKind.OFFER if not text:
            yield Finding("sharing.nothing-said")


def _unfit_figure(indicator: str, data: Mapping[str, str]) -> Iterable[Finding]:
    if not Indicator.objects.filter(code=indicator[:120], withdrawn_on=None).exists():
        yield Finding("sharing.nothing-said")
    try:
        fits = Decimal(data.get("value", "")).is_finite() and abs(Decimal(data["value"])) < Decimal("1e18")
    except InvalidOperation:
        fits = False
    if not fits:
        yield Finding("sharing.figure-no-number")
    year = data.get("year", "")
    if not (year.isascii() and year.isdecimal() and 1900 <= int(year[:6]) <= timezone.localdate().year):
        yield Finding("sharing.figure-no-year")
    if not data.get("source"):
        yield Finding("sharing.figure-no-source")


def _figure_to_look_at_again(city: City, about: str, data: Mapping[str, str]) -> Iterable[Finding]:
    """A number that is likely not in the unit asked for, unless it was said of this very number that it is right."""
    if data.get("sure") == data["value"]:
        return ()
    known = city.observations.exclude(value=None).order_by("-year", "-pk")
    latest, people = (known.filter(indicator__code=code).values_list("value", flat=True).first() for code in (about, PEOPLE))
    unit = Indicator.objects.get(code=about).unit
    return scale_findings(unit, Decimal(data["value"]), known=latest, people=people)


def _is_need(engagement: Engagement, about: str) -> bool:
    request = engagement.sharing_request
    known = about.isascii() and about.isdecimal() and len(about) < 10 and request is not None
    return bool(known and request and request.needs.filter(pk=int(about)).exists())


def _result_to_confirm(engagement: Engagement, about: str) -> Result | None:
    """The result that `result-12` means."""
    number = about.removeprefix("result-")
    if about == number or not (number.isascii() and number.isdecimal() and len(number) < 10):
        return None
    return Result.objects.filter(engagement=engagement, pk=int(number), actual__isnull=False).first()


def _tell(row: Proposal) -> None:
    engagement = row.engagement
    body = of_row(row).record(engagement)
    for user, why in _answering_for(engagement):
        tell(
            user,
            kind="proposal-received",
            key=f"proposal-received:{row.pk}",
            about="engagement",
            about_code=engagement.code,
            path=f"/office/engagements/{engagement.code}/sharing/",
            why=why,
            subject=engagement.name_en,
            subject_ko=engagement.name_ko,
            party=body.name_en,
            party_ko=body.name_ko,
        )


def _answering_for(engagement: Engagement) -> list[tuple[User, str]]:
    """Where nobody answers for the file, the managers: somebody always hears of it."""
    people = answering_for([engagement.pk]).get(engagement.pk, ())
    if not people:
        return [(user, "manager") for user in User.objects.filter(role=Manager.code, is_active=True)]
    users = User.objects.in_bulk([user for user, _ in people])
    return [(users[user], why) for user, why in people]
