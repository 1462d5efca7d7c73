"""What waits for one person, each kind as a few lines from one indexed question: nothing is counted, nothing is read to its end."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, Final, TypeVar

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.queries import waiting
from seoulution.apps.correspondence.models import Notice
from seoulution.apps.demand.models import Message, RequestState
from seoulution.apps.engagements.models import Engagement
from seoulution.apps.financing.models import Fund
from seoulution.apps.financing.queries import fund_terms
from seoulution.apps.prepared import Prepared, Rows
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.apps.publishing.labels import label
from seoulution.apps.publishing.notice_reach import readable
from seoulution.apps.publishing.notice_texts import notice_sentence
from seoulution.apps.publishing.sendings import untold
from seoulution.engine.engagements.codes import ContactKind, ProposalKind
from seoulution.engine.engagements.promises import SOON_DAYS
from seoulution.engine.financing.watch import fund_watch
from seoulution.engine.vocabulary import Sector
from seoulution.web.office.history_words import people_named
from seoulution.web.office.reviews import texts_waiting
from seoulution.web.office.today_questions import (
    MOST,
    TO_SIGN,
    contacts_planned,
    promises_due,
    requests_in,
    said_back,
    tasks_due,
)
from seoulution.web.shared.addresses import address
from seoulution.web.shared.tags.records import is_korean

WEEK: Final = 7
KEPT_SECONDS: Final = 600
"""How long the funds to ask again are kept: they change by the day and with what ships, and asking reads every fund's terms."""
GATE: Final = "reminder.gate-waiting"
SHOWN: Final = frozenset(
    {
        GATE,
        "reminder.promise-due",
        "reminder.promise-overdue",
        "reminder.task-near",
        "reminder.task-overdue",
        "reminder.contact-near",
        "reminder.contact-unrecorded",
        "reminder.paper-waiting",
    }
)
"""Reminders of what stands among the lines anyway."""
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits: its words, where it is done, what else is to be known, and its day."""

    words: str
    href: str
    note: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, on which day; unread notices are read once for several kinds of lines."""

    user: User
    day: date
    unread: tuple[Notice, ...]

    @property
    def works(self) -> bool:
        """Whether the person has work of their own; others see everybody's."""
        return self.user.may(Permission.WORK_ENGAGEMENTS)

    @property
    def sees_all(self) -> bool:
        """Whether sensitive files of others show to them."""
        return self.user.may(Permission.SEE_SENSITIVE)


def asked_by(user: User, day: date) -> Asked:
    """The question of a person."""
    told = list(Notice.objects.filter(user=user, read_at=None).order_by("-at")[: 10 * MOST])
    open_to = readable(user, told) if told else ()
    return Asked(user, day, tuple(notice for notice in told if notice.pk in open_to))


def to_sign(asked: Asked) -> Iterable[Line]:
    for pk, title, sent in TO_SIGN(user=asked.user.pk, today=asked.day):
        yield Line(title, address("office:signing_case", str(pk)), _("reached you"), timezone.localdate(sent) if sent else None)


def gates(asked: Asked) -> Iterable[Line]:
    """What the daily look found open, as far as the file still stands where it stood then."""
    told = [notice for notice in asked.unread if notice.parameters.get("reminder") == GATE][:MOST]
    if told:
        rows = Engagement.objects.filter(code__in=[notice.about_code for notice in told], ending="")
        stands = dict(rows.values_list("code", "stage"))
        for notice in told:
            if stands.get(notice.about_code, "") not in ("", notice.parameters.get("stage")):
                yield Line(notice_sentence(notice), notice.path)


def promises(asked: Asked) -> Iterable[Line]:
    """Mine, overdue first; who has none of their own sees everybody's that are overdue or soon due."""
    until = asked.day + timedelta(days=SOON_DAYS)
    return _due(promises_due(asked.works, asked.sees_all)(user=asked.user.pk, until=until), "promises")


def tasks(asked: Asked) -> Iterable[Line]:
    """Whoever has tasks reads the own, so that only to others it is said whose each is."""
    rows = tasks_due(asked.works, asked.sees_all)(user=asked.user.pk, until=asked.day)
    names = {} if asked.works else people_named({by for _text, _due_on, by, *_about in rows if by})
    return _due(tuple((text, due_on, names.get(by, ""), *about) for text, due_on, by, *about in rows), "tasks")


def _due(rows: Rows, part: str) -> Iterable[Line]:
    for text, due, by, file, request in rows:
        page = address("office:engagement_work", file) if file else address("office:request", request) if request else ""
        yield Line(_short(text), f"{page}#{part}", by or "", due)


