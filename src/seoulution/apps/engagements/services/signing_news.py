"""Telling people of papers in signing: whose turn it is, who stands in, and the drafter when it is over."""

from collections.abc import Iterable
from datetime import date

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.services.notices import settled, tell
from seoulution.apps.engagements.models import Absence, ApprovalCase, Signature
from seoulution.apps.engagements.signing import absences_on, block_of, case_path, place_of
from seoulution.engine.engagements.approvals import waiting
from seoulution.engine.engagements.codes import CaseState


def tell_turn(case: ApprovalCase, today: date) -> None:
    """Everybody whose turn it is now."""
    block = block_of(case)
    turn = waiting([place_of(row) for row in block])
    for row in block:
        if place_of(row) in turn:
            tell_waiting(row, today)


def tell_waiting(signature: Signature, today: date) -> None:
    """The person whose place waits, and who stands in today."""
    case = signature.case
    people = {away.stand_in: "stand-in" for away in absences_on(today, [signature.signatory_id])}
    if signature.signatory_id is not None:
        people[signature.signatory_id] = "signatory"
    for user in User.objects.filter(pk__in=list(people)):
        if user.pk != case.drafted_by_id:
            _tell(user, case, "paper-to-sign", people[user.pk], key=_key(signature, people[user.pk]))


def tell_outcome(case: ApprovalCase) -> None:
    """The drafter, when the round is over."""
    if case.drafted_by is not None:
        kind = "paper-sent-back" if case.state == CaseState.SENT_BACK else "paper-decided"
        key = f"{kind}:{case.pk}:{case.round}:drafter"
        _tell(case.drafted_by, case, kind, "drafter", key=key, state=CaseState(case.state))


def no_longer_waiting(places: Iterable[Signature]) -> None:
    """Places that are signed, or whose round is over: nobody is told any more that they wait."""
    rows = list(places)
    people = {row.signatory_id for row in rows if row.signatory_id is not None}
    stand_ins = Absence.objects.filter(user__in=people).values_list("stand_in_id", flat=True)
    settled(people | set(stand_ins), [_key(row, why) for row in rows for why in ("signatory", "stand-in")])


def _key(signature: Signature, why: str) -> str:
    """One for each place: who stands in at two of them is told of both."""
    return f"paper-to-sign:{signature.case_id}:{signature.pk}:{why}"


def _tell(user: User, case: ApprovalCase, kind: str, why: str, *, key: str, **more: object) -> None:
    tell(
        user,
        kind=kind,
        key=key,
        about="engagement",
        about_code=case.engagement.code,
        path=case_path(user, case),
        why=why,
        subject=case.title,
        engagement=case.engagement.name_en,
        engagement_ko=case.engagement.name_ko,
        **more,
    )
