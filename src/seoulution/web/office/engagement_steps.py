"""Moving an engagement: into a stage, beside another, out of one, past one, to its end, and open again."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.services import course, moves
from seoulution.apps.publishing.labels import label
from seoulution.engine.vocabulary import Ending, Stage
from seoulution.web.office.engagement_answers import answered, seen_revision, written_reason
from seoulution.web.office.engagement_course import asked_stage, course_page
from seoulution.web.office.engagement_file import found
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import once

ACTS: Final[Mapping[str, tuple[Callable[..., Any], Promise]]] = {
    "begin": (course.begin, gettext_lazy("Entered: %(stage)s.")),
    "finish": (course.finish, gettext_lazy("Done: %(stage)s.")),
    "leave-out": (course.leave_out, gettext_lazy("Left out: %(stage)s. The reason is on record.")),
    "break-off": (course.break_off, gettext_lazy("Broken off: %(stage)s. The reason is on record.")),
}


@needs(Permission.DECIDE_GATES)
@require_POST
@once
def advance(request: SignedInRequest, code: str) -> HttpResponse:
    """Into a stage, in place of the present one or beside it. A closed gate answers with every finding and leaves all as it was."""
    row, to = found(request, code), asked_stage(request)
    if to is None:
        return _choose(request, code)
    if request.POST.get("beside"):
        return _act(request, code, "begin", to)
    return answered(
        request,
        code,
        lambda: moves.advance(
            row,
            to=to,
            reason=written_reason(request),
            seen_revision=seen_revision(request),
            by=request.user,
            today=timezone.localdate(),
        ),
        _("Entered: %(stage)s.") % {"stage": label(Stage, to)},
    )


@needs(Permission.DECIDE_GATES)
@require_POST
@once
def act(request: SignedInRequest, code: str) -> HttpResponse:
    """Finishes a stage, leaves one out, breaks one off, or enters one beside the others."""
    found(request, code)
    to, wanted = asked_stage(request), request.POST.get("act", "")
    if to is None or wanted not in ACTS:
        return _choose(request, code)
    return _act(request, code, wanted, to)


def _act(request: SignedInRequest, code: str, wanted: str, stage: Stage) -> HttpResponse:
    row = found(request, code)
    verb, done = ACTS[wanted]
    return answered(
        request,
        code,
        lambda: verb(
            row,
            stage=stage,
            reason=written_reason(request),
            seen_revision=seen_revision(request),
            by=request.user,
            today=timezone.localdate(),
        ),
        str(done) % {"stage": label(Stage, stage)},
    )


def _choose(request: SignedInRequest, code: str) -> HttpResponse:
    messages.error(request, _("Choose a stage. Nothing was changed."))
    return course_page(request, found(request, code), status=422, reason=written_reason(request))


@needs(Permission.DECIDE_GATES)
@require_POST
@once
def end(request: SignedInRequest, code: str) -> HttpResponse:
    """The engagement ends, visibly and with a reason."""
    row, ending = found(request, code), request.POST.get("ending", "")
    if ending not in set(Ending):
        messages.error(request, _("Choose how it ended. Nothing was changed."))
        return course_page(request, row, status=422, reason=written_reason(request))
    return answered(
        request,
        code,
        lambda: moves.end(
            row,
            ending=Ending(ending),
            reason=written_reason(request),
            seen_revision=seen_revision(request),
            by=request.user,
            today=timezone.localdate(),
        ),
        _("Ended: %(how)s. It stays visible with its reason.") % {"how": label(Ending, ending)},
    )


@needs(Permission.DECIDE_GATES)
@require_POST
@once
def reopen(request: SignedInRequest, code: str) -> HttpResponse:
    """An ended engagement goes on, with the reason."""
    row = found(request, code)
    return answered(
        request,
        code,
        lambda: moves.reopen(row, reason=written_reason(request), seen_revision=seen_revision(request), by=request.user),
        _("Open again. Enter the stage with which it goes on."),
    )
