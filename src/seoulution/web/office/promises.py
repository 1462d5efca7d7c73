"""Promises one by one: given in an engagement, to a request or at a meeting; kept, opened again, released, put right."""

from collections.abc import Iterable
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Contact, Promise
from seoulution.apps.engagements.services import promises as services
from seoulution.engine.engagements import promises as rules
from seoulution.engine.engagements.promises import PromiseState
from seoulution.web.office.work_about import (
    FormPage,
    about_of,
    back_to,
    closed_or_done,
    file_of,
    file_words,
    page_of_file,
    work_of,
)
from seoulution.web.office.work_forms import PromiseEditForm, PromiseForm, promise_initial
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.notices import undoable
from seoulution.web.shared.once import once


def with_states(rows: Iterable[Promise], today: date) -> list[tuple[Promise, PromiseState]]:
    """Each promise with how it stands today."""
    return [(row, state_of(row, today)) for row in rows]


def state_of(row: Promise, today: date) -> PromiseState:
    """A release before releases were dated counts from the day it is read."""
    released = (row.closed_on or today) if row.closed_reason else None
    return rules.state_of(rules.Promise(str(row.pk), row.made_on or today, row.due_on, row.kept_on, released), today)


@needs(Permission.WORK_ENGAGEMENTS)
@once
def add(request: SignedInRequest, code: str, of: str = "engagement") -> HttpResponse:
    """A promise made in this file; `contact` in the address says at which meeting."""
    about = about_of(request, of, code)
    contact = _contact(request, about)
    page = FormPage(_("Record a promise"), _("Keep on record"), file_words(about), page_of_file(about, "promises"))
    begins = {"side": "ours", "made_on": timezone.localdate(contact.starts_at if contact else None)}
    if contact:
        begins["occasion"] = contact.title
        page = FormPage(page.heading, page.press, page.lead, reverse("office:contact", args=[contact.pk]) + "#promises")
    form = PromiseForm(request.POST or None, initial=begins)

    def act() -> str:
        services.record_promise(about, form.given(), by=request.user, contact=contact)
        messages.success(request, _("The promise is on record."))
        return page.back

    return page.taken(request, form, act)


def _contact(request: SignedInRequest, about: object) -> Contact | None:
    """The meeting named in the address, where it belongs to this very file."""
    asked = request.GET.get("contact", "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 12):
        return None
    contact = work_of(request, Contact.objects.all(), int(asked))
    return contact if file_of(contact) == about else None


@needs(Permission.WORK_ENGAGEMENTS)
@once
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put right, with the reason."""
    promise = work_of(request, Promise.objects.select_related("responsible", "owner"), pk)
    page = FormPage(
        _("Put a promise right"), _("Save"), file_words(file_of(promise)), page_of_file(file_of(promise), "promises")
    )
    form = PromiseEditForm(request.POST or None, initial=promise_initial(promise))

    def act() -> str:
        data = form.cleaned_data
        services.edit_promise(promise, form.given(), reason=data["reason"], seen_revision=data["revision"], by=request.user)
        messages.success(request, _("Saved; what was promised first stays in the history."))
        return page.back

    return page.taken(request, form, act)


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def keep(request: SignedInRequest, pk: int) -> HttpResponse:
    """It was kept, today; with an undo."""
    promise = work_of(request, Promise.objects.all(), pk)
    note = request.POST.get("note", "")[:2000]
    wrong = closed_or_done(
        request, lambda: services.keep_promise(promise, by=request.user, today=timezone.localdate(), note=note)
    )
    if wrong:
        messages.error(request, wrong)
    else:
        undoable(request, _("The promise is kept."), reverse("office:promise_reopen", args=[pk]))
    return back_to(promise, "promises", request)


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def reopen(request: SignedInRequest, pk: int) -> HttpResponse:
    """Undo of keeping it."""
    promise = work_of(request, Promise.objects.all(), pk)
    services.reopen_promise(promise, by=request.user)
    messages.success(request, _("The promise is open again."))
    return back_to(promise, "promises", request)


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def release(request: SignedInRequest, pk: int) -> HttpResponse:
    """Nobody waits for it any more, with the reason."""
    promise = work_of(request, Promise.objects.all(), pk)
    reason = request.POST.get("reason", "")[:2000]
    wrong = closed_or_done(
        request, lambda: services.release_promise(promise, reason=reason, by=request.user, today=timezone.localdate())
    )
    if wrong:
        messages.error(request, wrong)
    else:
        messages.success(request, _("Released; the reason is on record."))
    return back_to(promise, "promises", request)
