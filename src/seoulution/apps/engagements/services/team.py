"""Who works on a file: its team, and the officers of a country's desk."""

import pghistory
from django.db import transaction

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.cities.models import Country
from seoulution.apps.engagements.models import CountryDesk, Engagement, EngagementMember
from seoulution.apps.engagements.services.rights import NotAllowed, may_work, reasoned, required
from seoulution.engine.engagements.codes import MemberPart
from seoulution.engine.findings import Finding


@transaction.atomic
def put_on_team(engagement: Engagement, user: User, *, part: MemberPart, by: User) -> EngagementMember:
    """The person joins the team, or gets another part in it."""
    may_work(by, engagement)
    if finding := _unfit(user, part):
        raise NotAllowed([finding])
    Engagement.objects.select_for_update().get(pk=engagement.pk)
    with pghistory.context(reason=f"put on the team: {user.username}, {part}", by=by.username):
        member, _made = EngagementMember.objects.update_or_create(
            engagement=engagement,
            user=user,
            defaults={"part": part.value},
            create_defaults={"part": part.value, "added_by": by},
        )
    return member


def _unfit(user: User, part: MemberPart) -> Finding | None:
    """Readers of a team read the office; the others also work on engagements."""
    asked = Permission.SEE_OFFICE if part is MemberPart.READER else Permission.WORK_ENGAGEMENTS
    if user.is_active and user.may(asked):
        return None
    return Finding("engagement.member-may-not", parameters={"who": user.username})


@transaction.atomic
def take_off_team(member: EngagementMember, *, reason: str, by: User) -> None:
    """The person leaves the team; the history keeps that it was there."""
    may_work(by, member.engagement)
    said = reasoned(reason)
    with pghistory.context(reason=f"taken off the team: {member.user.username}. {said}", by=by.username):
        member.delete()


@transaction.atomic
def give_desk(user: User, country: Country, *, by: User) -> CountryDesk:
    """The officer works on every engagement of the country from now on."""
    required(by, Permission.MANAGE_PEOPLE)
    if not user.is_active or not user.may(Permission.WORK_ENGAGEMENTS):
        raise NotAllowed([Finding("engagement.member-may-not", parameters={"who": user.username})])
    with pghistory.context(reason=f"desk given: {user.username}, {country.code}", by=by.username):
        desk, _made = CountryDesk.objects.get_or_create(user=user, country=country, defaults={"given_by": by})
    return desk


@transaction.atomic
def take_desk(desk: CountryDesk, *, reason: str, by: User) -> None:
    """The officer no longer has the desk."""
    required(by, Permission.MANAGE_PEOPLE)
    said = reasoned(reason)
    with pghistory.context(reason=f"desk taken: {desk.user.username}, {desk.country.code}. {said}", by=by.username):
        desk.delete()
