"""Deciding on offered solutions: accept, reject with a reason, take back, or add one the rule did not find."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.demand.models import Need
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.matching import services
from seoulution.apps.matching.models import Match, Verdict
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import fresh_key, once
from seoulution.web.shared.tags.records import named


@needs(Permission.WORK_REQUESTS)
@require_POST
@once
def decide(request: SignedInRequest, pk: int) -> HttpResponse:
    """One decision; a rejection without a reason is sent back."""
    match = get_object_or_404(Match.objects.select_related("need__sharing_request", "solution"), pk=pk)
    back = redirect("office:request", code=match.need.sharing_request.code)
    verdict, reason = request.POST.get("verdict", ""), request.POST.get("reason", "").strip()[:2000]
    written = request.POST.get("revision", "0")
    if verdict not in Verdict.values:
        messages.error(request, _("That is no decision. Nothing was changed."))
        return back
    if verdict == Verdict.REJECTED and not reason:
        messages.error(request, _("A rejection needs a reason: the dossier prints it. Nothing was changed."))
        return back
    try:
        services.decide(match, verdict=Verdict(verdict), reason=reason, seen_revision=int(written), by=request.user)
    except (StaleEdit, ValueError):
        messages.error(request, _("Someone else decided on this match meanwhile. Nothing of yours was written; look again."))
        return back
    words = {Verdict.ACCEPTED: _("Accepted."), Verdict.REJECTED: _("Rejected."), Verdict.PROPOSED: _("Decision taken back.")}
    messages.success(request, f"{named(match.solution)}: {words[Verdict(verdict)]}")
    return back


class AddForm(forms.Form):
    """Any solution of the catalogue, with the reason."""

    solution = forms.ModelChoiceField(
        label=gettext_lazy("Solution"), queryset=PolicySolution.objects.offered(), to_field_name="code"
    )
    reason = forms.CharField(label=gettext_lazy("Why it fits"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


@needs(Permission.WORK_REQUESTS)
@once
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    """A fit that the rule did not find."""
    need = get_object_or_404(Need.objects.select_related("sharing_request"), pk=pk)
    form = AddForm(request.POST or None)
    form.fields["solution"].label_from_instance = named  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        services.add_match(need, solution=form.cleaned_data["solution"], reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, _("Added and accepted."))
        return redirect("office:request", code=need.sharing_request.code)
    context = {"form": form, "need": need, "submission": fresh_key()}
    return render(request, "office/match_add.html", context, status=422 if request.method == "POST" else 200)
