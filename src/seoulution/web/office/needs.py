"""Correcting needs: edit, add, remove with undo, and "none fits"."""

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
from seoulution.apps.demand import services
from seoulution.apps.demand.models import Need
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.matching.services import match_needs
from seoulution.web.office.workspace import found
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.notices import undoable
from seoulution.web.shared.once import fresh_key, once


class NeedForm(forms.Form):
    """A need in a person's words."""

    text = forms.CharField(label=gettext_lazy("What the city needs"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    sector = forms.ChoiceField(
        label=gettext_lazy("Sector"), required=False, choices=lambda: [("", _("open")), *sector_choices()]
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


def _need(pk: int) -> Need:
    return get_object_or_404(Need.objects.select_related("sharing_request"), pk=pk)


@needs(Permission.WORK_REQUESTS)
@once
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Corrects a need; shows both versions when someone else saved first."""
    need = _need(pk)
    initial = {"text": need.text, "sector": need.sector, "revision": need.revision}
    form = NeedForm(request.POST or None, initial=initial)
    theirs, status = None, 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                services.correct_need(
                    need,
                    text=form.cleaned_data["text"],
                    sector=form.cleaned_data["sector"],
                    seen_revision=form.cleaned_data["revision"] or 0,
                    by=request.user,
                )
            except StaleEdit as stale:
                theirs, status = stale.current, 409
                form.data = {**request.POST.dict(), "revision": stale.current.revision}
            else:
                match_needs(need.sharing_request, today=timezone.localdate(), by=request.user)
                messages.success(request, _("The need is corrected and matched again."))
                return redirect("office:request", code=need.sharing_request.code)
    context = {"form": form, "need": need, "theirs": theirs, "submission": fresh_key()}
    return render(request, "office/need.html", context, status=status)


@needs(Permission.WORK_REQUESTS)
@once
def add(request: SignedInRequest, code: str) -> HttpResponse:
    """A need the rule did not find."""
    row = found(code)
    form = NeedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.add_need(row, text=form.cleaned_data["text"], sector=form.cleaned_data["sector"], by=request.user)
        match_needs(row, today=timezone.localdate(), by=request.user)
        messages.success(request, _("The need is added and matched."))
        return redirect("office:request", code=code)
    context = {"form": form, "need": None, "row": row, "submission": fresh_key()}
    return render(request, "office/need.html", context, status=422 if request.method == "POST" else 200)


@needs(Permission.WORK_REQUESTS)
@require_POST
@once
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    """Takes a need out of the work, with an undo."""
    need = services.remove_need(_need(pk), by=request.user)
    undoable(request, _("The need is removed."), reverse("office:need_restore", args=[pk]))
    return redirect("office:request", code=need.sharing_request.code)


@needs(Permission.WORK_REQUESTS)
@require_POST
@once
def restore(request: SignedInRequest, pk: int) -> HttpResponse:
    """Undo of the removal."""
    need = services.restore_need(_need(pk), by=request.user)
    messages.success(request, _("The need is back."))
    return redirect("office:request", code=need.sharing_request.code)


@needs(Permission.WORK_REQUESTS)
@require_POST
@once
def none_fits(request: SignedInRequest, pk: int) -> HttpResponse:
    """That none of ours fits, with the reason; an empty reason takes it back."""
    need = services.say_none_fits(_need(pk), reason=request.POST.get("reason", "")[:2000], by=request.user)
    if not need.none_fits:
        match_needs(need.sharing_request, today=timezone.localdate(), by=request.user)
    messages.success(request, _("Recorded: none of ours fits.") if need.none_fits else _("Taken back."))
    return redirect("office:request", code=need.sharing_request.code)
