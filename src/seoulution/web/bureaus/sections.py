"""A section beside its guidance: written, checked, saved; two versions side by side when somebody was first."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from seoulution.apps.accounts.roles import Permission
from seoulution.apps.catalogue.models import Draft, PolicySolution
from seoulution.apps.catalogue.parts import mark_of, value_of
from seoulution.apps.catalogue.refusals import Refused, StaleText
from seoulution.apps.catalogue.services.parts import write_part
from seoulution.apps.catalogue.template import guidance
from seoulution.apps.network.models import Agency
from seoulution.apps.network.services import add_source
from seoulution.apps.publishing.part_titles import PART_TITLES
from seoulution.engine.demand.wording import Audience
from seoulution.engine.findings import Finding
from seoulution.reference.schema.catalogue import SectionKey
from seoulution.reference.schema.template import TemplatePart
from seoulution.web.bureaus.conflicts import conflict_fields, saved_by, with_choices
from seoulution.web.bureaus.own_texts import draft_or_overview, own_text, page_of
from seoulution.web.bureaus.section_form import SectionForm
from seoulution.web.bureaus.sources import sources_at_hand
from seoulution.web.shared.access import SignedInRequest, needs
from seoulution.web.shared.editorial.guarding import found_in
from seoulution.web.shared.editorial.reviews import comments_on
from seoulution.web.shared.once import fresh_key, once


@needs(Permission.SEE_BUREAU_DESK)
@once
def section(request: SignedInRequest, code: str, key: str) -> HttpResponse:
    """The section's text and its question, both languages, with the guidance beside them."""
    if key not in set(SectionKey):
        raise Http404
    row = own_text(request, code)
    draft, overview = draft_or_overview(row)
    if draft is None:
        return overview
    if request.method == "POST":
        return _saved(request, row, draft, SectionKey(key))
    value = value_of(draft.data, f"sections.{key}")
    form = _form(draft, SectionKey(key), initial=SectionForm.initial_of(value))
    return _page(request, row, draft, SectionKey(key), form)


def _form(draft: Draft, key: SectionKey, **settings: Any) -> SectionForm:
    text = value_of(draft.data, f"sections.{key}")["text"] or {}
    posted = settings["data"].getlist("sources") if "data" in settings else []
    return SectionForm(TemplatePart(key), list(dict.fromkeys([*text.get("sources", ()), *posted])), **settings)


def _saved(request: SignedInRequest, row: PolicySolution, draft: Draft, key: SectionKey) -> HttpResponse:
    part = f"sections.{key}"
    before = value_of(draft.data, part)
    posted = with_choices(request.POST, SectionForm.initial_of(before))
    form = _form(draft, key, data=posted)
    if not form.is_valid():
        return _page(request, row, draft, key, form, status=422, seen=request.POST.get("seen", ""))
    try:
        added = _added_source(form)
        write_part(draft, part, form.value(key, before, added), seen=request.POST.get("seen", ""), by=request.user)
    except Refused as refused:
        seen = request.POST.get("seen", "")
        return _page(request, row, draft, key, form, status=422, findings=refused.findings, seen=seen)
    except StaleText:
        draft.refresh_from_db()
        return _page(request, row, draft, key, form, status=409, stale=True)
    messages.success(request, _("Saved: %(part)s.") % {"part": PART_TITLES[key]})
    if request.POST.get("then") == "next":
        keys = list(SectionKey)
        following = keys[(keys.index(key) + 1) % len(keys)]
        return redirect("bureaus:edit_section", code=row.code, key=following.value)
    return redirect("bureaus:edit_section", code=row.code, key=key.value)


def _added_source(form: SectionForm) -> str:
    given = form.cleaned_data
    if not given["new_title"]:
        return ""
    return add_source(
        title=given["new_title"],
        publisher=given["new_publisher"],
        address=given["new_address"],
        published=given["new_published"],
    ).code


def _page(
    request: SignedInRequest,
    row: PolicySolution,
    draft: Draft,
    key: SectionKey,
    form: SectionForm,
    *,
    status: int = 200,
    findings: tuple[Finding, ...] = (),
    seen: str = "",
    stale: bool = False,
) -> HttpResponse:
    part = f"sections.{key}"
    theirs = SectionForm.initial_of(value_of(draft.data, part))
    keys = list(SectionKey)
    context = {
        **page_of(request, row, at="edit"),
        "draft": draft,
        "form": form,
        "key": key.value,
        "title": PART_TITLES[key],
        "guide": guidance()[TemplatePart(key)],
        "seen": mark_of(draft.data, part) if stale or not seen else seen,
        "findings": findings,
        "conflict": conflict_fields(form, theirs) if stale else [],
        "saved_by": saved_by(draft),
        "claims": draft.data.get("claims", ()),
        "comments": comments_on(draft).get(part, ()),
        "guard": {
            name: found_in(str(form[name].value() or ""), language, Audience.CITY, with_praise=True)
            for name, language in (("ko", "ko"), ("en", "en"), ("gap_ko", "ko"), ("gap_en", "en"))
        },
        "steps": [(each.value, PART_TITLES[each], each.value in draft.data["sections"], each is key) for each in keys],
        "sources": sources_at_hand(row),
        "bodies": Agency.objects.filter(withdrawn_on=None).only("code", "name_ko", "name_en"),
        "submission": fresh_key(),
    }
    return render(request, "bureaus/edit_section.html", context, status=status)
