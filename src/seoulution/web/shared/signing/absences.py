"""Who signs while somebody is away: one's own absences, and for managers everybody's."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.models import User
from seoulution.apps.accounts.names import name_of
from seoulution.apps.accounts.roles import ROLES, Permission
from seoulution.apps.engagements.models import Absence
from seoulution.apps.engagements.services.absences import end_absence, record_absence
from seoulution.apps.engagements.services.rights import NotAllowed, ReasonMissing
from seoulution.engine.findings import Finding
from seoulution.web.shared.access import SignedInRequest
from seoulution.web.shared.once import fresh_key
from seoulution.web.shared.people_near import PersonField, offered, people

SIGNING_ROLES = tuple(code for code, role in ROLES.items() if Permission.SIGN_PAPERS in role.permissions)


class AbsenceForm(forms.Form):
    """Who is away, from when until when, and who signs."""

    user = PersonField(
        label=gettext_lazy("Who is away"),
        help_text=gettext_lazy("By name or sign-in name; empty is yourself."),
        required=False,
    )
    stand_in = PersonField(label=gettext_lazy("Who signs meanwhile"), help_text=gettext_lazy("By name or sign-in name."))
    from_on = forms.DateField(label=gettext_lazy("First day"), widget=forms.DateInput(attrs={"type": "date"}))
    until_on = forms.DateField(label=gettext_lazy("Last day"), widget=forms.DateInput(attrs={"type": "date"}))
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300)

    def __init__(self, *args: Any, by: User, audience: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("user", "stand_in"):
            field: Any = self.fields[name]
            field.among(SIGNING_ROLES)
            field.widget.attrs["hx-get"] = reverse(f"{audience}:signers_near")
        if not by.may(Permission.MANAGE_PEOPLE):
            del self.fields["user"]
            self.fields["stand_in"].queryset = people(SIGNING_ROLES).exclude(pk=by.pk)  # type: ignore[attr-defined]


def signers_near(request: SignedInRequest) -> HttpResponse:
    """Who may sign and fits what is being written in one of the two fields."""
    return offered(request.GET.get("stand_in") or request.GET.get("user", ""), people(SIGNING_ROLES))


def absences_page(request: SignedInRequest, audience: str) -> HttpResponse:
    """The absences that concern the person, and the form."""
    form = AbsenceForm(request.POST or None, by=request.user, audience=audience)
    refused: tuple[Finding, ...] = ()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            record_absence(
                given.get("user") or request.user,
                stand_in=given["stand_in"],
                from_on=given["from_on"],
                until_on=given["until_on"],
                reason=given["reason"],
                by=request.user,
                today=timezone.localdate(),
            )
        except NotAllowed as no:
            refused = no.findings
        except ReasonMissing:
            form.add_error("reason", _("Say why."))
        else:
            messages.success(request, _("The stand-in signs on these days."))
            return redirect(f"{audience}:absences")
    rows = Absence.objects.select_related("user", "stand_in")
    if not request.user.may(Permission.MANAGE_PEOPLE):
        rows = rows.filter(user=request.user) | rows.filter(stand_in=request.user)
    today = timezone.localdate()
    lines = [(row, name_of(row.user), name_of(row.stand_in), _stands(row, today)) for row in rows[:100]]
    context = {
        "audience": audience,
        "form": form,
        "refused": refused,
        "lines": lines,
        "submission": fresh_key(),
        "may_end_all": request.user.may(Permission.MANAGE_PEOPLE),
    }
    return render(request, f"{audience}/absences.html", context, status=422 if request.method == "POST" else 200)


def _stands(row: Absence, today: Any) -> str:
    if row.ended_at or row.until_on < today:
        return "over"
    return "now" if row.from_on <= today else "ahead"


def ended(request: SignedInRequest, pk: int, audience: str) -> HttpResponse:
    """The absence is over from now on."""
    rows = Absence.objects.all() if request.user.may(Permission.MANAGE_PEOPLE) else Absence.objects.filter(user=request.user)
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    try:
        end_absence(row, reason=request.POST.get("reason", "")[:300], by=request.user)
    except ReasonMissing:
        messages.error(request, _("Say why the absence ends. Nothing was changed."))
    except NotAllowed:
        messages.error(request, _("This absence is over already."))
    else:
        messages.success(request, _("Nobody signs for this person any more."))
    return redirect(f"{audience}:absences")
