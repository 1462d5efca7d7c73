"""The template's lists, each on one page with its guidance: every entry a small form, one empty one at the end."""

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from django.contrib import messages
from django.forms import BaseFormSet, CharField, HiddenInput, formset_factory
from django.http import Http404, HttpResponse
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
from seoulution.web.bureaus.conflicts import saved_by
from seoulution.web.bureaus.entry_form import EntryForm
from seoulution.web.bureaus.entry_forms import FORMS
from seoulution.web.bureaus.own_texts import draft_or_overview, own_text, page_of
from seoulution.web.bureaus.sources import sources_at_hand
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.editorial.comparing import lines_of
from seoulution.web.shared.once import fresh_key, once

WAS: Final = "was"
"""A hidden field: which entry a form was filled from, so that what it does not show of that entry is kept."""


if TYPE_CHECKING:
    Forms = BaseFormSet[EntryForm]
else:
    Forms = BaseFormSet


class EntrySet(Forms):
    """Small forms that each remember their entry."""

    def add_fields(self, form: EntryForm, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields[WAS] = CharField(required=False, widget=HiddenInput)


@needs(Permission.SEE_BUREAU_DESK)
@once
def entries(request: SignedInRequest, code: str, part: str) -> HttpResponse:
    """One list of the template."""
    if part not in FORMS:
        raise Http404
    row = own_text(request, code)
    draft, overview = draft_or_overview(row)
    if draft is None:
        return overview
    listed = list(value_of(draft.data, part) or ())
    made = formset_factory(FORMS[part], formset=EntrySet, extra=1, can_delete=True)
    if request.method == "POST":
        return _saved(request, row, draft, part, made(request.POST), listed)
    return _page(request, row, draft, part, made(initial=_initial(part, listed)))


def _initial(part: str, listed: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{**FORMS[part].initial_of(entry), WAS: _mark(entry)} for entry in listed]


def _mark(entry: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(entry, sort_keys=True).encode()).hexdigest()[:16]


def _saved(
    request: SignedInRequest,
    row: PolicySolution,
    draft: Draft,
    part: str,
    formset: Forms,
    listed: list[Mapping[str, Any]],
) -> HttpResponse:
    seen = request.POST.get("seen", "")
    if not formset.is_valid():
        return _page(request, row, draft, part, formset, status=422, seen=seen)
    try:
        write_part(draft, part, _entries(formset, listed), seen=seen, by=request.user)
    except Refused as refused:
        return _page(request, row, draft, part, formset, status=422, seen=seen, findings=refused.findings)
    except StaleText:
        draft.refresh_from_db()
        return _page(request, row, draft, part, formset, status=409, theirs=lines_of(value_of(draft.data, part)))
    messages.success(request, _("Saved: %(part)s.") % {"part": PART_TITLES[part]})
    return redirect("bureaus:edit_entries", code=row.code, part=part)


def _entries(formset: Forms, listed: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The entries in their order; what the form does not show of an entry is kept as it was."""
    by_mark = {_mark(entry): entry for entry in listed}
    made = []
    for form in formset.forms:
        was = form.cleaned_data.get(WAS, "")
        if form.cleaned_data.get("DELETE") or (not was and not form.has_changed()):
            continue
        entry = {key: value for key, value in form.entry().items() if key not in ("DELETE", WAS)}
        made.append({**by_mark.get(was, {}), **entry})
    return sorted(made, key=lambda entry: entry["level"]) if made and "level" in made[0] else made


def _page(
    request: SignedInRequest,
    row: PolicySolution,
    draft: Draft,
    part: str,
    formset: Forms,
    *,
    status: int = 200,
    findings: tuple[Finding, ...] = (),
    seen: str = "",
    theirs: list[str] | None = None,
) -> HttpResponse:
    guided = guidance_of(part)
    context = {
        **page_of(request, row, at="edit"),
        "draft": draft,
        "part": part,
        "title": PART_TITLES[part],
        "formset": formset,
        "seen": seen or mark_of(draft.data, part),
        "findings": findings,
        "theirs": theirs,
        "saved_by": saved_by(draft),
        "guide": guidance()[guided] if guided else None,
        "condition_codes": [condition["code"] for condition in draft.data.get("conditions", ())] if part == "levels" else (),
        "sources": sources_at_hand(row),
        "bodies": Agency.objects.filter(withdrawn_on=None).only("code", "name_ko", "name_en"),
        "submission": fresh_key(),
    }
    return render(request, "bureaus/edit_entries.html", context, status=status)