def contacts(asked: Asked) -> Iterable[Line]:
    """Planned for the next seven days: mine, those of my files, and of files nobody owns; those of the last week not yet recorded too."""
    begin = timezone.make_aware(datetime.combine(asked.day - timedelta(days=WEEK), time.min))
    ask = contacts_planned(asked.works, asked.sees_all)
    for pk, title, kind, at, place in ask(user=asked.user.pk, begin=begin, end=begin + timedelta(days=2 * WEEK + 1)):
        note = " · ".join(part for part in (label(ContactKind, kind), f"{timezone.localtime(at):%H:%M}", place) if part)
        yield Line(title, address("office:contact", str(pk)), note, timezone.localdate(at))


_FROM_CITIES: Final = Prepared(
    lambda: (
        Message.objects.filter(from_city=True, read_at=None)
        .order_by("sent_at", "pk")
        .values_list("sharing_request__code", "text", "sent_at")[:MOST]
    )
)


def from_cities(asked: Asked) -> Iterable[Line]:
    for code, text, at in _FROM_CITIES():
        yield Line(_short(text), address("office:request", code) + "#messages", code, timezone.localdate(at))


def proposals(asked: Asked) -> Iterable[Line]:
    """What parties said back: of my files and of files nobody owns, or of all files."""
    own = asked.works and not asked.user.may(Permission.WORK_ALL_ENGAGEMENTS)
    for code, kind, said, at in said_back(own, asked.sees_all)(user=asked.user.pk):
        page = address("office:engagement_sharing", code)
        yield Line(_short(said), page, label(ProposalKind, kind), timezone.localdate(at))


def new_requests(asked: Asked) -> Iterable[Line]:
    return _requests(requests_in(RequestState.NEW, False, is_korean())())


def my_requests(asked: Asked) -> Iterable[Line]:
    """In work: those given to me, or to nobody yet."""
    return _requests(requests_in(RequestState.IN_WORK, asked.works, is_korean())(user=asked.user.pk))


def _requests(rows: Rows) -> Iterable[Line]:
    for code, city, written, sectors, at, year in rows:
        note = " · ".join([code, *(label(Sector, sector) for sector in json.loads(sectors)), *([str(year)] if year else [])])
        yield Line(city or written, address("office:request", code), note, None if year else timezone.localdate(at))


def reminders(asked: Asked) -> Iterable[Line]:
    """What has no lines of its own here; promises, tasks, contacts, papers and gates have."""
    others = (notice for notice in asked.unread if notice.parameters.get("reminder", GATE) not in SHOWN)
    return [_told(notice) for notice in islice(others, MOST)]


def notices(asked: Asked) -> Iterable[Line]:
    return [_told(notice) for notice in asked.unread if notice.kind != "reminder"][:MOST]


def _told(notice: Notice) -> Line:
    return Line(notice_sentence(notice), notice.path, day=timezone.localdate(notice.at))


def texts(asked: Asked) -> Iterable[Line]:
    korean = is_korean()
    for code, en, ko, owner_en, owner_ko in _TEXTS():
        yield Line(ko if korean else en, address("office:review", code), owner_ko if korean else owner_en)


_TEXTS: Final = Prepared(
    lambda: texts_waiting().values_list("code", "name_en", "name_ko", "owner__name_en", "owner__name_ko")[:MOST]
)


def claims(asked: Asked) -> Iterable[Line]:
    number = waiting(asked.day)
    if number:
        words = _("Claims that are expired, in doubt or due for their yearly look: %(number)s") % {"number": number}
        yield Line(words, address("office:claims") + "?state=waiting")


def papers_sent(asked: Asked) -> Iterable[Line]:
    number = untold(asked.day).count()
    if number:
        words = _("Papers out there that are out of date, their recipients not told: %(number)s") % {"number": number}
        yield Line(words, address("office:sendings") + "?standing=stale")


def funds(asked: Asked) -> Iterable[Line]:
    """Those that most need to be asked again, each with why."""
    for code, name_ko, name_en, finding in _kept("funds", asked.day, lambda: _funds(asked.day)):
        yield Line(name_ko if is_korean() else name_en, address("office:fund", code), sentence(finding))


def _funds(day: date) -> list[tuple[str, str, str, Any]]:
    names = {
        code: (ko, en) for code, ko, en in Fund.objects.filter(withdrawn_on=None).values_list("code", "name_ko", "name_en")
    }
    return [(finding.subject, *names[finding.subject], finding) for finding in fund_watch(fund_terms(), day)[:MOST]]


def _kept(what: str, day: date, make: Callable[[], Made]) -> Made:
    kept: Made = cache.get_or_set(f"today:{what}:{day.isoformat()}", make, KEPT_SECONDS)  # type: ignore[assignment]
    return kept


def _short(text: str) -> str:
    return text if len(text) <= 140 else text[:139].rstrip() + "…"
