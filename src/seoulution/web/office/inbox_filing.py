"""What a person does with a letter that came in: a new request, a request's file, an engagement, or set aside."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.correspondence.models import IncomingMail
from seoulution.apps.correspondence.services import intake
from seoulution.apps.demand.models import SharingRequest
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.mail_places import mails_for
from seoulution.apps.engagements.services import mail_filing
from seoulution.apps.engagements.services.rights import NotAllowed, NotOwnFile
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.formats.kept_files import NotKept
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.notices import undoable
from seoulution.web.shared.once import once


@needs(Permission.WORK_REQUESTS)
@require_POST
@once
def file(request: SignedInRequest, pk: int) -> HttpResponse:
    """`as` says what it becomes: `new` (with `city`), `request` or `engagement` (with `code`)."""
    mail = get_object_or_404(mails_for(request.user), pk=pk)
    try:
        return redirect(_filed(request, mail, request.POST.get("as", ""), request.POST.get("code", "").strip()))
    except intake.AlreadyDecided:
        messages.error(request, _("This letter was filed or set aside meanwhile. Nothing was changed."))
    except NotOwnFile as refused:
        messages.error(request, sentence(refused.finding))
    except NotAllowed as refused:
        messages.error(request, " ".join(sentence(finding) for finding in refused.findings))
    except (FileNotFoundError, NotKept):
        messages.error(request, _("The attachments can't be read or kept at the moment. Nothing was changed."))
    except LookupError:
        messages.error(request, _("There is no such file. Choose one of the list, or write its code. Nothing was changed."))
    except ValueError:
        messages.error(request, _("Which city writes? Name it. Nothing was changed."))
    return redirect("office:inbox_mail", pk=pk)


def _filed(request: SignedInRequest, mail: IncomingMail, becomes: str, code: str) -> str:
    if becomes == "new":
        city = request.POST.get("city", "")[:200]
        made, token = mail_filing.file_as_request(mail, city=city, by=request.user)
        link = request.build_absolute_uri(f"/c/{token}/")
        messages.success(request, _("The request is kept. The city's private link, shown only now: %(link)s") % {"link": link})
        return reverse("office:request", args=[made.code])
    if becomes == "request":
        row = SharingRequest.objects.filter(code=code).first()
        if row is None:
            raise LookupError(code)
        mail_filing.file_to_request(mail, row, by=request.user)
        messages.success(request, _("The letter is in the file of the request."))
        return reverse("office:request", args=[row.code])
    engagement = visible_to(request.user).filter(code=code).first()
    if becomes != "engagement" or engagement is None:
        raise LookupError(code)
    mail_filing.file_to_engagement(mail, engagement, by=request.user)
    messages.success(request, _("The letter is among the contacts of the engagement."))
    return reverse("office:engagement", args=[engagement.code])


@needs(Permission.WORK_REQUESTS)
@require_POST
@once
def set_aside(request: SignedInRequest, pk: int) -> HttpResponse:
    """It belongs nowhere, with a reason; with an undo."""
    mail = get_object_or_404(mails_for(request.user), pk=pk)
    try:
        intake.set_aside(mail, reason=request.POST.get("reason", "")[:500], by=request.user)
    except intake.AlreadyDecided:
        messages.error(request, _("This letter was filed or set aside meanwhile. Nothing was changed."))
    except ValueError:
        messages.error(request, _("A letter is set aside with a reason. Nothing was changed."))
    else:
        undoable(request, _("Set aside; the reason is on record."), reverse("office:inbox_again", args=[pk]))
        return redirect("office:inbox")
    return redirect("office:inbox_mail", pk=pk)


@needs(Permission.WORK_REQUESTS)
@require_POST
@once
def take_up_again(request: SignedInRequest, pk: int) -> HttpResponse:
    """Undo of setting it aside."""
    mail = get_object_or_404(mails_for(request.user), pk=pk)
    try:
        intake.take_up_again(mail, by=request.user)
    except intake.AlreadyDecided:
        messages.error(request, _("This letter was filed or set aside meanwhile. Nothing was changed."))
    return redirect("office:inbox_mail", pk=pk)
