"""A new solution: its names, sector and owner; everything else is written in the editor."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.catalogue.services.editorial import begin_solution
from seoulution.apps.network.models import Agency
from seoulution.engine.findings import Finding
from seoulution.engine.vocabulary import Sector
from seoulution.web.bureaus.claim_form import CODE
from seoulution.web.bureaus.desk import own_agency
from seoulution.web.bureaus.entry_form import BodyField
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.choices import sector_choices
from seoulution.web.shared.once import fresh_key, once


class BeginForm(forms.Form):
    """What a solution cannot be begun without."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=200)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=200)
    sector = forms.ChoiceField(label=gettext_lazy("Sector"), choices=sector_choices)
    owner = BodyField(
        label=gettext_lazy("Owner"), help_text=gettext_lazy("The bureau or corporation that keeps the text true.")
    )
    code = forms.SlugField(
        label=gettext_lazy("Short code"),
        max_length=80,
        validators=[CODE],
        help_text=gettext_lazy("Part of its address, in small Latin letters with hyphens, for example remote-meter-reading."),
    )

    def clean_code(self) -> str:
        """A code is given once for good."""
        code = str(self.cleaned_data["code"])
        if PolicySolution.objects.filter(code=code).exists():
            raise forms.ValidationError(_("Another solution has this code already."))
        return code


@needs(Permission.SEE_BUREAU_DESK)
@once
def begin(request: SignedInRequest) -> HttpResponse:
    """Begins it as a draft of which every section is an open question, and leads to the editor."""
    agency = own_agency(request)
    form = BeginForm(request.POST if request.method == "POST" else None, initial={"owner": agency.code if agency else ""})
    if not request.user.may(Permission.PUBLISH_SOLUTIONS):
        form.fields["owner"].disabled = True
    findings: tuple[Finding, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            row = begin_solution(by=request.user, **_given(form.cleaned_data))
        except Refused as refused:
            findings = refused.findings
        else:
            messages.success(request, _("Begun. Every section is an open question until you write it."))
            return redirect("bureaus:edit", code=row.code)
    status = 422 if request.method == "POST" else 200
    bodies = Agency.objects.filter(withdrawn_on=None).only("code", "name_ko", "name_en")
    context = {"form": form, "agency": agency, "findings": findings, "bodies": bodies, "submission": fresh_key()}
    return render(request, "bureaus/begin.html", context, status=status)


def _given(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "sector": Sector(data["sector"]), "owner": Agency.objects.get(code=data["owner"])}
