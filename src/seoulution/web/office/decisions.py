"""Recording what others decided, a fund or the partner city, and striking a record that was wrong."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.models import Engagement, EngagementDocument
from seoulution.apps.engagements.papers import papers_for
from seoulution.apps.engagements.services import decisions as services
from seoulution.apps.engagements.services.rights import NotAllowed, ReasonMissing
from seoulution.apps.publishing.decision_words import decision_words
from seoulution.apps.publishing.labels import label
from seoulution.engine.engagements.facts import Approval
from seoulution.engine.engagements.signing_table import ABROAD
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Stage
from seoulution.web.office.engagement_file import file_context, found
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import once
from seoulution.web.shared.signing.pages import case_of, case_page


class DecisionForm(forms.Form):
    """Who decided what on which day, and the paper that shows it."""

    kind = forms.ChoiceField(label=gettext_lazy("Whose decision"))
    stage = forms.ChoiceField(label=gettext_lazy("For which stage"))
    granted = forms.ChoiceField(
        label=gettext_lazy("Decided"),
        choices=[("yes", gettext_lazy("in favour")), ("no", gettext_lazy("against"))],
        widget=forms.RadioSelect,
        initial="yes",
    )
    title = forms.CharField(label=gettext_lazy("What was decided"), max_length=300)
    decided_by = forms.CharField(label=gettext_lazy("Body that decided"), max_length=300)
    decided_on = forms.DateField(label=gettext_lazy("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    evidence = forms.ModelChoiceField(
        label=gettext_lazy("Paper that shows it"),
        queryset=EngagementDocument.objects.none(),
        help_text=gettext_lazy("A paper on file. Add the paper first where it is not there yet."),
    )
    text = forms.CharField(
        label=gettext_lazy("Conditions and remarks"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, user: User, row: Engagement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds: Any = self.fields["kind"]
        kinds.choices = [(each.value, decision_words(each)) for each in Approval if each in ABROAD]
        stages: Any = self.fields["stage"]
        stages.choices = [(each.value, label(Stage, each)) for each in Stage]
        evidence: Any = self.fields["evidence"]
        evidence.queryset = papers_for(user, row).filter(withdrawn_at=None)


@needs(Permission.WORK_ENGAGEMENTS)
@once
def record(request: SignedInRequest, code: str) -> HttpResponse:
    """A decision taken elsewhere."""
    row = found(request, code)
    initial = {"kind": request.GET.get("kind"), "stage": request.GET.get("stage") or row.stage}
    form = DecisionForm(request.POST or None, user=request.user, row=row, initial=initial)
    refused: tuple[Finding, ...] = ()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            services.record_decision(
                row,
                kind=Approval(given["kind"]),
                stage=Stage(given["stage"]),
                title=given["title"],
                decided_by=given["decided_by"],
                decided_on=given["decided_on"],
                evidence=given["evidence"],
                text=given["text"],
                granted=given["granted"] == "yes",
                by=request.user,
                today=timezone.localdate(),
            )
        except NotAllowed as no:
            refused = no.findings
        else:
            messages.success(request, _("The decision is on record."))
            return redirect("office:engagement_papers", code=code)
    context = {**file_context(request, row, "office:engagement_papers"), "form": form, "refused": refused}
    return render(request, "office/decision_record.html", context, status=422 if request.method == "POST" else 200)


@needs(Permission.WORK_ENGAGEMENTS)
@require_POST
@once
def strike(request: SignedInRequest, pk: int) -> HttpResponse:
    """The record was wrong; it stays visible and counts no more."""
    case = case_of(request, pk)
    try:
        services.strike_decision(case, reason=request.POST.get("reason", "")[:2000], by=request.user)
    except NotAllowed as no:
        return case_page(request, case, "office", status=422, refused=no.findings)
    except ReasonMissing:
        messages.error(request, _("A decision is struck with a reason. Nothing was changed."))
        return case_page(request, case, "office", status=422)
    messages.success(request, _("The decision counts no more; it stays visible."))
    return redirect("office:signing_case", pk=pk)
