"""The pages of the two parts that are one form each: the facts, and what can be delivered."""

from collections.abc import Mapping
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import Draft, PolicySolution
from seoulution.apps.catalogue.parts import guidance_of, mark_of, value_of
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.services.parts import write_part
from seoulution.apps.catalogue.template import guidance
from seoulution.apps.network.models import Agency
from seoulution.apps.publishing.part_titles import PART_TITLES
from seoulution.engine.findings import Finding
from seoulution.web.bureaus.conflicts import conflict_fields, saved_by, with_choices
from seoulution.web.bureaus.entry_form import EntryForm
from seoulution.web.bureaus.own_texts import draft_or_overview, own_text, page_of
from seoulution.web.bureaus.sources import sources_at_hand
from seoulution.web.bureaus.whole_forms import DeliverableForm, FactsForm
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.once import fresh_key, once

FORMS: Final[Mapping[str, type[EntryForm]]] = {"facts": FactsForm, "deliverable": DeliverableForm}


@needs(Permission.SEE_BUREAU_DESK)
@once
def facts(request: SignedInRequest, code: str) -> HttpResponse:
    """Names, result in a line, sector, kinds, owner, cost class, years."""
    return _part(request, code, "facts")


@needs(Permission.SEE_BUREAU_DESK)
@once
def deliverable(request: SignedInRequest, code: str) -> HttpResponse:
    """Product, provider, basis of the price."""
    return _part(request, code, "deliverable")


def _part(request: SignedInRequest, code: str, part: str) -> HttpResponse:
    row = own_text(request, code)
    draft, overview = draft_or_overview(row)
    if draft is None:
        return overview
    before = value_of(draft.data, part)
    initial = FORMS[part].initial_of(before)
    if request.method != "POST":
        return _page(request, row, draft, part, FORMS[part](initial=initial))
    form = FORMS[part](with_choices(request.POST, initial), initial=initial)
    seen = request.POST.get("seen", "")
    if not form.is_valid():
        return _page(request, row, draft, part, form, status=422, seen=seen)
    try:
        write_part(draft, part, _merged(before, form.entry()), seen=seen, by=request.user)
    except Refused as refused:
        return _page(request, row, draft, part, form, status=422, seen=seen, findings=refused.findings)
    except StaleText:
        draft.refresh_from_db()
        return _page(request, row, draft, part, form, status=409, stale=True)
    messages.success(request, _("Saved: %(part)s.") % {"part": PART_TITLES[part]})
    return redirect(f"bureaus:edit_{part}", code=row.code)


def _merged(before: Any, entry: Any) -> Any:
    """What the form does not show of a nested text (such as its mark for later facts) is kept."""
    if not isinstance(before, Mapping) or not isinstance(entry, Mapping):
        return entry
    return {key: {**before[key], **value} if _both(before.get(key), value) else value for key, value in entry.items()}


def _both(before: Any, value: Any) -> bool:
    return isinstance(before, Mapping) and isinstance(value, Mapping)


def _page(
    request: SignedInRequest,
    row: PolicySolution,
    draft: Draft,
    part: str,
    form: EntryForm,
    *,
    status: int = 200,
    findings: tuple[Finding, ...] = (),
    seen: str = "",
    stale: bool = False,
) -> HttpResponse:
    guided = guidance_of(part)
    theirs = FORMS[part].initial_of(value_of(draft.data, part))
    context = {
        **page_of(request, row, at=f"edit_{part}"),
        "draft": draft,
        "part": part,
        "title": PART_TITLES[part],
        "form": form,
        "seen": mark_of(draft.data, part) if stale or not seen else seen,
        "findings": findings,
        "conflict": conflict_fields(form, theirs) if stale else [],
        "saved_by": saved_by(draft),
        "guide": guidance()[guided] if guided else None,
        "sources": sources_at_hand(row),
        "bodies": Agency.objects.filter(withdrawn_on=None).only("code", "name_ko", "name_en"),
        "submission": fresh_key(),
    }
    return render(request, "bureaus/edit_whole.html", context, status=status)
