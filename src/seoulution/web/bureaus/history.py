"""A part's history: who changed it when and why, word by word, and every earlier text to be put back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.history import PartChange, latest_changes, part_as_of, part_history
from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.catalogue.parts import SECTIONS, mark_of
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.services.editorial import open_draft
from seoulution.apps.catalogue.services.parts import write_part
from seoulution.apps.publishing.part_titles import path_words
from seoulution.engine.catalogue.differences import word_differences
from seoulution.engine.findings import Finding
from seoulution.web.bureaus.own_texts import own_text, page_of
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.editorial.comparing import lines_of
from seoulution.web.shared.once import fresh_key, once


@needs(Permission.SEE_BUREAU_DESK)
def history(request: SignedInRequest, code: str) -> HttpResponse:
    """The parts with their last change; with `part` in the address, that part's whole history."""
    return _page(request, own_text(request, code), request.GET.get("part", ""))


@needs(Permission.SEE_BUREAU_DESK)
@require_POST
@once
def put_back(request: SignedInRequest, code: str) -> HttpResponse:
    """Writes a part as it stood at an earlier change; the text of now stays in the history."""
    row = own_text(request, code)
    part, draft = request.POST.get("part", ""), open_draft(row)
    if draft is None or not request.POST.get("event", "").isdecimal():
        return redirect("bureaus:edit", code=code)
    try:
        value = part_as_of(row, part, int(request.POST["event"]))
        write_part(draft, part, value, seen=request.POST.get("seen") or mark_of(draft.data, part), by=request.user)
    except (LookupError, StaleText):
        messages.warning(request, _("The text was changed meanwhile. Look at the newest change first."))
    except Refused as refused:
        return _page(request, row, part, findings=refused.findings, status=422)
    else:
        messages.success(request, _("Put back: %(part)s.") % {"part": path_words(part)})
    return redirect(f"{reverse('bureaus:edit_history', args=[code])}?part={part}")


def _page(
    request: SignedInRequest, row: PolicySolution, part: str, *, findings: tuple[Finding, ...] = (), status: int = 200
) -> HttpResponse:
    latest = latest_changes(row)
    draft = open_draft(row)
    changes = part_history(row, part) if part in latest or part.startswith("claims.") else ()
    context = {
        **page_of(request, row, at="edit_history"),
        "draft": draft,
        "part": part if changes else "",
        "title": path_words(part) if changes else "",
        "changes": [_shown(change, part) for change in changes],
        "latest": [(name, path_words(name), change) for name, change in latest.items()],
        "seen": mark_of(draft.data, part) if draft and changes else "",
        "findings": findings,
        "submission": fresh_key(),
    }
    return render(request, "bureaus/edit_history.html", context, status=status)


def _shown(change: PartChange, part: str) -> dict[str, Any]:
    """A section as two texts, anything else as its lines; what a draft began with is no change."""
    if part in SECTIONS:
        new = _texts(change.after)
        old = new if change.before is None else _texts(change.before)
        return {"change": change, "ko": word_differences(old[0], new[0]), "en": word_differences(old[1], new[1])}
    new_lines = "\n".join(lines_of(change.after))
    lines = word_differences(new_lines if change.before is None else "\n".join(lines_of(change.before)), new_lines)
    return {"change": change, "lines": lines}


def _texts(value: Any) -> tuple[str, str]:
    if value is None:
        return "", ""
    text = value["text"] or {"ko": "", "en": ""}
    asked = [gap["question"] for gap in value["gaps"]]
    return (
        "\n".join([text["ko"], *(f"? {question['ko']}" for question in asked)]).strip(),
        "\n".join([text["en"], *(f"? {question['en']}" for question in asked)]).strip(),
    )
