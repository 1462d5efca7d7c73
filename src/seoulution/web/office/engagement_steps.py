"""Moving an engagement: into a stage when its gate is open, or to its end with a reason."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.services import moves
from seoulution.apps.engagements.services.moves import GateClosed
from seoulution.apps.engagements.services.rights import AlreadyOver, ReasonMissing
from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Ending, Stage
from seoulution.web.office.engagement import engagement_page
from seoulution.web.office.engagement_file import found
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import once


def _seen(request: SignedInRequest) -> int:
    written = request.POST.get("revision", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0


@needs(Permission.DECIDE_GATES)
@require_POST
@once
def advance(request: SignedInRequest, code: str) -> HttpResponse:
    """Into a stage. A closed gate answers with every finding and leaves all as it was."""
    row = found(request, code)
    to, reason = request.POST.get("to", ""), request.POST.get("reason", "")[:2000]
    if to not in set(Stage):
        messages.error(request, _("Choose a stage. Nothing was changed."))
        return engagement_page(request, row, status=422, reason=reason)
    try:
        moves.advance(
            row, to=Stage(to), reason=reason, seen_revision=_seen(request), by=request.user, today=timezone.localdate()
        )
    except GateClosed as closed:
        return engagement_page(request, row, status=422, refused=closed.findings, reason=reason)
    except ReasonMissing:
        messages.error(request, _("A stage is entered with a reason. Nothing was changed."))
        return engagement_page(request, row, status=422)
    except AlreadyOver:
        messages.error(request, _("This engagement has ended. Nothing was changed."))
        return redirect("office:engagement", code=code)
    except StaleEdit as stale:
        return engagement_page(request, found(request, code), status=409, theirs=stale.current, reason=reason)
    messages.success(request, _("Entered: %(stage)s.") % {"stage": label(Stage, to)})
    return redirect("office:engagement", code=code)


@needs(Permission.DECIDE_GATES)
@require_POST
@once
def end(request: SignedInRequest, code: str) -> HttpResponse:
    """The engagement ends, visibly and with a reason."""
    row = found(request, code)
    ending, reason = request.POST.get("ending", ""), request.POST.get("reason", "")[:2000]
    if ending not in set(Ending):
        messages.error(request, _("Choose how it ended. Nothing was changed."))
        return engagement_page(request, row, status=422)
    try:
        moves.end(
            row, ending=Ending(ending), reason=reason, seen_revision=_seen(request), by=request.user, today=timezone.localdate()
        )
    except ReasonMissing:
        messages.error(request, _("An engagement ends with a reason. Nothing was changed."))
        return engagement_page(request, row, status=422)
    except AlreadyOver:
        messages.error(request, _("This engagement has ended. Nothing was changed."))
    except StaleEdit as stale:
        return engagement_page(request, found(request, code), status=409, theirs=stale.current, reason=reason)
    else:
        messages.success(request, _("Ended: %(how)s. It stays visible with its reason.") % {"how": label(Ending, ending)})
    return redirect("office:engagement", code=code)
