"""What could ask for a reminder on a day: every kind as one query over its own index, each thing with whom it concerns."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.db.models import Exists, F, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.engagements import addresses
from seoulution.apps.engagements.models import (
    Absence,
    AftercareCheck,
    Contact,
    Engagement,
    Promise,
    Referral,
    Signature,
    StageSpell,
    Task,
)
from seoulution.apps.engagements.signing import case_path
from seoulution.engine.engagements.codes import CaseState, ContactState, SpellOutcome, Verdict
from seoulution.engine.engagements.reminders import REMINDERS, Matter, ReminderKind
from seoulution.engine.vocabulary import Ending

FILE: Final = ("engagement__code", "engagement__name_ko", "engagement__name_en", "engagement_id", "sharing_request__code")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A matter, where it is read, and whom it concerns.

    about, code, path : of the record; names : Korean and English
    engagement : whose people are told where nobody is named; people : (account, why) of those it concerns first
    """

    matter: Matter
    about: str
    code: str
    path: str
    names: tuple[str, str]
    engagement: int | None = None
    people: tuple[tuple[int, str], ...] = field(default=())


def waiting_on(day: date) -> Iterator[Waiting]:
    """Everything but open gates, which are judged one by one."""
    yield from _uncontacted(day)
    yield from _contacts(day)
    yield from _tasks(day)
    yield from _promises(day)
    yield from _referrals(day)
    yield from _papers(day)
    yield from _checks(day)


def open_files() -> QuerySet[Engagement]:
    """Engagements that go on."""
    return Engagement.objects.filter(withdrawn_on=None, ending="")


def _until(kind: ReminderKind, day: date) -> date:
    """The latest day of a matter whose first reminder has come."""
    return day - timedelta(days=REMINDERS[kind].first)


def _uncontacted(day: date) -> Iterator[Waiting]:
    said = ("pk", "code", "name_ko", "name_en")
    never = open_files().filter(last_contact_on=None, opened_on__lte=_until(ReminderKind.NEVER_CONTACTED, day))
    lately = open_files().filter(last_contact_on__lte=_until(ReminderKind.NOTHING_LATELY, day))
    for kind, rows, column in (
        (ReminderKind.NEVER_CONTACTED, never, "opened_on"),
        (ReminderKind.NOTHING_LATELY, lately, "last_contact_on"),
    ):
        for pk, code, ko, en, since in rows.order_by().values_list(*said, column).iterator(2000):
            yield Waiting(Matter(kind, code, since), "engagement", code, addresses.engagement_work(code), (ko, en), pk)


def _contacts(day: date) -> Iterator[Waiting]:
    end = timezone.make_aware(datetime.combine(_until(ReminderKind.CONTACT_NEAR, day), time.max))
    rows = Contact.objects.filter(state=ContactState.PLANNED, starts_at__lte=end).order_by()
    for pk, title, at, by, *file in rows.values_list("pk", "title", "starts_at", "recorded_by_id", *FILE).iterator(2000):
        on = timezone.localdate(at)
        kind = ReminderKind.CONTACT_NEAR if on >= day else ReminderKind.CONTACT_UNRECORDED
        person = (by, "owner") if file[3] is None and by else None
        yield _of_file(Matter(kind, f"contact-{pk}", on, {"title": title[:200]}), file, "contacts", person)


def _tasks(day: date) -> Iterator[Waiting]:
    rows = Task.objects.filter(done_on=None, dropped_reason="", due_on__lte=_until(ReminderKind.TASK_NEAR, day)).order_by()
    for pk, text, due, owner, *file in rows.values_list("pk", "text", "due_on", "owner_id", *FILE).iterator(2000):
        kind = ReminderKind.TASK_NEAR if due >= day else ReminderKind.TASK_OVERDUE
        person = (owner, "task-owner") if owner else None
        yield _of_file(Matter(kind, f"task-{pk}", due, {"title": text[:200]}), file, "tasks", person)


def _promises(day: date) -> Iterator[Waiting]:
    rows = Promise.objects.filter(kept_on=None, closed_reason="", due_on__lte=_until(ReminderKind.PROMISE_DUE, day)).order_by()
    for pk, text, due, owner, *file in rows.values_list("pk", "text", "due_on", "owner_id", *FILE).iterator(2000):
        kind = ReminderKind.PROMISE_DUE if due >= day else ReminderKind.PROMISE_OVERDUE
        person = (owner, "owner") if owner else None
        yield _of_file(Matter(kind, f"promise-{pk}", due, {"title": text[:200]}), file, "promises", person)


