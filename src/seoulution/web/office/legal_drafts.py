"""Drafts of legal rules: proposing one, seeing what it would change, and deciding about another's."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.engagements.access import visible_to
from seoulution.apps.engagements.legal_drafts import draft_findings, rules_of, touched
from seoulution.apps.engagements.models import LegalRule, LegalRuleDraft
from seoulution.apps.engagements.services import legal_rules as services
from seoulution.apps.engagements.services.rights import NotAllowed, ReasonMissing
from seoulution.apps.publishing.finding_texts import sentence
from seoulution.engine.findings import Finding
from seoulution.web.office.legal_rule_form import RuleForm, WayForms, first_values, ways_of
from seoulution.web.office.lists import sources_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.component_values import Link
from seoulution.web.shared.once import fresh_key, once

SHOWN_ENGAGEMENTS = 50
"""How many engagements a draft's page names; the rest is counted."""


@needs(Permission.EDIT_LEGAL_RULES)
@once
def new(request: SignedInRequest) -> HttpResponse:
    """The form, filled with the rule that is to be changed where one is named in the address."""
    asked = request.POST.get("rule") or request.GET.get("rule", "")
    rule = get_object_or_404(LegalRule, code=asked, withdrawn_on=None) if asked else None
    first, ways = first_values(rule.record.model_dump(mode="json")) if rule else ({"firmness": "A"}, [])
    form, lines = RuleForm(request.POST or None, initial=first, rule=rule), WayForms(request.POST or None, initial=ways)
    findings: tuple[Finding, ...] = ()
    if request.method == "POST" and form.is_valid() and lines.is_valid():
        try:
            row = services.draft(
                form.record(ways_of(lines)),
                rule=rule,
                reason=form.cleaned_data["reason"],
                by=request.user,
                today=timezone.localdate(),
            )
        except NotAllowed as refused:
            findings = refused.findings
        else:
            messages.success(request, _("The draft is on record. A colleague decides about it."))
            return redirect("office:legal_draft", pk=row.pk)
    context = {"form": form, "lines": lines, "rule": rule, "findings": findings, "submission": fresh_key(), "trail": _trail()}
    return render(request, "office/legal_draft_new.html", context, status=422 if request.method == "POST" else 200)


@needs(Permission.SEE_OFFICE)
def page(request: SignedInRequest, pk: int) -> HttpResponse:
    """What it says beside what it said, which answers and engagements change, and what was decided."""
    return _page(request, get_object_or_404(LegalRuleDraft, pk=pk))


@needs(Permission.EDIT_LEGAL_RULES)
@require_POST
@once
def decide(request: SignedInRequest, pk: int) -> HttpResponse:
    """Approve or decline another's, or take back one's own; always with a reason."""
    row = get_object_or_404(LegalRuleDraft, pk=pk)
    verdict, reason = request.POST.get("verdict", ""), request.POST.get("reason", "")[:2000]
    try:
        if verdict == "approve":
            services.approve(row, reason=reason, by=request.user, today=timezone.localdate())
        elif verdict == "decline":
            services.decline(row, reason=reason, by=request.user)
        elif verdict == "withdraw":
            services.withdraw(row, reason=reason, by=request.user)
        else:
            messages.error(request, _("Choose what you decide. Nothing was changed."))
            return _page(request, row, status=422, reason=reason)
    except ReasonMissing:
        messages.error(request, _("Say why. Nothing was changed."))
        return _page(request, row, status=422)
    except NotAllowed as refused:
        row.refresh_from_db()
        return _page(request, row, status=422, refused=refused.findings, reason=reason)
    messages.success(request, _("Decided, and on record with your reason."))
    return redirect("office:legal_draft", pk=pk)


def _page(
    request: SignedInRequest, row: LegalRuleDraft, *, status: int = 200, refused: tuple[Finding, ...] = (), reason: str = ""
) -> HttpResponse:
    today = timezone.localdate()
    is_open = row.state == "open"
    effects = rules_of(row).effects(today) if is_open else ()
    touched_rows = touched(effects) & visible_to(request.user) if effects else None
    own = services.own_eyes(row, request.user)
    context: dict[str, Any] = {
        "draft": row,
        "sides": [(_("As it would be"), row.after), *([(_("As it was"), row.before)] if row.before else [])],
        "effects": effects,
        "engagements": touched_rows.select_related("city")[:SHOWN_ENGAGEMENTS] if touched_rows is not None else [],
        "engagement_count": touched_rows.count() if touched_rows is not None else 0,
        "in_the_way": draft_findings(row.after, row.rule, today) if is_open else (),
        "may_decide": is_open and request.user.may(Permission.EDIT_LEGAL_RULES),
        "own": own,
        "own_sentence": sentence(own) if own else "",
        "refused": refused,
        "reason": reason,
        "sources": sources_of([row.data["after"], row.data["before"] or {}]),
        "submission": fresh_key(),
        "trail": _trail(),
    }
    return render(request, "office/legal_draft.html", context, status=status)


def _trail() -> list[Link]:
    return [Link(_("Legal routes"), reverse("office:legal"))]
