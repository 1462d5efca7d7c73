"""The promise ledger of an engagement: who promised what to whom, by when, kept or not."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Engagement, Promise
from seoulution.apps.engagements.services import promises as services
from seoulution.apps.engagements.services.rights import AlreadyOver, ReasonMissing
from seoulution.apps.network.models import Agency
from seoulution.engine.engagements import promises as rules
from seoulution.engine.engagements.promises import PromiseState
from seoulution.web.office.engagement_file import found
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.notices import undoable
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.tags.records import named


def with_states(rows: Iterable[Promise], today: date) -> list[tuple[Promise, PromiseState]]:
    """Each promise with how it stands today; a release counts from the day it is read, for only its reason is kept."""
    return [(row, _state(row, today)) for row in rows]


def _state(row: Promise, today: date) -> PromiseState:
    released = today if row.closed_reason else None
    return rules.state_of(rules.Promise(str(row.pk), today, row.due_on, row.kept_on, released), today)


class PromiseForm(forms.Form):
    """A word given, in the words of whoever heard it."""

    text = forms.CharField(label=gettext_lazy("What was promised"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    promised_by = forms.CharField(label=gettext_lazy("Who promised"), max_length=200)
    promised_to = forms.CharField(label=gettext_lazy("To whom"), max_length=200)
    occasion = forms.CharField(label=gettext_lazy("On which occasion"), max_length=300, required=False)
    responsible = forms.ModelChoiceField(
        label=gettext_lazy("Responsible body"),
        queryset=Agency.objects.filter(withdrawn_on=None),
        to_field_name="code",
        required=False,
    )
    due_on = forms.DateField(label=gettext_lazy("Due on"), required=False, widget=forms.DateInput(attrs={"type": "date"}))


@needs(Permission.WORK_ENGAGEMENTS)
@once
def add(request: SignedInRequest, code: str) -> HttpResponse:
    """A promise made in this engagement."""
    engagement = found(request, code)
    form = PromiseForm(request.POST or None)
    form.fields["responsible"].label_from_instance = named  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        services.record_promise(engagement, by=request.user, **form.cleaned_data)
        messages.success(request, _("The promise is on record."))
        return redirect(_back(engagement))
    context = {"form": form, "row": engagement, "submission": fresh_key()}
    return render(request, "office/promise_add.html", context, status=422 if request.method == "POST" else 200)


def _promise(pk: int) -> Promise:
    return get_object_or_404(Promise.objects.filter(engagement__isnull=False).select_related("engagement"), pk=pk)


def _back(engagement: Engagement) -> str:
    return reverse("office:engagement", args=[engagement.code]) + "#promises"


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def keep(request: SignedInRequest, pk: int) -> HttpResponse:
    """It was kept, today; with an undo."""
    promise = _promise(pk)
    try:
        services.keep_promise(promise, by=request.user, today=timezone.localdate())
    except AlreadyOver:
        messages.error(request, _("This promise is closed already. Nothing was changed."))
    else:
        undoable(request, _("The promise is kept."), reverse("office:promise_reopen", args=[pk]))
    return redirect(_back(_of(promise)))


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def reopen(request: SignedInRequest, pk: int) -> HttpResponse:
    """Undo of keeping it."""
    promise = _promise(pk)
    services.reopen_promise(promise, by=request.user)
    messages.success(request, _("The promise is open again."))
    return redirect(_back(_of(promise)))


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def release(request: SignedInRequest, pk: int) -> HttpResponse:
    """Nobody waits for it any more, with the reason."""
    promise = _promise(pk)
    try:
        services.release_promise(promise, reason=request.POST.get("reason", "")[:2000], by=request.user)
    except ReasonMissing:
        messages.error(request, _("A promise is released with a reason. Nothing was changed."))
    except AlreadyOver:
        messages.error(request, _("This promise is closed already. Nothing was changed."))
    else:
        messages.success(request, _("Released; the reason is on record."))
    return redirect(_back(_of(promise)))


def _of(promise: Promise) -> Engagement:
    if promise.engagement is None:
        raise LookupError("a promise without an engagement has no page here")
    return promise.engagement
