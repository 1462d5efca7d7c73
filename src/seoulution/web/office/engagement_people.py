"""Changing who works on a file and what it is about: team, desk of its country, linked solutions."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.engagements.models import CountryDesk, Engagement, EngagementMember
from seoulution.apps.engagements.services import details, team
from seoulution.apps.engagements.services.rights import NotAllowed, NotOwnFile, ReasonMissing
from seoulution.engine.engagements.codes import MemberPart
from seoulution.formats.cleaning import clean_text
from seoulution.web.office.engagement_file import found
from seoulution.web.office.engagement_team import team_page
from seoulution.web.office.people_near import READERS, WORKERS
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import once
from seoulution.web.shared.people_near import both_names, near, people, person_named


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def member(request: SignedInRequest, code: str) -> HttpResponse:
    """Somebody joins the team, changes part, or leaves it with a reason."""
    row = found(request, code)
    user = _chosen(request)
    wanted = request.POST.get("part", "")
    if user is None:
        return _nobody(request, row, "typed_member", READERS)
    if wanted == "leaves":
        gone = get_object_or_404(EngagementMember.objects.select_related("engagement", "user"), engagement=row, user=user)
        reason = request.POST.get("reason", "")[:2000]
        return _done(request, row, lambda: team.take_off_team(gone, reason=reason, by=request.user), _("Off the team."))
    if wanted not in set(MemberPart):
        return _refused(request, row, _("Choose a part. Nothing was changed."))
    return _done(
        request, row, lambda: team.put_on_team(row, user, part=MemberPart(wanted), by=request.user), _("The team is changed.")
    )


@needs(Permission.MANAGE_PEOPLE)
@require_POST
@once
def desk(request: SignedInRequest, code: str) -> HttpResponse:
    """An officer gets the desk of the country, or loses it with a reason."""
    row = found(request, code)
    user = _chosen(request)
    if user is None:
        return _nobody(request, row, "typed_desk", WORKERS)
    if request.POST.get("act") == "take":
        held = get_object_or_404(CountryDesk.objects.select_related("country", "user"), country=row.city.country, user=user)
        reason = request.POST.get("reason", "")[:2000]
        return _done(request, row, lambda: team.take_desk(held, reason=reason, by=request.user), _("The desk is taken back."))
    return _done(request, row, lambda: team.give_desk(user, row.city.country, by=request.user), _("The desk is given."))


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def solution(request: SignedInRequest, code: str) -> HttpResponse:
    """A policy solution is linked by its code or name, or no longer linked, with a reason."""
    row, written = found(request, code), clean_text(request.POST.get("solution", "")).strip()[:300]
    linked = solution_named(written)
    if linked is None:
        like = ", ".join(each.code for each in solutions_like(written))
        words = _("No policy solution goes by “%(name)s”.") % {"name": written}
        return _refused(
            request, row, words + (" " + _("Did you mean: %(near)s?") % {"near": like} if like else ""), typed=written
        )
    if request.POST.get("act") == "unlink":
        reason = request.POST.get("reason", "")[:2000]
        return _done(
            request, row, lambda: details.unlink_solution(row, linked, reason=reason, by=request.user), _("No longer linked.")
        )
    return _done(request, row, lambda: details.link_solution(row, linked, by=request.user), _("Linked."))


def _written(request: SignedInRequest) -> str:
    return clean_text(request.POST.get("user", "")).strip()[:150]


def _chosen(request: SignedInRequest) -> User | None:
    """The account that the form names; whether it may take part is for the service to say."""
    written = _written(request)
    return User.objects.filter(username=written).first() or person_named(written, people(READERS))


def _nobody(request: SignedInRequest, row: Engagement, field: str, roles: Sequence[str]) -> HttpResponse:
    """Nobody is meant, or several could be: those who fit are named, and what was typed stays."""
    written = _written(request)
    if not written:
        return _refused(request, row, _("Choose a person. Nothing was changed."))
    fit = ", ".join(both_names(user) for user in near(written, people(roles)))
    words = _("Nobody who may take part goes by “%(name)s”.") % {"name": written}
    return _refused(
        request, row, words + (" " + _("Did you mean: %(near)s?") % {"near": fit} if fit else ""), **{field: written}
    )


def solution_named(written: str) -> PolicySolution | None:
    """The offered solution of a code, or of a name in either language."""
    offered = PolicySolution.objects.offered()
    by_code = offered.filter(code=written.lower()).first()
    return by_code or offered.filter(name_en__iexact=written).first() or offered.filter(name_ko=written).first()


def solutions_like(written: str) -> list[PolicySolution]:
    """A few whose name or code holds what was written."""
    offered = PolicySolution.objects.offered()
    found_by_name = offered.filter(name_en__icontains=written) | offered.filter(name_ko__icontains=written)
    return list((found_by_name | offered.filter(code__icontains=written)).order_by("code")[:5]) if written else []


def _done(request: SignedInRequest, row: Engagement, act: Callable[[], object], done: str) -> HttpResponse:
    try:
        act()
    except NotOwnFile as other:
        return team_page(request, row, status=403, refused=(other.finding,))
    except NotAllowed as refused:
        return team_page(request, row, status=422, refused=refused.findings)
    except ReasonMissing:
        return _refused(request, row, _("This needs a reason. Nothing was changed."))
    messages.success(request, done)
    return redirect("office:engagement_team", code=row.code)


def _refused(request: SignedInRequest, row: Engagement, words: str, **typed: str) -> HttpResponse:
    messages.error(request, words)
    return team_page(request, row, status=422, **typed)  # type: ignore[arg-type]
