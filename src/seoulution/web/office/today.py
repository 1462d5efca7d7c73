"""What waits for the person today, and a search over everything."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch
from django.utils import timezone
from django.utils.functional import Promise as Words
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.cities.models import City
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.financing.models import Fund
from seoulution.apps.network.models import Agency, Firm
from seoulution.engine.cities.names import plain
from seoulution.formats.cleaning import clean_text
from seoulution.web.office import today_lines as lines
from seoulution.web.office.today_lines import Asked, Line
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.addresses import address
from seoulution.web.shared.tags.days import day_and_away

_MOST = 8
P = Permission


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of thing that waits, for whoever the permission lets see it; `all` is the list behind its title."""

    key: str
    title: str | Words
    permission: Permission
    lines: Callable[[Asked], Iterable[Line]]
    all: str = ""


MINE: Final = (
    Part("sign", _("To sign"), P.SIGN_PAPERS, lines.to_sign, "office:signing"),
    Part("gates", _("Gates that stand open"), P.WORK_ENGAGEMENTS, lines.gates, "office:engagements"),
    Part("promises", _("Promises due"), P.SEE_OFFICE, lines.promises, "office:promises"),
    Part("tasks", _("Tasks"), P.SEE_OFFICE, lines.tasks, "office:tasks"),
    Part("contacts", _("Visits and meetings this week"), P.SEE_OFFICE, lines.contacts),
    Part("reminders", _("Reminders"), P.SEE_OFFICE, lines.reminders, "office:notices"),
)
COMING_IN: Final = (
    Part("new", _("New requests"), P.SEE_REQUESTS, lines.new_requests, "office:requests"),
    Part("work", _("Requests in work"), P.SEE_REQUESTS, lines.my_requests, "office:requests"),
    Part("messages", _("Words from cities, unread"), P.WORK_REQUESTS, lines.from_cities),
    Part("proposals", _("Said back by cities, firms and agencies"), P.SHARE_WITH_PARTIES, lines.proposals),
    Part("notices", _("Notices"), P.SEE_OFFICE, lines.notices, "office:notices"),
    Part("texts", _("Texts to review"), P.REVIEW_FOR_RECEIVERS, lines.texts, "office:reviews"),
    Part("claims", _("Claims that wait for their owners"), P.QUESTION_CLAIMS, lines.claims, "office:claims"),
    Part("papers", _("Papers out of date"), P.SEND_MATERIALS, lines.papers_sent, "office:sendings"),
    Part("funds", _("Funds to ask again"), P.WORK_ENGAGEMENTS, lines.funds, "office:funds"),
)
"""What each person sees follows from their permissions alone: an auditor sees what is due and nothing to sign."""


@needs(Permission.SEE_OFFICE)
def today(request: SignedInRequest) -> HttpResponse:
    """What waits for this person, in the order it should be seen to; what does not wait is named in one line."""
    day = timezone.localdate()
    asked = lines.asked_by(request.user, day)
    columns = [[_shown(part, asked) for part in parts if request.user.may(part.permission)] for parts in (MINE, COMING_IN)]
    context = {
        "day": day,
        "columns": [[part for part in column if part.lines] for column in columns],
        "nothing": [part for column in columns for part in column if not part.lines],
    }
    return render(request, "office/today.html", context)


@dataclass(frozen=True, slots=True)
class Shown:
    """A part with its lines written."""

    key: str
    title: str | Words
    lines: SafeString
    all: str


def _shown(part: Part, asked: Asked) -> Shown:
    written = format_html_join("", "<li>{}</li>", ((_line(line, asked.day),) for line in part.lines(asked)))
    return Shown(part.key, part.title, written, _list_of(part))


def _list_of(part: Part) -> str:
    """A name no page has claimed leads nowhere."""
    try:
        return address(part.all) if part.all else ""
    except NoReverseMatch:
        return ""


def _line(line: Line, day: date) -> SafeString:
    when = day_and_away(line.day, day)
    told = format_html_join(" · ", "{}", ((each,) for each in (line.note, when) if each))
    return format_html('<a href="{}">{}</a> <span class="quiet small">{}</span>', line.href, line.words, told)


@needs(Permission.SEE_OFFICE)
def search(request: SignedInRequest) -> HttpResponse:
    """Cities, solutions, engagements, requests, funds, bodies and firms whose name holds the words."""
    query = clean_text(request.GET.get("q", "")).strip()[:100]
    groups = _found(query, request.user) if query else []
    return render(request, "office/search.html", {"query": query, "groups": groups})


def _found(query: str, user: User) -> list[tuple[str, list[object]]]:
    by_name = Q(name_ko__icontains=query) | Q(name_en__icontains=query) | Q(code__icontains=query)
    groups: list[tuple[str, list[object]]] = [
        ("city", list(City.objects.filter(by_name | Q(names__folded__contains=plain(query))).distinct()[:_MOST])),
        ("solution", list(PolicySolution.objects.filter(by_name)[:_MOST])),
        ("engagement", list(visible_to(user).filter(by_name)[:_MOST])),
        ("fund", list(Fund.objects.filter(by_name)[:_MOST])),
        ("agency", list(Agency.objects.filter(by_name)[:_MOST])),
        ("firm", list(Firm.objects.filter(by_name)[:_MOST])),
    ]
    if user.may(Permission.SEE_REQUESTS):
        own = Q(code__icontains=query) | Q(city_as_written__icontains=query) | Q(text__icontains=query)
        groups.insert(0, ("request", list(SharingRequest.objects.filter(own)[:_MOST])))
    return [(kind, rows) for kind, rows in groups if rows]
