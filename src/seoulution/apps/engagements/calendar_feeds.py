"""One person's calendar: what is planned and due in the files that are theirs. Sensitive files never leave by this way.

Validity of the address is judged from the stored row alone, as for the links of cities.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from seoulution.apps.accounts.models import User
from seoulution.apps.demand.links import CLOCK_TOLERANCE, token_hash
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.addresses import engagement_aftercare, file_path
from seoulution.apps.engagements.models import (
    AftercareCheck,
    CalendarFeed,
    Contact,
    ContactPerson,
    EngagementMember,
    Promise,
    Task,
)
from seoulution.apps.engagements.signing import case_path, waiting_signatures
from seoulution.apps.engagements.work_access import work_visible_to
from seoulution.engine.engagements.codes import ContactState
from seoulution.engine.engagements.reminders import REMINDERS, ReminderKind
from seoulution.engine.vocabulary import Ending
from seoulution.formats.ics import Entry

BACK: Final = timedelta(days=90)
AHEAD: Final = timedelta(days=400)
MOST: Final = 1000
"""Of each kind; nobody has so many in a year."""
NOT_SENSITIVE: Final = Q(engagement=None) | Q(engagement__is_sensitive=False)


def feed_of(token: str, *, now: datetime) -> CalendarFeed | None:
    """The valid feed behind a token; forged, expired, revoked, not yet issued ones and those of closed accounts are all None."""
    feed = CalendarFeed.objects.select_related("user").filter(token_hash=token_hash(token)).first()
    if feed is None or feed.revoked_at is not None or not feed.user.is_active:
        return None
    if feed.issued_at > now + CLOCK_TOLERANCE or feed.expires_at <= now:
        return None
    return feed


def entries_of(user: User, *, now: datetime, host: str, base: str) -> Iterator[Entry]:
    """Everything in the person's language; `host` makes the names of entries unique, `base` begins their addresses."""
    today = timezone.localdate(now)
    for kind, rows in (
        ("contact", _contacts(user, now)),
        ("task", _tasks(user, today)),
        ("promise", _promises(user, today)),
        ("signature", _signatures(user, today)),
        ("check", _checks(user, today)),
    ):
        for pk, title, begins, more in rows:
            path = more.pop("path")
            yield Entry(f"{kind}-{pk}@{host}", title, begins, address=base + path, **more)


Found = Iterator[tuple[int, str, date | datetime, dict[str, Any]]]


def _contacts(user: User, now: datetime) -> Found:
    there = Exists(ContactPerson.objects.filter(contact=OuterRef("pk"), user=user))
    mine = Q(there) | Q(recorded_by=user) | Q(engagement__owner=user) | Q(_in_team(user))
    rows = Contact.objects.filter(mine, NOT_SENSITIVE, starts_at__range=(now - BACK, now + AHEAD))
    for row in work_visible_to(user, rows).order_by("starts_at", "pk")[:MOST]:
        more = {"ends": row.ends_at, "place": row.place, "sequence": row.revision - 1}
        off = row.state == ContactState.CALLED_OFF
        yield row.pk, row.title, row.starts_at, {**more, "is_cancelled": off, "path": f"/office/contacts/{row.pk}/"}


def _tasks(user: User, today: date) -> Found:
    rows = _of_files(Task.objects.filter(owner=user, done_on=None, dropped_reason=""), user, today)
    for row in rows:
        title = _("To do: %(what)s") % {"what": row.text[:120]}
        yield row.pk, title, row.due_on or today, {"sequence": row.revision - 1, "path": file_path(row, "tasks")}


def _promises(user: User, today: date) -> Found:
    rows = _of_files(Promise.objects.filter(owner=user, kept_on=None, closed_reason=""), user, today)
    for row in rows:
        title = _("Promised: %(what)s") % {"what": row.text[:120]}
        yield row.pk, title, row.due_on or today, {"sequence": row.revision - 1, "path": file_path(row, "promises")}


def _of_files(rows: QuerySet[Any], user: User, today: date) -> QuerySet[Any]:
    """Those with a day near enough, of files that the person sees."""
    dated = rows.filter(NOT_SENSITIVE, due_on__range=(today - BACK, today + AHEAD))
    seen = work_visible_to(user, dated.select_related("engagement", "sharing_request"))
    return seen.defer("engagement__data").order_by("due_on", "pk")[:MOST]


def _signatures(user: User, today: date) -> Found:
    """Papers whose turn at the person it is, on the day they begin to remind of themselves; those of people away among them."""
    rows = waiting_signatures(user, today).filter(case__sent_at__isnull=False, case__engagement__is_sensitive=False)
    days = timedelta(days=REMINDERS[ReminderKind.PAPER_WAITING].first)
    for row in rows.select_related("case").defer("case__text")[:MOST]:
        title = _("To sign: %(what)s") % {"what": row.case.title[:120]}
        yield row.pk, title, timezone.localdate(row.case.sent_at) + days, {"path": case_path(user, row.case)}


def _checks(user: User, today: date) -> Found:
    mine = Q(engagement__owner=user) | Q(_in_team(user))
    due = Q(done_on=None, due_on__range=(today - BACK, today + AHEAD))
    rows = AftercareCheck.objects.filter(
        mine,
        due,
        engagement__in=visible_to(user),
        engagement__is_sensitive=False,
        engagement__ending__in=("", Ending.COMPLETED.value),
    )
    for row in rows.select_related("engagement").defer("engagement__data")[:MOST]:
        title = _("Check after %(years)s years of operation") % {"years": row.years}
        yield row.pk, title, row.due_on, {"path": engagement_aftercare(row.engagement.code)}


def _in_team(user: User) -> Exists:
    return Exists(EngagementMember.objects.filter(engagement=OuterRef("engagement"), user=user))
