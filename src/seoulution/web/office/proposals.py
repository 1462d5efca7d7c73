"""What parties have said back, over all engagements, until a person takes it up or sets it aside."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, ReasonMissing
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.apps.publishing.models import Proposal
from seoulution.apps.publishing.services.proposals import can_be_put_back
from seoulution.apps.publishing.services.proposals import put_back as put_back_proposal
from seoulution.apps.publishing.services.proposals import set_aside as set_aside_proposal
from seoulution.apps.publishing.services.proposals import take_up as take_up_proposal
from seoulution.web.office.engagement_sharing import waiting_proposals
from seoulution.web.office.lists import page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.notices import undoable
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.said_back import said_back


@needs(Permission.SEE_OFFICE)
def listing(request: SignedInRequest) -> HttpResponse:
    """All that wait in the files the person may see, the longest waiting first."""
    page = page_of(request, waiting_proposals().filter(engagement__in=visible_to(request.user)))
    context = {"page": page, "waiting": said_back(page), "submission": fresh_key(), "all_files": True}
    return render(request, "office/proposals.html", context)


def _proposal(request: SignedInRequest, pk: int) -> Proposal:
    rows = Proposal.objects.filter(engagement__in=visible_to(request.user))
    return get_object_or_404(rows.select_related("engagement__city", "link"), pk=pk)


def _back(proposal: Proposal) -> HttpResponse:
    return redirect(reverse("office:engagement_sharing", args=[proposal.engagement.code]) + "#proposals")


@needs(Permission.SHARE_WITH_PARTIES)
@require_POST
@once
def take_up(request: SignedInRequest, pk: int) -> HttpResponse:
    """It counts from now on: a figure and a confirmation as records of their own, anything else as noted. With an undo where one is whole."""
    proposal, reason = _proposal(request, pk), request.POST.get("reason", "")[:2_000]
    said = _("Taken up. The party sees it in its file.")
    if _done(request, lambda: take_up_proposal(proposal, reason=reason, by=request.user, today=timezone.localdate())):
        if can_be_put_back(_proposal(request, pk)):
            undoable(request, said, reverse("office:proposal_put_back", args=[pk]))
        else:
            messages.success(request, said)
    return _back(proposal)


@needs(Permission.SHARE_WITH_PARTIES)
@require_POST
@once
def set_aside(request: SignedInRequest, pk: int) -> HttpResponse:
    """It is not taken up; the party reads the reason. With an undo."""
    proposal, reason = _proposal(request, pk), request.POST.get("reason", "")[:2_000]
    if _done(request, lambda: set_aside_proposal(proposal, reason=reason, by=request.user)):
        undoable(request, _("Set aside. The party reads the reason."), reverse("office:proposal_put_back", args=[pk]))
    return _back(proposal)


@needs(Permission.SHARE_WITH_PARTIES)
@require_POST
@once
def put_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """Undo of taking up and of setting aside."""
    proposal = _proposal(request, pk)
    if _done(request, lambda: put_back_proposal(proposal, by=request.user)):
        messages.success(request, _("It waits again."))
    return _back(proposal)


def _done(request: SignedInRequest, work: Callable[[], object]) -> bool:
    """False, with the reason told, when nothing was written."""
    try:
        work()
    except ReasonMissing:
        messages.error(request, _("It is set aside with a reason, which the party reads. Nothing was changed."))
    except AlreadyOver:
        messages.error(request, _("It is decided already. Nothing was changed."))
    except NotAllowed as refused:
        messages.error(request, " ".join(sentence(finding) for finding in refused.findings))
    else:
        return True
    return False
