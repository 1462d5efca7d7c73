"""Correcting a stage that was put on record wrongly: its days, or that it was entered or left out at all."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.demand.services import StaleEdit
from seoulution.apps.engagements.models import StageSpell
from seoulution.apps.engagements.services import spell_corrections as services
from seoulution.apps.engagements.services.rights import NotAllowed, NotOwnFile
from seoulution.apps.engagements.services.spells import is_of_documents
from seoulution.engine.findings import Finding
from seoulution.web.office.engagement_course import HERE
from seoulution.web.office.engagement_file import file_context, found
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import once


class SpellForm(forms.Form):
    """The days of a spell, whether it is struck, and why."""

    entered_on = forms.DateField(label=gettext_lazy("First day"), widget=forms.DateInput(attrs={"type": "date"}))
    left_on = forms.DateField(
        label=gettext_lazy("Last day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Empty while the stage runs."),
    )
    struck = forms.BooleanField(
        label=gettext_lazy("It was put on record by mistake: strike it"),
        required=False,
        help_text=gettext_lazy("It stays to be seen, with the reason, and counts for nothing."),
    )
    reason = forms.CharField(label=gettext_lazy("Why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    revision = forms.IntegerField(widget=forms.HiddenInput)


@needs(Permission.DECIDE_GATES)
@once
def correct(request: SignedInRequest, pk: int) -> HttpResponse:
    """The days are corrected, or the entry is struck; the file's revision guards against two at once."""
    spell = get_object_or_404(StageSpell.objects.select_related("engagement"), pk=pk)
    row = found(request, spell.engagement.code)
    initial = {"entered_on": spell.entered_on, "left_on": spell.left_on, "revision": row.revision}
    form = SpellForm(request.POST or None, initial=initial)
    findings: tuple[Finding, ...] = ()
    theirs, status = None, 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                _write(request, spell, form)
            except NotOwnFile as other:
                findings, status = (other.finding,), 403
            except NotAllowed as refused:
                findings = refused.findings
            except StaleEdit as stale:
                theirs, status = stale.current, 409
                form.data = {**request.POST.dict(), "revision": str(stale.current.revision)}
            else:
                messages.success(request, _("Corrected; the reason is on record."))
                return redirect(HERE, code=row.code)
    context = {
        **file_context(request, row, HERE),
        "form": form,
        "spell": spell,
        "told": is_of_documents(spell),
        "refused": findings,
        "theirs": theirs,
    }
    return render(request, "office/engagement_spell.html", context, status=status)


def _write(request: SignedInRequest, spell: StageSpell, form: SpellForm) -> None:
    given = form.cleaned_data
    today = timezone.localdate()
    if given["struck"]:
        services.strike(spell, reason=given["reason"], seen_revision=given["revision"], by=request.user, today=today)
        return
    services.correct_days(
        spell,
        entered_on=given["entered_on"],
        left_on=given["left_on"],
        reason=given["reason"],
        seen_revision=given["revision"],
        by=request.user,
        today=today,
    )
