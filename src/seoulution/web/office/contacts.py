"""Contacts: planned or recorded, read on a page of their own, put right, held, called off."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import work_finding
from seoulution.apps.engagements.models import Contact, Engagement
from seoulution.apps.engagements.services import contacts as services
from seoulution.engine.engagements.codes import Side
from seoulution.web.office.promises import with_states
from seoulution.web.office.work_about import (
    FormPage,
    about_of,
    closed_or_done,
    file_of,
    file_words,
    page_of_file,
    work_of,
)
from seoulution.web.office.work_forms import SIDES, ContactEditForm, ContactNewForm, contact_initial
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.once import fresh_key, once


@needs(Permission.WORK_ENGAGEMENTS)
@once
def add(request: SignedInRequest, code: str, of: str = "engagement") -> HttpResponse:
    """A contact planned, or one that was held."""
    about = about_of(request, of, code)
    page = FormPage(_("Plan or record a contact"), _("Keep on record"), file_words(about), page_of_file(about, "contacts"))
    begins = {"starts_at": timezone.localtime().replace(minute=0, second=0, microsecond=0), "ours": request.user.username}
    form = ContactNewForm(request.POST or None, initial=begins)

    def act() -> str:
        held = form.cleaned_data["held"] == "yes"
        row = services.record_contact(about, form.details(), held=held, by=request.user, now=timezone.now())
        messages.success(request, _("It is on record. Promises and tasks can be written down right here."))
        return reverse("office:contact", args=[row.pk])

    return page.taken(request, form, act)


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest, pk: int) -> HttpResponse:
    """One contact: who met whom where, what was said, and what was promised there."""
    row = work_of(request, Contact.objects.select_related("recorded_by", "city"), pk)
    today = timezone.localdate()
    people = list(row.people.select_related("user"))
    about = file_of(row)
    context: dict[str, Any] = {
        "row": row,
        "file": about,
        "file_words": file_words(about),
        "back": page_of_file(about, "contacts"),
        "people": [(side, [who for who in people if who.side == side]) for side in SIDES],
        "theirs": Side.THEIRS,
        "promises": with_states(row.promises.select_related("responsible", "owner", "engagement", "sharing_request"), today),
        "ahead": row.starts_at > timezone.now(),
        "may_not_work": _may_not_work(request, row),
        "of_engagement": isinstance(about, Engagement),
        "today": today,
        "submission": fresh_key(),
        "trail": [Link(file_words(about), page_of_file(about, "contacts"))] if about else [],
    }
    return render(request, "office/contact.html", context)


def _may_not_work(request: SignedInRequest, row: Contact) -> object:
    if row.engagement is not None:
        return work_finding(request.user, row.engagement)
    return None if request.user.may(Permission.WORK_REQUESTS) else "reads"


@needs(Permission.WORK_ENGAGEMENTS)
@once
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """What is written of it, put right."""
    row = work_of(request, Contact.objects.all(), pk)
    page = FormPage(_("Put a contact right"), _("Save"), row.title, reverse("office:contact", args=[pk]))
    form = ContactEditForm(request.POST or None, initial=contact_initial(row))

    def act() -> str:
        seen = form.cleaned_data["revision"]
        services.edit_contact(row, form.details(), seen_revision=seen, by=request.user, now=timezone.now())
        messages.success(request, _("Saved."))
        return page.back

    return page.taken(request, form, act)


def _seen(request: SignedInRequest) -> int:
    written = request.POST.get("revision", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def hold(request: SignedInRequest, pk: int) -> HttpResponse:
    """It took place."""
    row = work_of(request, Contact.objects.all(), pk)
    summary = request.POST.get("summary", "")[:5000]
    wrong = closed_or_done(
        request,
        lambda: services.hold_contact(row, summary=summary, seen_revision=_seen(request), by=request.user, now=timezone.now()),
    )
    if wrong:
        messages.error(request, wrong)
    else:
        messages.success(request, _("It was held. Write down what was promised."))
    return redirect("office:contact", pk=pk)


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def call_off(request: SignedInRequest, pk: int) -> HttpResponse:
    """It will not take place, with the reason."""
    row = work_of(request, Contact.objects.all(), pk)
    reason = request.POST.get("reason", "")[:2000]
    wrong = closed_or_done(
        request, lambda: services.call_off_contact(row, reason=reason, seen_revision=_seen(request), by=request.user)
    )
    if wrong:
        messages.error(request, wrong)
    else:
        messages.success(request, _("Called off; the reason is on record."))
    return redirect("office:contact", pk=pk)
