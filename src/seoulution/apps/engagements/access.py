"""Who may see and who may change an engagement. Every page, download and service asks here, and nowhere else.

A file that nobody owns, without team, bureau or country desk, is every officer's. Otherwise it is worked on by its owner, its team (readers
only read), people of its bureau, the officers of its country's desk, and managers. A sensitive file exists only for those and for auditors.
"""

from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import CountryDesk, Engagement, EngagementMember
from seoulution.apps.network.models import Affiliation
from seoulution.apps.prepared import A_KEY, Prepared
from seoulution.engine.engagements.codes import MemberPart
from seoulution.engine.findings import Finding


def visible_to(user: User) -> QuerySet[Engagement]:
    """The engagements that exist for a person; withdrawn ones left out."""
    rows = Engagement.objects.filter(withdrawn_on=None)
    if not user.may(Permission.SEE_OFFICE):
        return rows.filter(_of_body(user)) if user.may(Permission.SEE_BUREAU_DESK) else rows.none()
    if user.may(Permission.SEE_SENSITIVE):
        return rows
    return rows.filter(Q(is_sensitive=False) | Q(pk__in=[pk for (pk,) in _OWN_SENSITIVE(user=user.pk)]))


def hidden_from(user: User) -> QuerySet[Engagement]:
    """All others, for who sees the office: withdrawn ones and sensitive ones of other people. They are few, so that long lists of what belongs
    to engagements leave these out instead of looking for each of the many.
    """
    hidden = Q(withdrawn_on__isnull=False)
    if not user.may(Permission.SEE_SENSITIVE):
        hidden |= Q(is_sensitive=True) & ~Q(pk__in=[pk for (pk,) in _OWN_SENSITIVE(user=user.pk)])
    return Engagement.objects.filter(hidden)


def exists_for(user: User, *, sees_sensitive: bool) -> QuerySet[Engagement]:
    """The same for who sees the office, as one question that depends on nothing but the person's key: for `Prepared`."""
    rows = Engagement.objects.filter(withdrawn_on=None)
    return rows if sees_sensitive else rows.filter(Q(is_sensitive=False) | _own(user))


def shown_to_all() -> QuerySet[Engagement]:
    """What visitors, open data and papers tell of: the documents' engagements and those made public, never a sensitive or withdrawn one."""
    public = ~Q(shipped_digest="") | Q(is_public=True)
    return Engagement.objects.filter(public, withdrawn_on=None, is_sensitive=False)


def workable_by(user: User) -> QuerySet[Engagement]:
    """Those a person may change."""
    if not user.may(Permission.WORK_ENGAGEMENTS):
        return Engagement.objects.none()
    rows = visible_to(user)
    if user.may(Permission.WORK_ALL_ENGAGEMENTS):
        return rows
    reader = EngagementMember.objects.filter(engagement=OuterRef("pk"), user=user, part=MemberPart.READER)
    return rows.filter(_own(user) | _nobodys()).exclude(Exists(reader), ~Q(owner=user))


def is_of(user: User, engagement: Engagement) -> bool:
    """Whether the person is one of the file's own people: its owner, team, bureau or country desk."""
    return Engagement.objects.filter(_own(user), pk=engagement.pk).exists()


def work_finding(user: User, engagement: Engagement) -> Finding | None:
    """Why the person may not change it; None where they may. The same finding refuses the service and explains the button."""
    if not user.may(Permission.WORK_ENGAGEMENTS):
        return Finding("access.role-only-reads")
    if workable_by(user).filter(pk=engagement.pk).exists():
        return None
    return Finding("access.not-own-file", subject=engagement.code)


def _of_body(user: User) -> Q:
    body = Affiliation.objects.filter(user=user, agency=OuterRef("responsible"))
    return Q(Exists(body))


def _own(user: User) -> Q:
    member = EngagementMember.objects.filter(engagement=OuterRef("pk"), user=user)
    desk = CountryDesk.objects.filter(user=user, country__cities=OuterRef("city"))
    return Q(owner=user) | Q(Exists(member)) | Q(Exists(desk)) | _of_body(user)


_OWN_SENSITIVE: Final = Prepared(
    lambda user: Engagement.objects.filter(_own(User(pk=user)), is_sensitive=True).order_by().values_list("pk"),
    user=A_KEY,
)
"""They are few, and asked for first: the lists of all that a person sees then need no table but their own."""


def _nobodys() -> Q:
    member = EngagementMember.objects.filter(engagement=OuterRef("pk")).exclude(part=MemberPart.READER)
    desk = CountryDesk.objects.filter(country__cities=OuterRef("city"))
    return Q(owner=None, responsible=None) & ~Q(Exists(member)) & ~Q(Exists(desk))
