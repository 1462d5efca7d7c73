"""Reading papers in signing: what waits for whom, who may sign for whom today, and who could sign at a place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.names import name_of
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.queries import exchange_rates
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import Absence, ApprovalCase, DocumentVersion, Engagement, Signature
from seoulution.apps.engagements.papers import papers_for
from seoulution.apps.network.models import Affiliation
from seoulution.engine.engagements.approvals import Away, Draft, Place, Signer, in_won
from seoulution.engine.engagements.codes import CaseState, Rank, Verdict
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.vocabulary import Stage


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could sign at a place; those of the file's own body come first."""

    user: User
    of_own_body: bool


def standing_in(user: User, today: date) -> QuerySet[Absence]:
    """The absences in which the person signs for somebody on that day."""
    return Absence.objects.filter(stand_in=user, from_on__lte=today, until_on__gte=today, ended_at=None)


def absences_on(day: date, people: Iterable[int | None]) -> tuple[Away, ...]:
    """Who of these people is away on a day, and who stands in."""
    rows = Absence.objects.filter(user__in=list(people), from_on__lte=day, until_on__gte=day, ended_at=None)
    return tuple(Away(row.user_id, row.stand_in_id, row.from_on, row.until_on) for row in rows)


def waiting_signatures(user: User, today: date) -> QuerySet[Signature]:
    """Places that wait for the person now, the own and those of people away; never of a paper they drafted.

    The rule is the engine's `waiting`, said to the database so that each page can count: no earlier place is open.
    """
    earlier = Signature.objects.filter(
        case=OuterRef("case"), round=OuterRef("round"), order__lt=OuterRef("order"), verdict="", voided_at=None
    )
    return (
        Signature.objects.filter(
            Q(signatory=user) | Q(signatory__in=standing_in(user, today).values("user")),
            verdict="",
            voided_at=None,
            case__state=CaseState.SIGNING,
            round=F("case__round"),
        )
        .exclude(case__drafted_by=user)
        .exclude(Exists(earlier))
    )


def cases_for(user: User, today: date) -> QuerySet[ApprovalCase]:
    """The papers that exist for a person: those of files they see, and those with a place of theirs or of one they stand in for."""
    place = Signature.objects.filter(_places_of(user, today), case=OuterRef("pk"))
    return ApprovalCase.objects.filter(Q(engagement__in=visible_to(user)) | Exists(place)).select_related(
        "engagement__city__country", "engagement__responsible", "drafted_by", "evidence"
    )


def attached_for(user: User, case: ApprovalCase, today: date) -> QuerySet[DocumentVersion]:
    """The papers that go with a case, as far as the person may read them: whoever has a place reads all of them."""
    rows = case.attached.select_related("document__engagement")
    if case.signatures.filter(_places_of(user, today)).exists():
        return rows
    return rows.filter(document__in=papers_for(user, case.engagement))


def _places_of(user: User, today: date) -> Q:
    return Q(signatory=user) | Q(signatory__in=standing_in(user, today).values("user")) | Q(acting=user)


def block_of(case: ApprovalCase, round_: int | None = None) -> list[Signature]:
    """The places of a round, in the order of the block; the present round where none is named."""
    rows = case.signatures.filter(round=round_ or case.round)
    return list(rows.select_related("signatory__affiliation__agency", "acting__affiliation__agency").order_by("order", "id"))


def place_of(row: Signature) -> Place:
    """The place as the engine judges it."""
    return Place(
        row.order,
        Rank(row.rank),
        row.signatory_id or 0,
        Verdict(row.verdict) if row.verdict else None,
        row.acting_id,
        row.voided_at is not None,
    )


def signer_of(user: User) -> Signer:
    """The person as a signatory: the rank on record, and whether the role may sign."""
    rank = Affiliation.objects.filter(user=user).exclude(rank="").values_list("rank", flat=True).first()
    return Signer(user.pk, Rank(rank) if rank else None, user.may(Permission.SIGN_PAPERS))


def draft_of(case: ApprovalCase, today: date) -> Draft:
    """The paper as the signing table judges it: its amount in won at the rate of this year, or open."""
    won = in_won(case.amount, case.currency, today.year, exchange_rates() if case.currency not in ("", "KRW") else ())
    drafter = case.drafted_by
    return Draft(
        Approval(case.kind),
        Stage(case.stage),
        case.title,
        case.text,
        signer_of(drafter) if drafter else Signer(0, None, False),
        won,
        amount_open=case.amount is not None and won is None,
    )


def candidates(rank: Rank, engagement: Engagement, *, but: User | None) -> Sequence[Candidate]:
    """Who holds the rank and may sign: the file's own body first, then the other bodies of the city, by name."""
    rows = Affiliation.objects.filter(rank=rank, agency__isnull=False, user__is_active=True).select_related("user", "agency")
    able = [row for row in rows if row.user.may(Permission.SIGN_PAPERS) and row.user != but]
    own = engagement.responsible_id
    found = [Candidate(row.user, own is not None and row.agency_id == own) for row in able]
    return sorted(found, key=lambda each: (not each.of_own_body, name_of(each.user)))


def case_path(user: User, case: ApprovalCase) -> str:
    """Where the person reads the paper: in the office, or in the bureaus' portal."""
    page = "office:signing_case" if user.may(Permission.SEE_OFFICE) else "bureaus:signing_case"
    return reverse(page, args=[case.pk])
