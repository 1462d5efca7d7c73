"""Whose daily work a person sees: that of files which exist for them, that of requests where their role sees requests."""

from typing import TypeVar

from django.db.models import Q, QuerySet

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import hidden_from
from seoulution.apps.engagements.models import Contact, Promise, Referral, Task

Work = TypeVar("Work", Contact, Promise, Referral, Task)


def work_visible_to(user: User, rows: QuerySet[Work]) -> QuerySet[Work]:
    """Those of the rows that exist for the person. A row is judged by its engagement where it has one."""
    if not user.may(Permission.SEE_OFFICE):
        return rows.none()
    of_file = Q(engagement__isnull=False) & ~Q(engagement__in=hidden_from(user).order_by().values("pk"))
    of_request = Q(engagement=None, sharing_request__isnull=False)
    seen = of_file | of_request if user.may(Permission.SEE_REQUESTS) else of_file
    if issubclass(rows.model, Contact):
        seen |= Q(engagement=None, sharing_request=None)
    return rows.filter(seen)
