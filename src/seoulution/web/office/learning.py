"""Whether the needs of a request may teach the search: an officer's decision, with its reason, that can be taken back."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.matching.services import let_learn
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.web.office.workspace import found
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import fresh_key, once


class LearningForm(forms.Form):
    """Yes or no, and why."""

    allowed = forms.TypedChoiceField(
        label=gettext_lazy("May the search learn from these needs?"),
        choices=[("no", gettext_lazy("No")), ("yes", gettext_lazy("Yes, the city agrees"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"), required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)


@needs(Permission.WORK_REQUESTS)
@once
def learning(request: SignedInRequest, code: str) -> HttpResponse:
    """What was typed stays in the form when it is refused or somebody saved first."""
    row = found(code)
    before = {"allowed": "yes" if row.may_be_learnt_from else "no", "reason": row.learning_reason, "revision": row.revision}
    form, status = LearningForm(request.POST or None, initial=before), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            given = form.cleaned_data
            try:
                let_learn(
                    row, allowed=given["allowed"], reason=given["reason"], seen_revision=given["revision"], by=request.user
                )
            except Refused as refused:
                form.add_error("reason", " ".join(sentence(finding) for finding in refused.findings))
            except StaleEdit as stale:
                status = 409
                form.data = {**request.POST.dict(), "revision": stale.current.revision}
                form.add_error(None, _("Someone else saved this request first. Look at it, then save again."))
            else:
                messages.success(request, _("Saved."))
                return redirect("office:request", code=code)
    context = {"row": row, "form": form, "submission": fresh_key()}
    return render(request, "office/learning.html", context, status=status)