def _referrals(day: date) -> Iterator[Waiting]:
    until = _until(ReminderKind.REFERRAL_UNANSWERED, day)
    rows = Referral.objects.filter(answered_at=None, withdrawn_reason="", due_on__lte=until).order_by()
    asked = ("pk", "asks", "due_on", "referred_by_id", "to_body__name_en", "to_body__name_ko")
    for pk, text, due, by, body, body_ko, *file in rows.values_list(*asked, *FILE).iterator(2000):
        said = {"title": text[:200], "body": body, "body_ko": body_ko}
        person = (by, "referred-by") if by else None
        yield _of_file(Matter(ReminderKind.REFERRAL_UNANSWERED, f"referral-{pk}", due, said), file, "referrals", person)


def _papers(day: date) -> Iterator[Waiting]:
    """Places of the signing block whose turn it is: nobody before them is still to sign. Who stands in that day is reminded too."""
    before = Signature.objects.filter(
        case=OuterRef("case"), round=OuterRef("round"), order__lt=OuterRef("order"), voided_at=None
    )
    reached = Subquery(before.order_by().values("case").annotate(at=Max("signed_at")).values("at"))
    rows = (
        Signature.objects.filter(
            ~Exists(before.exclude(verdict=Verdict.APPROVED)),
            verdict="",
            voided_at=None,
            case__state=CaseState.SIGNING,
            round=F("case__round"),
        )
        .exclude(signatory=None)
        .order_by()
        .annotate(since=Coalesce(reached, "case__sent_at"))
        .select_related("signatory", "case__engagement")
        .defer("case__text", "case__engagement__data")
    )
    stand_ins = _stand_ins(day)
    for row in rows.iterator(2000):
        if row.since is None or row.signatory is None:
            continue
        case, file = row.case, row.case.engagement
        matter = Matter(
            ReminderKind.PAPER_WAITING, f"signature-{row.pk}", timezone.localdate(row.since), {"title": case.title[:200]}
        )
        asked = [(row.signatory, "signatory"), *((user, "stand-in") for user in stand_ins.get(row.signatory.pk, ()))]
        for user, why in asked:
            if user.is_active and user.pk != case.drafted_by_id:
                names, people = (file.name_ko, file.name_en), ((user.pk, why),)
                yield Waiting(matter, "engagement", file.code, case_path(user, case), names, file.pk, people)


def _stand_ins(day: date) -> dict[int, list[User]]:
    """Who signs that day for whom."""
    found: dict[int, list[User]] = {}
    for away in Absence.objects.filter(from_on__lte=day, until_on__gte=day, ended_at=None).select_related("stand_in"):
        found.setdefault(away.user_id, []).append(away.stand_in)
    return found


def _checks(day: date) -> Iterator[Waiting]:
    until = _until(ReminderKind.CHECK_NEAR, day)
    goes_on = ("", Ending.COMPLETED.value)
    rows = AftercareCheck.objects.filter(done_on=None, due_on__lte=until, engagement__ending__in=goes_on).order_by()
    file = ("engagement__code", "engagement__name_ko", "engagement__name_en", "engagement_id")
    for pk, years, due, code, ko, en, of in rows.values_list("pk", "years", "due_on", *file).iterator(2000):
        kind = ReminderKind.CHECK_NEAR if due >= day else ReminderKind.CHECK_OVERDUE
        matter = Matter(kind, f"check-{pk}", due, {"years": str(years)})
        yield Waiting(matter, "engagement", code, addresses.engagement_aftercare(code), (ko, en), of)


def _of_file(matter: Matter, file: list[Any], part: str, person: tuple[int, str] | None) -> Waiting:
    """A matter of an engagement, of a request that has none, or of a city alone."""
    code, ko, en, pk, request = file
    people = (person,) if person else ()
    if code:
        return Waiting(matter, "engagement", code, f"{addresses.engagement_work(code)}#{part}", (ko, en), pk, people)
    if request:
        return Waiting(matter, "request", request, addresses.request_work(request), (request, request), None, people)
    return Waiting(matter, "city", matter.code, "/office/", ("", ""), None, people)


def stood_long(day: date) -> QuerySet[Any]:
    """Files that have been in their present stage long enough to be asked whether the next gate is open."""
    running = StageSpell.objects.filter(
        engagement=OuterRef("pk"),
        outcome=SpellOutcome.RUNNING,
        stage=OuterRef("stage"),
        entered_on__lte=_until(ReminderKind.GATE_WAITING, day),
    )
    return open_files().annotate(stage_since=Subquery(running.order_by().values("entered_on")[:1])).exclude(stage_since=None)
