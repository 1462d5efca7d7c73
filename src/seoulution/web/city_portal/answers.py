"""A word, a correction or a confirmation sent back from an engagement's file: kept as a proposal, which changes nothing by itself."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.services.limits import take
from seoulution.apps.engagements.services.rights import NotAllowed
from seoulution.apps.publishing.services.proposals import Said, Sender, receive
from seoulution.engine.engagements.codes import ProposalKind
from seoulution.engine.findings import blocking
from seoulution.web.city_portal.engagements import engagement_page
from seoulution.web.city_portal.holder import Holder, for_party
from seoulution.web.shared.limits import too_many
from seoulution.web.shared.once import once


@require_POST
@once
@for_party
def answer(request: HttpRequest, holder: Holder, code: str) -> HttpResponse:
    """Takes the form of any of the file's questions."""
    row = get_object_or_404(holder.engagements(), code=code)
    exhausted = take(("link-written", holder.limit_key))
    if exhausted is not None:
        return too_many(request, exhausted)
    said = said_in(request)
    try:
        receive(row, said, sender=Sender(holder.counterpart, link=holder.party_link, status_link=holder.status_link))
    except NotAllowed as refused:
        is_question = not blocking(refused.findings)
        return engagement_page(request, holder, row, status=422, refused=refused.findings, typed=said, is_question=is_question)
    messages.success(request, _("Sent. The office looks at it; you see here what became of it."))
    return redirect("city_portal:engagement", code=row.code)


def said_in(request: HttpRequest) -> Said:
    """What the form holds; an unknown kind counts as an answer."""
    kind = request.POST.get("kind", "")
    return Said(
        ProposalKind(kind) if kind in set(ProposalKind) else ProposalKind.ANSWER,
        request.POST.get("text", ""),
        request.POST.get("about", "")[:120],
        {name: request.POST.get(name, "") for name in ("value", "year", "source", "sure") if name in request.POST},
    )
