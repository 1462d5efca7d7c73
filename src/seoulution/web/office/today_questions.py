"""What Today asks about a person's own work; each question is worked out once for those who work on files and those who look on."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from seoulution.apps.accounts.models import User
from seoulution.apps.demand.models import RequestState, SharingRequest
from seoulution.apps.engagements.models import Contact, ContactPerson, EngagementMember, Promise, Task
from seoulution.apps.engagements.signing import waiting_signatures
from seoulution.apps.prepared import A_DAY, A_KEY, Prepared
from seoulution.apps.publishing.models import Proposal
from seoulution.engine.engagements.codes import ContactState, ProposalState

MOST: Final = 6
"""Lines of a kind; the list behind its title has the rest."""
_BEGIN: Final = datetime(1394, 11, 29, tzinfo=UTC)
_END: Final = datetime(1394, 11, 30, tzinfo=UTC)

TO_SIGN: Final = Prepared(
    lambda user, today: (
        waiting_signatures(User(pk=user), today)
        .order_by("case__sent_at")
        .values_list("case_id", "case__title", "case__sent_at")[:MOST]
    ),
    user=A_KEY,
    today=A_DAY,
)
"""`user`, `today` to key, title and time of the papers that wait for the person's signature."""


@cache
def promises_due(works: bool, sees_all: bool) -> Prepared:
    """`user`, `until` to text, day, who promised, file and request: the person's own, or everybody's for who has no work of their own."""
    rows = Promise.objects.filter(kept_on=None, closed_reason="")
    return _due(lambda until: rows.filter(due_on__lte=until), "promised_by", works, sees_all)


@cache
def tasks_due(works: bool, sees_all: bool) -> Prepared:
    """The same of tasks: the person's own whatever their day, everybody's as far as they were due before `until`."""
    rows = Task.objects.filter(done_on=None, dropped_reason="")
    return _due(
        (lambda until: rows) if works else (lambda until: rows.filter(due_on__lt=until)), "owner__username", works, sees_all
    )


def _due(rows: Callable[[date], QuerySet[Any]], who: str, works: bool, sees_all: bool) -> Prepared:
    def ask(user: int = 0, until: date = A_DAY) -> QuerySet[Any, Any]:
        mine = rows(until).filter(seen_by(user, sees_all))
        columns = ("text", "due_on", who, "engagement__code", "sharing_request__code")
        return (mine.filter(owner=user) if works else mine).order_by("due_on", "pk").values_list(*columns)[:MOST]

    stand_ins: dict[str, Any] = {"user": A_KEY, "until": A_DAY}
    if A_DAY not in ask(A_KEY).query.sql_with_params()[1]:
        del stand_ins["until"]
    if sees_all and not works:
        del stand_ins["user"]
    return Prepared(ask, **stand_ins)


@cache
def contacts_planned(works: bool, sees_all: bool) -> Prepared:
    """`user`, `begin`, `end` to key, title, kind, time and place: mine, those of my files and of files nobody owns."""

    def ask(begin: datetime, end: datetime, user: int = 0) -> QuerySet[Any, Any]:
        rows = Contact.objects.filter(seen_by(user, sees_all), state=ContactState.PLANNED, starts_at__range=(begin, end))
        if works:
            there = Exists(ContactPerson.objects.filter(contact=OuterRef("pk"), user=user))
            rows = rows.filter(Q(engagement__owner=user) | Q(recorded_by=user) | Q(engagement__owner=None) | Q(there))
        return rows.order_by("starts_at").values_list("pk", "title", "kind", "starts_at", "place")[:MOST]

    of_user = {"user": A_KEY} if works or not sees_all else {}
    return Prepared(ask, begin=_BEGIN, end=_END, **of_user)


@cache
def said_back(own: bool, sees_all: bool) -> Prepared:
    """`user` to file, kind, words and time of what parties said back and nobody took up: of the person's files and nobody's, or of all."""

    def ask(user: int = 0) -> QuerySet[Any, Any]:
        rows = Proposal.objects.filter(seen_by(user, sees_all), state=ProposalState.WAITING).order_by("-received_at")
        if own:
            rows = rows.filter(Q(engagement__owner=user) | Q(engagement__owner=None))
        return rows.values_list("engagement__code", "kind", "said", "received_at")[:MOST]

    return Prepared(ask, **({"user": A_KEY} if own or not sees_all else {}))


@cache
def requests_in(state: RequestState, own: bool, korean: bool) -> Prepared:
    """`user` to code, city, its name as written, sectors (JSON as it is stored), time and year of requests.

    own : the person's and nobody's; otherwise all
    """
    city = "city__name_ko" if korean else "city__name_en"

    def ask(user: int = 0) -> QuerySet[Any, Any]:
        rows = SharingRequest.objects.filter(state=state).order_by("-received_at")
        if own:
            rows = rows.filter(Q(assigned_to=user) | Q(assigned_to=None))
        return rows.values_list("code", city, "city_as_written", "sectors", "received_at", "received_year")[:MOST]

    return Prepared(ask, **({"user": A_KEY} if own else {}))


def seen_by(user: int, sees_all: bool) -> Q:
    """Sensitive files show only to those who may see them all, their owners and their team."""
    if sees_all:
        return Q()
    team = EngagementMember.objects.filter(user=user).values("engagement")
    return Q(engagement=None) | Q(engagement__is_sensitive=False) | Q(engagement__owner=user) | Q(engagement__in=team)
