"""Sharing something of an engagement: the form shows what would be uneven before anything is given, and offers all peers at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.services.rights import AlreadyOver, NotAllowed, NotOwnFile, ReasonMissing
from seoulution.apps.publishing.equal_information import evenness_of
from seoulution.apps.publishing.models import SharedItem
from seoulution.apps.publishing.parties import Counterpart
from seoulution.apps.publishing.services.sharing import end_sharing, share
from seoulution.engine.engagements.codes import Recipient
from seoulution.engine.findings import Severity
from seoulution.web.office.engagement_file import file_context, found
from seoulution.web.office.sharing_form import ShareForm
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import once


@needs(Permission.SHARE_WITH_PARTIES)
@once
def form(request: SignedInRequest, code: str) -> HttpResponse:
    """First press with something uneven shows it; the second, or `share with all`, shares. `step` says which press it was."""
    row = found(request, code)
    asked = ShareForm(request.POST or None, engagement=row, initial={"to": request.GET.getlist("to")})
    context = {**file_context(request, row, "office:engagement_sharing"), "form": asked}
    if request.method != "POST" or not asked.is_valid():
        return render(request, "office/share.html", context, status=422 if request.method == "POST" else 200)
    to, subject, step = asked.chosen_parties(), asked.cleaned_data["subject"], request.POST.get("step", "")
    even, firms = evenness_of(row), [each.firm for each in to if each.firm is not None]
    others = even.others(subject, firms) if firms else []
    if step == "all":
        to += [Counterpart(Recipient.FIRM, firm=firm) for firm in others]
    korean = (get_language() or "").startswith("ko")
    uneven = even.findings_after(
        subject, [each.firm for each in to if each.firm is not None], timezone.localdate(), korean=korean
    )
    warned = [finding for finding in uneven if finding.severity is not Severity.NOTE or others]
    if subject and warned and step not in ("all", "even_so"):
        return render(request, "office/share.html", {**context, "uneven": warned, "others": others})
    try:
        shared = share(
            row,
            asked.chosen_thing(),
            to=to,
            subject=subject,
            reason=asked.cleaned_data["reason"],
            wording_reason=asked.cleaned_data["wording_reason"],
            by=request.user,
        )
    except NotAllowed as refused:
        return render(request, "office/share.html", {**context, "refused": refused.findings}, status=422)
    except NotOwnFile as refused:
        return render(request, "office/share.html", {**context, "refused": (refused.finding,)}, status=422)
    count = len(shared)
    messages.success(
        request, ngettext("Shared with %(count)s party.", "Shared with %(count)s parties.", count) % {"count": count}
    )
    return redirect("office:engagement_sharing", code=row.code)


@needs(Permission.SHARE_WITH_PARTIES)
@require_POST
@once
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    """The party can no longer open it, with a reason."""
    rows = SharedItem.objects.filter(engagement__in=visible_to(request.user)).select_related("engagement")
    item = get_object_or_404(rows, pk=pk)
    try:
        end_sharing(item, reason=request.POST.get("reason", "")[:2_000], by=request.user)
    except ReasonMissing:
        messages.error(request, _("Sharing ends with a reason. Nothing was changed."))
    except AlreadyOver:
        messages.error(request, _("It has ended already. Nothing was changed."))
    else:
        messages.success(request, _("It can no longer be opened. That it was given stays on record."))
    return redirect("office:engagement_sharing", code=item.engagement.code)
