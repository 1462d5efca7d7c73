"""Mail that came in: each waits until a person files it or sets it aside; a letter kept as a file is taken in here."""

from typing import Any, Final

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.correspondence import originals
from seoulution.apps.correspondence.models import IncomingMail, IncomingState
from seoulution.apps.correspondence.services.intake import NoLetter, take_in
from seoulution.apps.engagements.mail_places import mails_for, named_city, places
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.apps.publishing.mail_texts import INCOMING_TEXTS, REASON_TEXTS
from seoulution.engine.findings import Finding
from seoulution.formats.kept_files import NotKept
from seoulution.web.office.lists import page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.attachments import download
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.limits import brings_a_file, limited, uploads
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.reading import note_list, note_reading

TONES: Final = {IncomingState.NEW: "warning", IncomingState.FILED: "good", IncomingState.SET_ASIDE: "neutral"}


class LetterForm(forms.Form):
    """One letter as a mail program saves it."""

    letter = forms.FileField(
        label=gettext_lazy("Letter (EML)"), help_text=gettext_lazy("As the mail program saves it, at most 20 MB.")
    )


@needs(Permission.SEE_CORRESPONDENCE)
@limited(uploads, only=brings_a_file)
@once
def listing(request: SignedInRequest) -> HttpResponse:
    """Letters that wait, the latest first; `state` shows others. A file given here is kept and opened."""
    form, refusal = LetterForm(request.POST or None, request.FILES or None), ""
    if request.method == "POST":
        if not request.user.may(Permission.WORK_REQUESTS):
            refusal = _("Your role reads mail and takes none in.")
        elif form.is_valid():
            taken = _taken_in(form.cleaned_data["letter"])
            if isinstance(taken, IncomingMail):
                return redirect("office:inbox_mail", pk=taken.pk)
            refusal = taken
    mails = mails_for(request.user)
    state = request.GET.get("state", IncomingState.NEW)
    state = state if state in IncomingState.values else ""
    counts = dict(mails.values_list("state").annotate(Count("pk")).order_by())
    page = page_of(request, (mails.filter(state=state) if state else mails).defer("text"))
    note_list(request, page, about="mail", about_code="inbox", whose="senders of mails")
    context: dict[str, Any] = {
        "page": page,
        "rows": [(row, str(INCOMING_TEXTS[row.state]), TONES[IncomingState(row.state)]) for row in page],
        "states": [
            *(Link(str(INCOMING_TEXTS[one]), f"?state={one}", one == state, counts.get(one, 0)) for one in IncomingState),
            Link(_("All"), "?state=all", not state, sum(counts.values())),
        ],
        "form": form,
        "refusal": refusal,
        "mailbox": settings.MAILBOX,
        "submission": fresh_key(),
    }
    return render(request, "office/inbox.html", context, status=422 if refusal or (request.method == "POST") else 200)


def _taken_in(file: "UploadedFile[Any]") -> IncomingMail | str:
    if (file.size or 0) > settings.ATTACHMENT_LIMIT_BYTES:
        return sentence(Finding("upload.too-large", parameters={"detail": str(settings.ATTACHMENT_LIMIT_BYTES)}))
    try:
        mail, _is_new = take_in(file.read(), how="file")
    except NoLetter as none:
        return sentence(none.finding)
    except NotKept:
        return _("The disk refuses the letter. Nothing was kept; try again later.")
    return mail


@needs(Permission.SEE_CORRESPONDENCE)
def page(request: SignedInRequest, pk: int) -> HttpResponse:
    """One letter with what it holds, and where it may belong."""
    mail = get_object_or_404(mails_for(request.user).select_related("decided_by"), pk=pk)
    note_reading(request, about="mail", about_code=str(mail.pk), whose=f"sender of mail {mail.pk}")
    waits = mail.state == IncomingState.NEW
    context: dict[str, Any] = {
        "mail": mail,
        "state": str(INCOMING_TEXTS[mail.state]),
        "tone": TONES[IncomingState(mail.state)],
        "waits": waits,
        "enclosed": [(one, _refusal(one["finding"])) for one in mail.attachments],
        "places": [(one, REASON_TEXTS[one.reason]) for one in places(mail, request.user)] if waits else [],
        "city": named_city(mail) if waits else "",
        "submission": fresh_key(),
        "trail": [Link(_("Mail that came in"), "/office/inbox/")],
    }
    return render(request, "office/inbox_mail.html", context)


def _refusal(code: str) -> str:
    return sentence(Finding(code, parameters={"detail": ""})) if code else ""


@needs(Permission.SEE_CORRESPONDENCE)
def attachment(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    """One attachment that passed inspection, as a download that no browser runs."""
    mail = get_object_or_404(mails_for(request.user), pk=pk)
    try:
        found = next((one for one in originals.enclosed(mail) if one.number == number), None)
    except FileNotFoundError as gone:
        raise Http404 from gone
    if found is None:
        raise Http404
    note_reading(request, about="mail", about_code=f"{mail.pk}/{number}", whose=f"sender of mail {mail.pk}", action="download")
    return download(found.data, content_type=found.content_type, name=found.name)
