"""A text at its owner's desk: where it stands, what is next and who does it, which parts are filled, what reviewers said."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.history import latest_changes
from seoulution.apps.catalogue.models import Draft, PolicySolution
from seoulution.apps.catalogue.parts import SECTIONS, is_filled
from seoulution.apps.catalogue.refusals import Refused
from seoulution.apps.catalogue.services.claims import confirm_solution
from seoulution.apps.catalogue.services.editorial import open_draft, publishing_findings
from seoulution.apps.catalogue.template import promotional
from seoulution.apps.publishing.part_titles import PART_TITLES
from seoulution.engine.catalogue.claims import REVIEW_EVERY
from seoulution.engine.catalogue.editorial import EditorialAction
from seoulution.engine.findings import Finding
from seoulution.reference.schema import catalogue
from seoulution.reference.schema.template import TemplatePart
from seoulution.web.bureaus.entry_forms import FORMS
from seoulution.web.bureaus.own_texts import own_text, page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.editorial.acting import taken
from seoulution.web.shared.editorial.explained import explained
from seoulution.web.shared.editorial.reviews import rounds_of
from seoulution.web.shared.editorial.track import choices_of, next_words, state_track
from seoulution.web.shared.once import fresh_key, once


@needs(Permission.SEE_BUREAU_DESK)
def overview(request: SignedInRequest, code: str) -> HttpResponse:
    """The text's own page at this desk."""
    return _page(request, own_text(request, code))


@needs(Permission.SEE_BUREAU_DESK)
@require_POST
@once
def act(request: SignedInRequest, code: str) -> HttpResponse:
    """One action; refused, the page says everything that stops it and keeps the words."""
    row = own_text(request, code)
    findings = taken(request, row)
    row = own_text(request, code)
    if findings:
        return _page(request, row, findings=findings, status=422)
    messages.success(request, done_words(request.POST.get("action", "")))
    return redirect("bureaus:edit", code=code)


def done_words(action: str) -> str:
    """What was done, in a sentence."""
    words = {
        EditorialAction.SUBMIT: _("The text is handed in. A colleague reads it now."),
        EditorialAction.APPROVE: _("Approved."),
        EditorialAction.SEND_BACK: _("Sent back with your comments. Approvals of this round no longer count."),
        EditorialAction.PUBLISH: _("Published. Everybody reads this text now."),
        EditorialAction.REVISE: _("A revision is begun. The public still reads the approved text."),
        EditorialAction.DISCARD: _("The revision is discarded. Its history keeps it."),
        EditorialAction.ARCHIVE: _("Archived. It stays readable with a mark."),
        EditorialAction.RESTORE: _("Restored."),
    }
    return words[EditorialAction(action)]


@needs(Permission.SEE_BUREAU_DESK)
@require_POST
@once
def still_true(request: SignedInRequest, code: str) -> HttpResponse:
    """The owner's yearly word on the text as a whole."""
    row = own_text(request, code)
    try:
        confirm_solution(row, today=timezone.localdate(), by=request.user)
    except Refused as refused:
        return _page(request, row, findings=refused.findings, status=422)
    messages.success(request, _("Noted: the text as a whole is still true."))
    return redirect("bureaus:edit", code=code)


def _page(
    request: SignedInRequest, row: PolicySolution, *, findings: tuple[Finding, ...] = (), status: int = 200
) -> HttpResponse:
    today = timezone.localdate()
    draft = open_draft(row)
    record = catalogue.PolicySolution.model_validate(draft.data) if draft else row.manuscript
    asked_on = row.reviewed_on + REVIEW_EVERY if row.reviewed_on else None
    context = {
        **page_of(request, row, at="edit"),
        "draft": draft,
        "record": record,
        "steps": state_track(row),
        "next": next_words(row),
        "choices": choices_of(row, draft, request.user),
        "findings": findings,
        "wording": publishing_findings(draft) if draft else (),
        "parts": _parts(row, draft, record),
        "explained": explained(record, today=today),
        "rounds": rounds_of(draft) if draft else [],
        "asked_on": asked_on,
        "asks_now": bool(row.version) and (asked_on is None or asked_on <= today),
        "also": [(part, PART_TITLES[part]) for part in ("shared", "awards", "patents", "gaps")],
        "act_address": reverse("bureaus:edit_act", args=[row.code]),
        "review_address": reverse("bureaus:review", args=[row.code]),
        "words": request.POST.get("words", ""),
        "wording_reason": request.POST.get("wording_reason", ""),
        "submission": fresh_key(),
    }
    return render(request, "bureaus/edit.html", context, status=status)


def _parts(row: PolicySolution, draft: Draft | None, record: catalogue.PolicySolution) -> list[dict[str, object]]:
    """Every part of the template with its mark, and who changed it last."""
    latest = {path: change for path, change in latest_changes(row).items() if change.before is not None} if draft else {}
    gaps = {gap.about: gap for gap in record.gaps}
    praised = promotional(record)
    found: list[dict[str, object]] = []
    for part in TemplatePart:
        path = f"sections.{part}" if f"sections.{part}" in SECTIONS else part.value
        found.append(
            {
                "part": part.value,
                "title": PART_TITLES[part],
                "is_section": path != part.value,
                "is_list": part.value in FORMS,
                "filled": is_filled(record, part),
                "gap": gaps.get(part.value),
                "findings": praised.get(part.value, ()),
                "count": 0 if path != part.value or part is TemplatePart.DELIVERABLE else len(getattr(record, part.value)),
                "changed": latest.get(path),
            }
        )
    return found
