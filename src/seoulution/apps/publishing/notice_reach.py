"""Which notices a person may still read: a file may have become sensitive, or another's, since they were told."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from seoulution.apps.accounts.models import User
from seoulution.apps.correspondence.models import Notice
from seoulution.apps.correspondence.services.digests import Item
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.models import Referral, Task
from seoulution.apps.engagements.signing import cases_for
from seoulution.apps.engagements.work_access import work_visible_to
from seoulution.apps.network.models import Affiliation
from seoulution.apps.publishing.notice_texts import notice_sentence, why_sentence

OF_PAPERS: Final = frozenset({"paper-to-sign", "paper-decided", "paper-sent-back"})
PAPER_WAITING: Final = "reminder.paper-waiting"


def readable(user: User, notices: Sequence[Notice]) -> Collection[int]:
    """Ids of those about a file, task or question that is not closed to the person, or about a paper in which they have a place."""
    codes = {about: {notice.about_code for notice in notices if notice.about == about} for about in _CLOSED}
    closed = {about: closed_to(user, codes[about]) if codes[about] else set() for about, closed_to in _CLOSED.items()}
    of_papers = {row.about_code for row in notices if _is_of_a_paper(row)} & closed["engagement"]
    to_sign = _with_a_place(user, of_papers) if of_papers else set()
    return {
        notice.pk
        for notice in notices
        if notice.about_code not in closed.get(notice.about, ()) or (_is_of_a_paper(notice) and notice.about_code in to_sign)
    }


def _is_of_a_paper(notice: Notice) -> bool:
    return notice.kind in OF_PAPERS or notice.parameters.get("reminder") == PAPER_WAITING


def _with_a_place(user: User, codes: Collection[str]) -> set[str]:
    """Files of which a paper is the person's to sign, also where the file itself is not theirs to see."""
    cases = cases_for(user, timezone.localdate()).filter(engagement__code__in=codes)
    return set(cases.values_list("engagement__code", flat=True))


def _files(user: User, codes: Collection[str]) -> set[str]:
    return {*codes} - {*visible_to(user).filter(code__in=codes).values_list("code", flat=True)}


def _tasks(user: User, codes: Collection[str]) -> set[str]:
    rows = Task.objects.filter(pk__in=codes)
    return _numbers(rows) - _numbers(work_visible_to(user, rows))


def _questions(user: User, codes: Collection[str]) -> set[str]:
    """Who asked reads them with the file; the body that was asked, always."""
    rows = Referral.objects.filter(pk__in=codes)
    asked = rows.filter(Exists(Affiliation.objects.filter(user=user, agency=OuterRef("to_body"))))
    return _numbers(rows) - _numbers(asked) - _numbers(work_visible_to(user, rows))


def _numbers(rows: QuerySet[Any]) -> set[str]:
    return {str(pk) for pk in rows.order_by().values_list("pk", flat=True)}


_CLOSED: Final[Mapping[str, Callable[[User, Collection[str]], set[str]]]] = {
    "engagement": _files,
    "task": _tasks,
    "referral": _questions,
}
"""By what a notice is about: which of the codes are closed to a person. What is about anything else is closed to nobody who was told."""


def worded(notice: Notice) -> Item:
    """The notice in the language that is active, as a digest and a page show it."""
    return Item(notice_sentence(notice), why_sentence(notice))
