"""Mail that leaves: what waits, left, failed or is held, each as it reads; a person decides on what nobody can know."""

from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.correspondence.models import MailState, OutgoingMail
from seoulution.apps.correspondence.services import sending
from seoulution.apps.correspondence.worker_life import last_heard_of, worker_lives
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.publishing.mail_texts import OUTGOING_TEXTS
from seoulution.web.office.lists import page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.reading import note_list, note_reading

TONES: Final = {
    MailState.QUEUED: "neutral",
    MailState.SENDING: "neutral",
    MailState.SENT: "good",
    MailState.HELD: "warning",
    MailState.FAILED: "blocked",
    MailState.DROPPED: "neutral",
}


@needs(Permission.SEE_CORRESPONDENCE)
def listing(request: SignedInRequest) -> HttpResponse:
    """All mails, the latest first; `state` narrows."""
    state = request.GET.get("state", "")
    state = state if state in MailState.values else ""
    rows = OutgoingMail.objects.filter(state=state) if state else OutgoingMail.objects.all()
    counts = dict(OutgoingMail.objects.values_list("state").annotate(Count("pk")).order_by())
    now = timezone.now()
    page = page_of(request, rows.defer("body"))
    note_list(request, page, about="outgoing mail", about_code="outbox", whose="recipients of mails")
    context: dict[str, Any] = {
        "page": page,
        "rows": [(row, str(OUTGOING_TEXTS[row.state]), TONES[MailState(row.state)]) for row in page],
        "states": [
            Link(_("All"), "?", not state, sum(counts.values())),
            *(Link(str(OUTGOING_TEXTS[one]), f"?state={one}", one == state, counts.get(one, 0)) for one in MailState),
        ],
        "to_folder": settings.SMTP is None,
        "worker_lives": worker_lives(now),
        "last_heard_of": last_heard_of(now),
    }
    return render(request, "office/outbox.html", context)


@needs(Permission.SEE_CORRESPONDENCE)
def page(request: SignedInRequest, pk: int) -> HttpResponse:
    """One mail as it leaves; another person's digest only for who may see every file."""
    mail = get_object_or_404(_readable_or_listed(), pk=pk)
    if mail.user_id != request.user.pk:
        note_reading(request, about="outgoing mail", about_code=str(mail.pk), whose=f"recipient of mail {mail.pk}")
    context: dict[str, Any] = {
        "mail": mail,
        "state": str(OUTGOING_TEXTS[mail.state]),
        "tone": TONES[MailState(mail.state)],
        "may_read": may_read(request.user, mail),
        "decidable": mail.state in sending.DECIDABLE,
        "submission": fresh_key(),
        "trail": [Link(_("Mail that leaves"), "/office/outbox/")],
    }
    return render(request, "office/outbox_mail.html", context)


def _readable_or_listed() -> QuerySet[OutgoingMail]:
    return OutgoingMail.objects.select_related("user", "decided_by")


def may_read(user: User, mail: OutgoingMail) -> bool:
    """A digest may name files that are not everybody's: it is read by whom it is for, and by who sees every file."""
    if user.may(Permission.SEE_SENSITIVE):
        return True
    if mail.user_id is not None and mail.user_id != user.pk:
        return False
    return mail.about != "engagement" or visible_to(user).filter(code=mail.about_code).exists()


@needs(Permission.DECIDE_MAIL)
@require_POST
@once
def again(request: SignedInRequest, pk: int) -> HttpResponse:
    """It leaves again, under the same Message-ID."""
    mail = get_object_or_404(OutgoingMail, pk=pk)
    try:
        sending.send_again(mail, by=request.user)
    except sending.NotToDecide:
        messages.error(request, _("There is nothing to decide on this mail any more. Nothing was changed."))
    else:
        messages.success(request, _("The mail waits to leave again, under its own number."))
    return redirect("office:outbox_mail", pk=pk)


@needs(Permission.DECIDE_MAIL)
@require_POST
@once
def drop(request: SignedInRequest, pk: int) -> HttpResponse:
    """It does not leave, with a reason."""
    mail = get_object_or_404(OutgoingMail, pk=pk)
    try:
        sending.drop(mail, reason=request.POST.get("reason", "")[:500], by=request.user)
    except sending.NotToDecide:
        messages.error(request, _("There is nothing to decide on this mail any more. Nothing was changed."))
    except ValueError:
        messages.error(request, _("A mail is dropped with a reason. Nothing was changed."))
    else:
        messages.success(request, _("The mail does not leave; the reason is on record."))
    return redirect("office:outbox_mail", pk=pk)
