"""How every act on an engagement answers: done leads back to its page; refused shows all that stands in the way and keeps what was typed."""

from collections.abc import Callable, Mapping

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, NotOwnFile, ReasonMissing
from seoulution.web.office.engagement_course import HERE, course_page
from seoulution.web.office.engagement_file import found
from seoulution.web.shared.access import SignedInRequest


def seen_revision(request: SignedInRequest) -> int:
    """The revision that the form was shown with; 0, which no row has, where it is no number."""
    written = request.POST.get("revision", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0


def written_reason(request: SignedInRequest) -> str:
    """The reason as typed, cut to what the records keep."""
    return request.POST.get("reason", "")[:2000]


def answered(
    request: SignedInRequest,
    code: str,
    act: Callable[[], object],
    done: str,
    *,
    bound: Mapping[str, forms.Form] | None = None,
    back: str = HERE,
    anchor: str = "",
) -> HttpResponse:
    """Does the act and says `done`; any refusal answers with the page of the course. The file must have been found before."""
    reason = written_reason(request)
    try:
        act()
    except NotOwnFile as other:
        return course_page(request, found(request, code), status=403, refused=[other.finding], reason=reason, bound=bound)
    except NotAllowed as refused:
        return course_page(request, found(request, code), status=422, refused=refused.findings, reason=reason, bound=bound)
    except ReasonMissing:
        messages.error(request, _("This needs a reason. Nothing was changed."))
        return course_page(request, found(request, code), status=422, bound=bound)
    except AlreadyOver:
        messages.error(request, _("This has ended or was taken back already. Nothing was changed."))
    except StaleEdit as stale:
        return course_page(request, found(request, code), status=409, theirs=stale.current, reason=reason, bound=bound)
    else:
        messages.success(request, done)
    response = redirect(back, code=code)
    response["Location"] += anchor
    return response
